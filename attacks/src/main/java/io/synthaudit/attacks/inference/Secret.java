package io.synthaudit.attacks.inference;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;

/** How a guess of one column is made and judged. */
interface Secret {

    /** Stands for "no value". */
    int NONE = -1;

    /** The secret of a training column: a number with a tolerance, or a level. */
    static Secret of(Column training, Column synthetic) {
        return training instanceof NumberColumn numbers
                ? NumberSecret.of(numbers, (NumberColumn) synthetic)
                : LevelSecret.of((CodeColumn) training, (CodeColumn) synthetic);
    }

    /** Probability that the vote of the tied rows hits the true value in a row of {@code truth}, where it is present. */
    double success(Column truth, int row, NearestRows.Ties ties);

    /** Whether the guess made without the synthetic table is right: 1 or 0. */
    double baseline(Column truth, int row);

    /** The rarest level with at least 50 training rows, {@link #NONE} if there is none. */
    int rare();

    /** Share of the tied rows that have the rare level. */
    double rareShare(NearestRows.Ties ties);

    /** Whether a row of {@code truth} has the rare level. */
    boolean isRare(Column truth, int row);
}
