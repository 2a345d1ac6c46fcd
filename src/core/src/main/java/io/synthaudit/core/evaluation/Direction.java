package io.synthaudit.core.evaluation;

/** Which way a measure gets better. */
public enum Direction {
    /** Smaller is better: distances, risks. */
    LOWER,
    /** Larger is better: shares of valid cells, accuracy. */
    HIGHER,
    /** Nearer zero is better: signed differences. */
    ZERO,
    /** Neither: descriptive. */
    NONE;

    /** How bad a value is among its like: the larger, the worse. */
    public double badness(double value) {
        return switch (this) {
            case HIGHER -> -value;
            case ZERO -> Math.abs(value);
            case LOWER, NONE -> value;
        };
    }
}
