package io.synthaudit.core.interval;

/**
 * A number with its doubt: a value and an interval, or a value and the reason why it has none.
 *
 * @param value the value, finite
 * @param bias the value expected of a fresh sample of these sizes when nothing differs; NaN if the method gives none
 * @param interval the interval, or null
 * @param noInterval why there is no interval, or null; exactly one of the two is given
 */
public record Estimate(double value, double bias, Interval interval, String noInterval) {

    /**
     * Checks that the estimate is whole.
     *
     * @throws IllegalArgumentException if the value is not finite, the bias is infinite, or not exactly one of interval and
     *     reason is given
     */
    public Estimate {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("an estimate has a finite value, not " + value);
        }
        if (Double.isInfinite(bias)) {
            throw new IllegalArgumentException("a bias is finite, or NaN if unknown");
        }
        if ((interval == null) == (noInterval == null)) {
            throw new IllegalArgumentException("an estimate has an interval or says why it has none");
        }
        if (noInterval != null && noInterval.isBlank()) {
            throw new IllegalArgumentException("the reason for having no interval is empty");
        }
    }

    /**
     * A value with an interval and no known bias.
     *
     * @param value the value
     * @param interval its interval
     * @return the estimate
     */
    public static Estimate of(double value, Interval interval) {
        return new Estimate(value, Double.NaN, interval, null);
    }

    /**
     * A value with an interval, and what a fresh sample of these sizes would score.
     *
     * @param value the value
     * @param bias the expected value when nothing differs, or NaN
     * @param interval its interval
     * @return the estimate
     */
    public static Estimate of(double value, double bias, Interval interval) {
        return new Estimate(value, bias, interval, null);
    }

    /**
     * A value without an interval.
     *
     * @param value the value
     * @param why why there is none, as a sentence for readers
     * @return the estimate
     */
    public static Estimate point(double value, String why) {
        return new Estimate(value, Double.NaN, null, why);
    }

    /**
     * Whether there is an interval.
     *
     * @return true if {@link #interval()} is not null
     */
    public boolean hasInterval() {
        return interval != null;
    }
}
