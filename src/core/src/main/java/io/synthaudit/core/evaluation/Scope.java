package io.synthaudit.core.evaluation;

/** What an interval speaks of. */
public enum Scope {
    /** This file: the synthetic table is fixed, the real rows and the targets vary. */
    RELEASE,
    /** The fitted model: rows of both tables vary, refitting is not covered. */
    MODEL,
    /** The generator: several synthetic tables were given. */
    GENERATOR
}
