package io.synthaudit.core.interval;

/**
 * Design effects: by how much dependence between rows inflates a variance, and so shrinks a sample.
 *
 * <p>Rows of one person, or synthetic rows that share one neighbour, tell less than as many independent rows. An interval is
 * computed on the effective size {@code n / deff}; a design effect is never below 1.
 *
 * @see <a href="https://doi.org/10.1002/9781118162934">Kish (1965), Survey Sampling, section 8.2</a>
 */
public final class DesignEffect {

    /** Fewer rows than this on the rarer side say too little about their clustering to be trusted. */
    private static final double ENOUGH = 10;

    private DesignEffect() {}

    /**
     * The design effect of counts that share owners: the size of the owner that a random unit belongs to.
     *
     * @param w units owned, one entry per owner, non-negative; zeros do not matter
     * @return max(1, sum of squares / sum), and 1 if there are no units
     * @throws IllegalArgumentException if an entry is negative or NaN
     */
    public static double ofHubs(double[] w) {
        double sum = 0;
        double squares = 0;
        for (double x : w) {
            if (!(x >= 0)) {
                throw new IllegalArgumentException("units owned cannot be negative: " + x);
            }
            sum += x;
            squares += x * x;
        }
        return sum == 0 ? 1 : Math.max(1, squares / sum);
    }

    /**
     * The design effect of a mean of rows in clusters: the linearised cluster variance over the variance that independent
     * rows would have.
     *
     * <p>With cluster sums \(u_g\) of the deviations from the mean, \[ \mathit{deff} = \max\Bigl(1,
     * \frac{G/(G-1)\,\sum_g u_g^2}{n/(n-1)\,\sum_i (v_i - \bar v)^2}\Bigr) . \] Where fewer than 10 rows are successes, or
     * fewer than 10 failures, that ratio is noise or 0/0; then the result is at least the average cluster size seen from a
     * row, \(\sum_g n_g^2 / n\), its value if all rows of a cluster agree: the conservative choice for rates at or near 0
     * and 1.
     *
     * @param values one value per row, in [0, 1]
     * @param cluster a cluster number per row, or null if rows are independent (the result is then 1)
     * @return at least 1, at most about the number of rows
     * @throws IllegalArgumentException if there are no rows, lengths differ or a value leaves [0, 1]
     */
    public static double ofClusters(double[] values, int[] cluster) {
        int n = values.length;
        Arguments.positive(n, "rows");
        double sum = 0;
        for (double value : values) {
            sum += Arguments.probability(value, "a value");
        }
        if (cluster == null) {
            return 1;
        }
        Clusters clusters = Clusters.of(cluster, n);
        double agreeing = ofHubs(clusters.sizes());
        if (clusters.count() < 2) {
            return agreeing;
        }
        double mean = sum / n;
        double[] deviations = new double[n];
        double squares = 0;
        for (int i = 0; i < n; i++) {
            deviations[i] = values[i] - mean;
            squares += deviations[i] * deviations[i];
        }
        double independent = squares * n / (n - 1.0);
        if (independent < 1e-20) {
            return agreeing;
        }
        double deff = Math.max(1, Clusters.varianceOfTotal(clusters.sums(deviations)) / independent);
        return Math.min(sum, n - sum) < ENOUGH ? Math.max(deff, agreeing) : deff;
    }

    /**
     * The effective size of a sample.
     *
     * @param n rows, positive
     * @param deff the design effect, at least 1
     * @return n / deff
     * @throws IllegalArgumentException if the design effect is below 1
     */
    public static double effective(double n, double deff) {
        Arguments.positive(n, "rows");
        if (!(deff >= 1)) {
            throw new IllegalArgumentException("a design effect is at least 1, not " + deff);
        }
        return n / deff;
    }
}
