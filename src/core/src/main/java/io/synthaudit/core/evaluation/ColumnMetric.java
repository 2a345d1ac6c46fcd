package io.synthaudit.core.evaluation;

import io.synthaudit.core.statistic.State;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.List;

/**
 * A metric of one column.
 *
 * @param <S> state of the statistic that it reads
 */
public non-sealed interface ColumnMetric<S extends State<S>> extends Metric {

    Applicability appliesTo(Field field);

    Statistic<S> statistic(Field field);

    /**
     * Compares two tables' states.
     *
     * @param reference state of the training column
     * @param candidate state of the synthetic column, of the holdout or of a sample of either
     * @param context level, effective sizes
     * @return values in the order of the description's measures; measures without a meaning here are left out.
     *     Measures of kind MATCHED come as points: the engine resamples and makes their intervals.
     */
    List<Measured> compare(S reference, S candidate, Comparison context);

    /** How the number was made where the field knows variants; by default none. */
    default String variant(S reference) {
        return "";
    }
}
