package io.synthaudit.core.interval;

/**
 * Closed forms for the plug-in total variation distance of two tables of counts over the same cells: nothing is resampled.
 *
 * <p>Cell differences of two samples of one law are close to normal with covariance \((\operatorname{diag} p - pp^T)(1/n +
 * 1/m)\). Where cells hold few rows (n / cells below 5) lower bounds cover less than their level: coarsen first.
 */
public final class TotalVariation {

    /** Cells whose correlations are taken exactly; the others have at most a ninth of the mass and a fast series. */
    private static final int EXACT = 8;

    private static final double TWO_OVER_PI = 2 / Math.PI;

    private TotalVariation() {}

    /**
     * The distance with its closed-form interval.
     *
     * <p>Instead of a bootstrap quantile the upper bound uses the closed-form mean of the resampled distance plus z standard
     * deviations, so that equal tables do not get an interval of width 0.
     *
     * @param a counts of the first sample
     * @param b counts of the second sample, same cells
     * @param deffA design effect of the first sample, at least 1
     * @param deffB design effect of the second sample, at least 1
     * @param level one-sided confidence of each bound
     * @return value in [0, 1], bias E0
     * @throws IllegalArgumentException if lengths differ, a count is negative or a sample is empty
     */
    public static Estimate estimate(long[] a, long[] b, double deffA, double deffB, double level) {
        double[] p = shares(a);
        double[] q = shares(b);
        double n = DesignEffect.effective(total(a), deffA);
        double m = DesignEffect.effective(total(b), deffB);
        double[] pooled = pooled(a, b);
        double value = distance(p, q);
        double e0 = factor(pooled) * Math.sqrt(Distances.inverse(n, m));
        double s0 = nullSd(pooled, n, m);
        double sb = deltaSd(p, n, q, m);
        if (value == 0 && s0 == 0) {
            return Estimate.of(0, 0, Distances.oneCell(Proportions.unseen(Math.min(n, m), level), level));
        }
        double quantile = resampledMean(p, n, q, m) + Normal.z(level) * Math.max(sb, s0);
        Interval bounds = Distances.distance(value, e0, s0, sb, quantile, level);
        return Estimate.of(
                value, e0, new Interval(bounds.lower(), bounds.upper(), level, "null-corrected, closed form"));
    }

    /**
     * The distance with McDiarmid's interval, B = half the sum of sqrt(p(1-p)/n + q(1-q)/m).
     *
     * @param a counts of the first sample
     * @param b counts of the second sample, same cells
     * @param deffA design effect of the first sample, at least 1
     * @param deffB design effect of the second sample, at least 1
     * @param level one-sided confidence of each bound
     * @return value in [0, 1], bias E0
     */
    public static Estimate mcdiarmid(long[] a, long[] b, double deffA, double deffB, double level) {
        double[] p = shares(a);
        double[] q = shares(b);
        double n = DesignEffect.effective(total(a), deffA);
        double m = DesignEffect.effective(total(b), deffB);
        double value = distance(p, q);
        double bias = 0;
        for (int k = 0; k < p.length; k++) {
            bias += cellSd(p[k], n, q[k], m) / 2;
        }
        double e0 = factor(pooled(a, b)) * Math.sqrt(Distances.inverse(n, m));
        return Estimate.of(value, e0, Distances.mcdiarmid(value, bias, n, m, level));
    }

    /**
     * Half the sum of absolute differences of shares.
     *
     * @param a counts of the first sample
     * @param b counts of the second sample, same cells
     * @return in [0, 1]
     */
    public static double distance(long[] a, long[] b) {
        return distance(shares(a), shares(b));
    }

