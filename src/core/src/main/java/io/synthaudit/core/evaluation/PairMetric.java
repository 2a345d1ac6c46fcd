package io.synthaudit.core.evaluation;

import io.synthaudit.core.statistic.State;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;

/**
 * A metric of two columns.
 *
 * @param <S> state of the statistic that it reads
 */
public non-sealed interface PairMetric<S extends State<S>> extends Metric, Compares<S> {

    Applicability appliesTo(Field first, Field second);

    Statistic<S> statistic(Field first, Field second);
}
