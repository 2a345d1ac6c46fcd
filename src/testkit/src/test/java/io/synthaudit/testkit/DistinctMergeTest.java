package io.synthaudit.testkit;

import io.synthaudit.core.statistic.Distinct;
import io.synthaudit.core.statistic.SortedCounts;
import io.synthaudit.core.statistic.Statistic;

final class DistinctMergeTest extends MergeLawContract<SortedCounts> {

    @Override
    protected Statistic<SortedCounts> statistic() {
        return new Distinct(FixtureTables.SCHEMA.field(2));
    }

    @Override
    protected double[] numbers(SortedCounts state) {
        double[] counts =
                java.util.Arrays.stream(state.counts()).asDoubleStream().toArray();
        double[] all = java.util.Arrays.copyOf(state.values(), 2 * counts.length + 1);
        System.arraycopy(counts, 0, all, counts.length, counts.length);
        all[2 * counts.length] = state.missing();
        return all;
    }
}
