package io.synthaudit.core.evaluation;

/**
 * One number that an evaluation gives.
 *
 * @param id name within the evaluation, such as {@code distance}
 * @param unit unit, {@code 1} for a pure number
 * @param range possible values, such as {@code [0, 1]}
 * @param direction which way it gets better
 * @param against how it is compared with a fresh real sample
 * @param title what it is called in a sentence behind "the" and before "is": {@code share of missing cells}
 */
public record Measure(String id, String unit, String range, Direction direction, Against against, String title) {

    /** A measure that is called by its id. */
    public Measure(String id, String unit, String range, Direction direction, Against against) {
        this(id, unit, range, direction, against, id.replace('-', ' '));
    }

    /** How a measure of training against synthetic is set beside training against holdout. */
    public enum Against {
        /** A plug-in distance, biased by size: equal sizes, and an excess by bootstrap. The engine makes its interval. */
        MATCHED,
        /** A share or mean without size bias: yardstick and excess from the two intervals (MOVER). */
        DIFFERENCE,
        /**
         * A difference or ratio whose law is not known in closed form: the engine resamples both tables, subtracts the
         * bias that it sees and takes normal bounds; yardstick and excess as for {@link #DIFFERENCE}.
         */
        RESAMPLED,
        /** The evaluation brings its own yardstick, or says why none has a meaning. */
        OWN
    }

    public static Measure distance(String id) {
        return new Measure(id, "1", "[0, 1]", Direction.LOWER, Against.MATCHED);
    }

    public static Measure share(String id) {
        return new Measure(id, "1", "[0, 1]", Direction.HIGHER, Against.DIFFERENCE);
    }

    /** A measure that the engine resamples; the metric gives points. */
    public static Measure resampled(String id, String unit, String range, Direction direction) {
        return new Measure(id, unit, range, direction, Against.RESAMPLED);
    }

    /** The same measure under a name that reads well in a sentence: {@code The <name> is 0.1}. */
    public Measure called(String name) {
        return new Measure(id, unit, range, direction, against, name);
    }

    /** Whether values lie between 0 and 1. */
    public boolean isShare() {
        return range.equals("[0, 1]");
    }

    public static Measure difference(String id, String range) {
        return new Measure(id, "1", range, Direction.ZERO, Against.DIFFERENCE);
    }
}
