package io.synthaudit.core.evaluation;

import io.synthaudit.core.statistic.State;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;

/**
 * A metric of one column.
 *
 * @param <S> state of the statistic that it reads
 */
public non-sealed interface ColumnMetric<S extends State<S>> extends Metric, Compares<S> {

    Applicability appliesTo(Field field);

    Statistic<S> statistic(Field field);
}
