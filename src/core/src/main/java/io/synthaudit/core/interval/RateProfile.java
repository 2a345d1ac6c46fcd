package io.synthaudit.core.interval;

/**
 * How differently a rate runs over the groups of two tables, whatever its overall level.
 *
 * <p>With \(r_g, s_g\) the rates of group g in reference and candidate, \(d_g = s_g - r_g\), weights \(w_g\) the groups'
 * shares of the reference and \(\bar d = \sum w_g d_g\), \[ \Delta = \sqrt{\sum_g w_g (d_g - \bar d)^2 - B} , \] B being the
 * expectation of the sum where both tables have one law, and 0 standing for the root of a negative number. It is 0 where
 * each rate differs by the same amount.
 *
 * <p>The sum is near a non-central chi-square, whose root is nearly normal: see {@link Association}. Variances of rates are taken
 * with half a row added on either side, so that groups without a case are not taken for certain.
 */
public final class RateProfile {

    private static final double HALF_A_ROW = 0.5;

    private RateProfile() {}

    /**
     * Cases among rows, by group.
     *
     * @param cases rows per group for which it holds
     * @param rows rows per group
     * @param deff rows per independent draw, at least 1
     */
    public record Groups(double[] cases, double[] rows, double deff) {

        private double rate(int group) {
            return cases[group] / rows[group];
        }

        private double variance(int group) {
            double n = rows[group] / deff;
            double rate = (cases[group] / deff + HALF_A_ROW) / (n + 2 * HALF_A_ROW);
            return rate * (1 - rate) / n;
        }
    }

    /**
     * The difference of two profiles over the groups that both tables have rows of.
     *
     * @param reference the table whose groups weigh
     * @param candidate the other table, same groups
     * @param level one-sided confidence of each bound
     * @return value in [0, 1], bias 0; null if the tables share fewer than two groups
     */
    public static Estimate difference(Groups reference, Groups candidate, double level) {
        Arguments.sameLength(reference.rows.length, candidate.rows.length, "the candidate's groups");
        double total = 0;
        double mean = 0;
        int shared = 0;
        for (int g = 0; g < reference.rows.length; g++) {
            if (isShared(reference, candidate, g)) {
                shared++;
                total += reference.rows[g];
                mean += reference.rows[g] * (candidate.rate(g) - reference.rate(g));
            }
        }
        if (shared < 2) {
            return null;
        }
        mean /= total;
        double square = 0;
        double bias = 0;
        double diagonal = 0;
        double cross = 0;
        double slope = 0;
        for (int g = 0; g < reference.rows.length; g++) {
            if (isShared(reference, candidate, g)) {
                double w = reference.rows[g] / total;
                double d = candidate.rate(g) - reference.rate(g) - mean;
                double v = reference.variance(g) + candidate.variance(g);
                square += w * d * d;
                bias += w * (1 - w) * v;
                diagonal += v * v * (w * w * (1 - w) * (1 - w) - w * w * w * w);
                cross += w * w * v;
                slope += 4 * w * w * d * d * v;
            }
        }
        // Twice the trace of (M V)^2 with M = diag(w) - w w', V the variances of the differences.
        double nullVariance = 2 * (diagonal + cross * cross);
        // The root's own variance is variance / (4 square): where the square is below its bias it must not explode.
        double variance = slope + nullVariance * Math.min(2, square / bias);
        Association root = Association.of(
                        new Association.Plugin(square, bias, bias, nullVariance, variance, square), level)
                .root(1);
        return Estimate.of(
                root.centre(), 0, new Interval(root.lower(), root.upper(), level, "chi-square root, bias subtracted"));
    }

    private static boolean isShared(Groups reference, Groups candidate, int group) {
        return reference.rows[group] > 0 && candidate.rows[group] > 0;
    }
}
