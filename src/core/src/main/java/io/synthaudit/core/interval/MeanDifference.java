package io.synthaudit.core.interval;

/**
 * The difference of the means of two independent samples of values that have a smallest step, such as lengths.
 *
 * <p>Variances need not agree. Rows of another value that are too rare to be seen still move a mean: each side's sum of squares
 * gets what makes the interval of a constant side reach one step times the share of rows that may have been missed, {@link
 * Proportions#unseen}, so that equal constants do not get an interval of width 0.
 *
 * @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch (1947)</a>
 */
public final class MeanDifference {

    private MeanDifference() {}

    /**
     * One sample.
     *
     * @param mean its mean
     * @param variance its variance, divisor n, not negative
     * @param n its effective size, positive
     */
    public record Sample(double mean, double variance, double n) {

        /** Squared half-width of the interval of the mean. */
        private double squaredReach(double step, double level) {
            double z = Normal.z(level);
            double missed = step * Proportions.unseen(n, level);
            return z * z * variance / n + missed * missed;
        }
    }

    /**
     * The first mean minus the second.
     *
     * @param first the first sample
     * @param second the second sample
     * @param step the least by which two values differ, not negative
     * @param level one-sided confidence of each bound
     * @return the difference, bias 0
     */
    public static Estimate of(Sample first, Sample second, double step, double level) {
        double value = first.mean - second.mean;
        double reach = Math.sqrt(first.squaredReach(step, level) + second.squaredReach(step, level));
        return Estimate.of(value, 0, new Interval(value - reach, value + reach, level, "Welch, normal"));
    }
}
