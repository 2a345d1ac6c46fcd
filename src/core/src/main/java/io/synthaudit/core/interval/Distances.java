package io.synthaudit.core.interval;

/**
 * Intervals of plug-in distances, which cannot be negative and are biased upwards: two samples of one law are never at
 * distance 0.
 *
 * <p>A percentile bootstrap covers 0 % where good generators live, at equal laws. These bounds subtract the expected distance
 * of two samples of one law below, and never fall short of it above.
 *
 * @see TotalVariation
 * @see KolmogorovSmirnov
 */
public final class Distances {

    private Distances() {}

    /**
     * The interval of a distance in [0, 1].
     *
     * @param value the distance, in [0, 1]
     * @param e0 its expectation for two samples of one law at these sizes, not negative
     * @param s0 its standard deviation in that case, not negative
     * @param sb its standard deviation at the observed difference (delta method or bootstrap), not negative
     * @param q95OrNaN the bootstrap quantile at {@code level}, or NaN if nothing was resampled
     * @param level one-sided confidence of each bound
     * @return lower max(0, D - E0 - z max(sb, s0)); upper max(D + z sb, quantile), or D + z max(sb, s0) without a quantile, at
     *     most 1
     */
    public static Interval distance(double value, double e0, double s0, double sb, double q95OrNaN, double level) {
        Arguments.probability(value, "a distance");
        return unbounded(value, e0, s0, sb, q95OrNaN, level).clippedTo(0, 1);
    }

    /**
     * The interval of a distance without an upper end, such as Wasserstein's.
     *
     * @param value the distance, not negative
     * @param e0 its expectation for two samples of one law at these sizes, not negative
     * @param s0 its standard deviation in that case, not negative
     * @param sb its standard deviation at the observed difference, not negative
     * @param q95OrNaN the bootstrap quantile at {@code level}, or NaN if nothing was resampled
     * @param level one-sided confidence of each bound
     * @return as {@link #distance}, but not cut at 1
     */
    public static Interval unbounded(double value, double e0, double s0, double sb, double q95OrNaN, double level) {
        if (!(value >= 0 && e0 >= 0 && s0 >= 0 && sb >= 0)) {
            throw new IllegalArgumentException("a distance, its expectation and deviations cannot be negative");
        }
        double z = Normal.z(level);
        double widest = Math.max(sb, s0);
        double lower = Math.min(value, Math.max(0, value - e0 - z * widest));
        double upper = Double.isNaN(q95OrNaN) ? value + z * widest : Math.max(value + z * sb, q95OrNaN);
        return new Interval(lower, Math.max(value, upper), level, "null-corrected");
    }

    /**
     * The interval of a distance of two samples all of whose rows lie in one and the same cell, where no resample differs: 0 to
     * what rows that neither sample happens to hold could make of it.
     *
     * @param reach that distance, in [0, 1]; for the total variation distance {@link Proportions#unseen} of the smaller sample
     * @param level one-sided confidence of each bound
     */
    public static Interval oneCell(double reach, double level) {
        return new Interval(0, Arguments.probability(reach, "a distance"), level, "one cell, rows unseen");
    }

    /**
     * McDiarmid's closed-form interval of a distance in [0, 1] that changes by at most 1/n or 1/m with one row: no resampling,
     * no normal law, valid at every size, and wide.
     *
     * <p>\(t = \sqrt{\tfrac12 \ln\frac{1}{1-\mathit{level}}\,(1/n + 1/m)}\), which is \(\ln(2/a)\) with \(a\) the error of both
     * bounds together; upper D + t, lower max(0, D - B - t).
     *
     * @param value the distance, in [0, 1]
     * @param biasBound B, a bound of the plug-in bias, not negative
     * @param n size of the first sample, positive
     * @param m size of the second sample, positive
     * @param level one-sided confidence of each bound
     * @return an interval within [0, 1]
     * @see <a href="https://doi.org/10.1017/CBO9781107359949.008">McDiarmid (1989)</a>
     */
    public static Interval mcdiarmid(double value, double biasBound, double n, double m, double level) {
        Arguments.probability(value, "a distance");
        double t = Math.sqrt(-StrictMath.log(1 - Arguments.level(level)) / 2 * inverse(n, m));
        double lower = Math.max(0, value - Math.max(0, biasBound) - t);
        return new Interval(lower, value + t, level, "McDiarmid").clippedTo(0, 1);
    }

    /**
     * McDiarmid's interval of an order statistic, such as the largest or a quantile, of many distances of the same two samples:
     * with the stated confidence no distance is farther from its expectation than its end says, so neither is one of their
     * order.
     *
     * @param value the order statistic, in [0, 1]
     * @param biasBound a bound of the plug-in bias of every one of them, not negative
     * @param n size of the first sample, positive
     * @param m size of the second sample, positive
     * @param level one-sided confidence of each bound
     * @param many how many distances there are, positive
     * @return an interval within [0, 1]
     */
    public static Interval mcdiarmid(double value, double biasBound, double n, double m, double level, int many) {
        double error = (1 - Arguments.level(level)) / Arguments.positive(many, "distances");
        Interval one = mcdiarmid(value, biasBound, n, m, 1 - error);
        return new Interval(one.lower(), one.upper(), level, "McDiarmid, all at once");
    }

    /**
     * Rows that the second sample must have so that two samples of one law are expected within a limit.
     *
     * <p>The expectation is {@code factor * sqrt(1/n + 1/k)}, with the factor of {@link TotalVariation#factor} or
     * {@link KolmogorovSmirnov#FACTOR}.
     *
     * @param factor the factor, not negative
     * @param n size of the first sample, positive
     * @param limit the limit, positive
     * @return the smallest whole k, at least 1; infinite if n alone forbids it
     */
    public static double rowsNeeded(double factor, double n, double limit) {
        double allowed = perRow(factor, limit) - 1 / Arguments.positive(n, "rows");
        return allowed > 0 ? Math.max(1, wholeRows(1 / allowed)) : Double.POSITIVE_INFINITY;
    }

    /**
     * Rows that both samples must have so that two samples of one law are expected within a limit.
     *
     * @param factor as in {@link #rowsNeeded}
     * @param limit the limit, positive
     * @return the smallest whole number of rows, at least 1
     */
    public static double equalRowsNeeded(double factor, double limit) {
        return Math.max(1, wholeRows(2 / perRow(factor, limit)));
    }

    private static double perRow(double factor, double limit) {
        double root = Arguments.positive(limit, "a limit") / factor;
        return root * root;
    }

    static double wholeRows(double rows) {
        return Math.ceil(rows - 1e-9 * Math.max(1, rows));
    }

    static double inverse(double n, double m) {
        return 1 / Arguments.positive(n, "rows") + 1 / Arguments.positive(m, "rows");
    }
}
