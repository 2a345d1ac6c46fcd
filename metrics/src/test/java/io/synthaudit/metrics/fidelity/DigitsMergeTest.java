package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.statistic.Digits;
import io.synthaudit.core.statistic.MarginCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.MergeLawContract;
import java.util.Arrays;
import java.util.stream.DoubleStream;

final class DigitsMergeTest extends MergeLawContract<MarginCounts> {

    @Override
    protected Statistic<MarginCounts> statistic() {
        return new Digits(FixtureTables.SCHEMA.field(1));
    }

    @Override
    protected double[] numbers(MarginCounts state) {
        return DoubleStream.concat(
                        DoubleStream.of(state.missing()[0]),
                        Arrays.stream(state.cells())
                                .flatMapToDouble(m -> Arrays.stream(m).asDoubleStream()))
                .toArray();
    }
}
