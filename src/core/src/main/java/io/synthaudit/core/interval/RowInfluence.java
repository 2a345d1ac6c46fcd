package io.synthaudit.core.interval;

/**
 * Bounds of a number that rows move one by one: the sum of squares of the rows' influences (of their sums per owner, where
 * rows share one) is its variance.
 *
 * <p>Where no row moves it the variance is 0 although unseen rows may: then the share of rows that may have been missed, {@link
 * Proportions#unseen}, each moving it by a whole step, is half the interval's width.
 */
public final class RowInfluence {

    private RowInfluence() {}

    /**
     * A number with normal bounds.
     *
     * @param value the number
     * @param influence how far each row moves it; they add up to about 0
     * @param cluster a cluster number per row, or null if rows are independent
     * @param step how far an unseen row can move it times the number of rows, not negative
     * @param level one-sided confidence of each bound
     * @param what what the rows are, for the method's name
     */
    public static Estimate of(double value, double[] influence, int[] cluster, double step, double level, String what) {
        Arguments.positive(influence.length, "rows");
        Clusters clusters = Clusters.of(cluster, influence.length);
        double variance = Clusters.varianceOfTotal(clusters.sums(influence));
        double half = variance < Roc.NOTHING
                ? step * Proportions.unseen(clusters.count(), level)
                : Normal.z(level) * Math.sqrt(variance);
        String method = "influence of " + what + (cluster == null ? "" : ", cluster-robust");
        return Estimate.of(value, new Interval(value - half, value + half, level, method));
    }

    /**
     * A mean over rows.
     *
     * @param values one per row
     * @param cluster a cluster number per row, or null if rows are independent
     * @param step how far an unseen row's value can be from the mean
     * @param level one-sided confidence of each bound
     * @param what what the rows are, for the method's name
     */
    public static Estimate ofMean(double[] values, int[] cluster, double step, double level, String what) {
        Arguments.positive(values.length, "rows");
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        double mean = sum / values.length;
        double[] influence = new double[values.length];
        for (int i = 0; i < influence.length; i++) {
            influence[i] = (values[i] - mean) / values.length;
        }
        return of(mean, influence, cluster, step, level, what);
    }
}
