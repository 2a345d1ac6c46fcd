package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.statistic.LevelMoments;
import io.synthaudit.core.statistic.LevelSums;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.MergeLawContract;

final class LevelMomentsMergeTest extends MergeLawContract<LevelSums> {

    @Override
    protected Statistic<LevelSums> statistic() {
        return new LevelMoments(FixtureTables.SCHEMA.field(3), FixtureTables.SCHEMA.field(1));
    }

    @Override
    protected double[] numbers(LevelSums state) {
        double[] numbers = new double[5 * state.codes()];
        for (int level = 0; level < state.codes(); level++) {
            numbers[5 * level] = state.count(level);
            for (int order = 1; order < 5; order++) {
                numbers[5 * level + order] = state.sum(level, order);
            }
        }
        return numbers;
    }

    @Override
    protected double tolerance() {
        return 1e-12;
    }
}
