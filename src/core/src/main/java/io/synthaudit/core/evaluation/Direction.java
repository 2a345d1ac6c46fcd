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
    NONE
}
