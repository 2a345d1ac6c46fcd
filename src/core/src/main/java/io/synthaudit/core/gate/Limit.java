package io.synthaudit.core.gate;

/**
 * Where a gate's number must lie.
 *
 * @param min smallest allowed value, or NaN when there is no lower limit
 * @param max largest allowed value, or NaN when there is no upper limit
 */
public record Limit(double min, double max) {

    public Limit {
        if (Double.isNaN(min) && Double.isNaN(max)) {
            throw new IllegalArgumentException("a limit has a lower or an upper end");
        }
        if (min > max) {
            throw new IllegalArgumentException("a limit's lower end is not above its upper end");
        }
    }

    public static Limit atMost(double max) {
        return new Limit(Double.NaN, max);
    }

    public static Limit atLeast(double min) {
        return new Limit(min, Double.NaN);
    }

    public boolean hasMin() {
        return !Double.isNaN(min);
    }

    public boolean hasMax() {
        return !Double.isNaN(max);
    }
}
