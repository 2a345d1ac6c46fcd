package io.synthaudit.core.interval;

import java.util.Objects;

/**
 * A lower and an upper confidence bound.
 *
 * @param lower the lower bound, finite
 * @param upper the upper bound, finite and not below {@code lower}
 * @param level the <em>one-sided</em> confidence of each bound, in (0, 1): at 0.95 each bound alone holds with 95 %, both
 *     together with 90 %
 * @param method the name of the method, for readers
 */
public record Interval(double lower, double upper, double level, String method) {

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a bound is not finite, the bounds are out of order, the level is outside (0, 1) or
     *     the method is blank
     */
    public Interval {
        Objects.requireNonNull(method, "method");
        if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower > upper) {
            throw new IllegalArgumentException("bounds must be finite and in order: " + lower + ", " + upper);
        }
        Arguments.level(level);
        if (method.isBlank()) {
            throw new IllegalArgumentException("an interval names its method");
        }
    }

    /**
     * Whether a value lies between the bounds, ends included.
     *
     * @param value any number
     * @return false for NaN
     */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /**
     * The distance between the bounds.
     *
     * @return at least 0
     */
    public double width() {
        return upper - lower;
    }

    /**
     * The same bounds cut to a range that the quantity cannot leave.
     *
     * @param least the smallest possible value
     * @param greatest the largest possible value
     * @return an interval within the range
     */
    public Interval clippedTo(double least, double greatest) {
        return new Interval(
                Math.min(greatest, Math.max(least, lower)), Math.max(least, Math.min(greatest, upper)), level, method);
    }

    /**
     * The same bounds in another unit.
     *
     * @param factor positive and finite
     * @return both bounds times the factor
     */
    public Interval times(double factor) {
        Arguments.positive(factor, "a factor");
        return new Interval(lower * factor, upper * factor, level, method);
    }
}
