package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;

/**
 * The holdout as a control group.
 *
 * @param tables the tables without holdout rows of persons who are in training
 * @param table the control, or null
 * @param reason why there is none; null when there is
 * @param fitness what was measured of the holdout; null without a holdout
 */
record Control(Tables tables, Table table, Reason reason, HoldoutFitness.Fitness fitness) {

    /** Below this many holdout rows no yardstick is drawn from them. */
    static final int FEWEST_FOR_YARDSTICK = 100;

    static Control none(Tables tables) {
        return new Control(tables, null, Reason.NO_HOLDOUT, null);
    }
}
