package io.synthaudit.testkit;

import io.synthaudit.core.statistic.Counts;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.core.statistic.Statistic;

final class LevelsMergeTest extends MergeLawContract<Counts> {

    @Override
    protected Statistic<Counts> statistic() {
        return new Levels(FixtureTables.SCHEMA.field(3));
    }

    @Override
    protected double[] numbers(Counts state) {
        return java.util.Arrays.stream(state.cells()).asDoubleStream().toArray();
    }
}
