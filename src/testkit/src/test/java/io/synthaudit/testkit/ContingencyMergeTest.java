package io.synthaudit.testkit;

import io.synthaudit.core.statistic.Contingency;
import io.synthaudit.core.statistic.PairCounts;
import io.synthaudit.core.statistic.Statistic;

final class ContingencyMergeTest extends MergeLawContract<PairCounts> {

    @Override
    protected Statistic<PairCounts> statistic() {
        return new Contingency(FixtureTables.SCHEMA.field(1), FixtureTables.SCHEMA.field(3));
    }

    @Override
    protected double[] numbers(PairCounts state) {
        return java.util.Arrays.stream(state.cells()).asDoubleStream().toArray();
    }
}