    private static double distance(double[] p, double[] q) {
        Arguments.sameLength(p.length, q.length, "the second sample's counts");
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            sum += Math.abs(p[k] - q[k]);
        }
        return Math.min(1, sum / 2);
    }

    /**
     * The expected distance of two samples of one law, per square root of 1/n + 1/m.
     *
     * @param p shares of the cells
     * @return sum of sqrt(p(1-p) / (2 pi))
     */
    public static double factor(double[] p) {
        double sum = 0;
        for (double share : p) {
            sum += Math.sqrt(Arguments.probability(share, "a share") * (1 - share));
        }
        return sum / Math.sqrt(2 * Math.PI);
    }

    /**
     * E0: the expected distance of two samples with the pooled shares.
     *
     * @param a counts of the first sample
     * @param b counts of the second sample, same cells
     * @return not negative
     */
    public static double expected(long[] a, long[] b) {
        return factor(pooled(a, b)) * Math.sqrt(Distances.inverse(total(a), total(b)));
    }

    /**
     * s0: the standard deviation of the distance of two samples of one law.
     *
     * <p>Absolute values of two normal variables with correlation \(\rho\) have covariance \(\frac2\pi\sigma_j\sigma_k(\rho
     * \arcsin\rho + \sqrt{1-\rho^2} - 1)\); here \(\rho^2 = p_jp_k/((1-p_j)(1-p_k))\). The eight largest cells are summed pair
     * by pair; among the others \(\rho^2 \le 1/64\), and a series whose terms factor makes the cost linear in the cells, exact to
     * better than 1e-8.
     *
     * @param p shares of the cells, summing to 1
     * @param n effective size of the first sample
     * @param m effective size of the second sample
     * @return not negative
     */
    public static double nullSd(double[] p, double n, double m) {
        int[] largest = largest(p);
        boolean[] exact = new boolean[p.length];
        double variance = 0;
        for (int cell : largest) {
            exact[cell] = true;
        }
        for (int i = 0; i < largest.length; i++) {
            for (int k = 0; k < p.length; k++) {
                boolean counted = false;
                for (int before = 0; before <= i; before++) {
                    counted |= largest[before] == k;
                }
                if (!counted) {
                    variance += 2 * covariance(p[largest[i]], p[k]);
                }
            }
        }
        double[] sums = new double[3];
        double[] squares = new double[3];
        for (int k = 0; k < p.length; k++) {
            variance += p[k] * (1 - p[k]) * (1 - TWO_OVER_PI);
            if (!exact[k] && p[k] < 1) {
                double term = Math.sqrt(p[k] * (1 - p[k]));
                for (int i = 0; i < 3; i++) {
                    term *= p[k] / (1 - p[k]);
                    sums[i] += term;
                    squares[i] += term * term;
                }
            }
        }
        double[] coefficients = {1 / 2.0, 1 / 24.0, 1 / 80.0};
        for (int i = 0; i < 3; i++) {
            variance += TWO_OVER_PI * coefficients[i] * Math.max(0, sums[i] * sums[i] - squares[i]);
        }
        return Math.sqrt(variance * Distances.inverse(n, m)) / 2;
    }

    private static double covariance(double p, double q) {
        if (p == 0 || q == 0 || p == 1 || q == 1) {
            return 0;
        }
        double rho = Math.min(1, Math.sqrt(p * q / ((1 - p) * (1 - q))));
        double shape = rho * StrictMath.asin(rho) + Math.sqrt(1 - rho * rho) - 1;
        return TWO_OVER_PI * Math.sqrt(p * (1 - p) * q * (1 - q)) * shape;
    }

    private static int[] largest(double[] p) {
        int[] largest = new int[Math.min(EXACT, p.length)];
        boolean[] taken = new boolean[p.length];
        for (int i = 0; i < largest.length; i++) {
            int best = -1;
            for (int k = 0; k < p.length; k++) {
                if (!taken[k] && (best < 0 || p[k] > p[best])) {
                    best = k;
                }
            }
            taken[best] = true;
            largest[i] = best;
        }
        return largest;
    }

    /**
     * The delta-method standard deviation of the distance at two different laws.
     *
     * @param p shares in the first sample
     * @param n its effective size
     * @param q shares in the second sample
     * @param m its effective size
     * @return not negative; 0 for equal shares, where the delta method fails and s0 stands in
     */
    public static double deltaSd(double[] p, double n, double[] q, double m) {
        Arguments.sameLength(p.length, q.length, "the second sample's shares");
        double meanP = 0;
        double meanQ = 0;
        double squareP = 0;
        double squareQ = 0;
        for (int k = 0; k < p.length; k++) {
            double sign = Math.signum(p[k] - q[k]);
            meanP += sign * p[k];
            meanQ += sign * q[k];
            squareP += sign * sign * p[k];
            squareQ += sign * sign * q[k];
        }
        return Math.sqrt(Math.max(0, squareP - meanP * meanP) / n + Math.max(0, squareQ - meanQ * meanQ) / m) / 2;
    }

    /** The mean of the distance when both samples are drawn anew from their own shares: folded normal cells. */
    private static double resampledMean(double[] p, double n, double[] q, double m) {
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            double difference = Math.abs(p[k] - q[k]);
            double sd = cellSd(p[k], n, q[k], m);
            if (sd > 0) {
                double ratio = difference / sd;
                sum += sd * Math.sqrt(TWO_OVER_PI) * StrictMath.exp(-ratio * ratio / 2)
                        + difference * (1 - 2 * Normal.tail(ratio));
            } else {
                sum += difference;
            }
        }
        return sum / 2;
    }

    private static double cellSd(double p, double n, double q, double m) {
        return Math.sqrt(p * (1 - p) / n + q * (1 - q) / m);
    }

    /**
     * Counts as shares.
     *
     * @param counts counts, not negative, not all 0
     * @return shares summing to 1
     */
    public static double[] shares(long[] counts) {
        double total = total(counts);
        double[] shares = new double[counts.length];
        for (int k = 0; k < counts.length; k++) {
            shares[k] = counts[k] / total;
        }
        return shares;
    }

    private static double[] pooled(long[] a, long[] b) {
        Arguments.sameLength(a.length, b.length, "the second sample's counts");
        long[] sum = new long[a.length];
        for (int k = 0; k < a.length; k++) {
            sum[k] = Math.addExact(a[k], b[k]);
        }
        return shares(sum);
    }

    private static double total(long[] counts) {
        long total = 0;
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("counts cannot be negative");
            }
            total = Math.addExact(total, count);
        }
        return Arguments.positive(total, "rows");
    }
}
