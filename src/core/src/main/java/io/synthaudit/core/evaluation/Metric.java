package io.synthaudit.core.evaluation;

/**
 * A metric that compares two states of one statistic: the service type by which metrics are found.
 *
 * <p>Implementations are stateless, have a public constructor without arguments and are registered with
 * {@code @AutoService(Metric.class)}.
 */
public sealed interface Metric permits ColumnMetric, PairMetric, PairsMetric {

    Description description();
}
