package io.synthaudit.metrics.rules;

import io.synthaudit.core.evaluation.Target;

/** Something that holds in every training row of which it says anything. */
interface Rule {

    Target target();

    /** Tells rules of one target apart; empty when there is only one. */
    default String variant() {
        return "";
    }

    /** The rule as a sentence, which names columns and no value. */
    String sentence();

    /** Tries it on the rows of the synthetic table or of the holdout. */
    Breaks on(Side side);

    /** Which table a rule is tried on. */
    enum Side {
        SYNTHETIC,
        HOLDOUT
    }
}
