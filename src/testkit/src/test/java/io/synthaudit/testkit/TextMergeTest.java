package io.synthaudit.testkit;

import io.synthaudit.core.statistic.Counts;
import io.synthaudit.core.statistic.DigitCounts;
import io.synthaudit.core.statistic.DigitStrings;
import io.synthaudit.core.statistic.Distinct;
import io.synthaudit.core.statistic.SortedCounts;
import io.synthaudit.core.statistic.State;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.statistic.TextLengths;
import io.synthaudit.core.statistic.TextMasks;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Nested;

final class TextMergeTest {

    private abstract static class OfTexts<S extends State<S>> extends MergeLawContract<S> {
        @Override
        protected Table table(int rows, long seed) {
            return FixtureTexts.rows(rows, seed);
        }
    }

    private static double[] all(SortedCounts state) {
        return DoubleStream.concat(
                        Arrays.stream(state.values()),
                        DoubleStream.concat(
                                Arrays.stream(state.counts()).asDoubleStream(), DoubleStream.of(state.missing())))
                .toArray();
    }

    @Nested
    final class Masks extends OfTexts<Counts> {
        @Override
        protected Statistic<Counts> statistic() {
            return new TextMasks(FixtureTexts.SCHEMA.field(2));
        }

        @Override
        protected double[] numbers(Counts state) {
            return Arrays.stream(state.cells()).asDoubleStream().toArray();
        }
    }

    @Nested
    final class Lengths extends OfTexts<SortedCounts> {
        @Override
        protected Statistic<SortedCounts> statistic() {
            return new TextLengths(FixtureTexts.SCHEMA.field(2));
        }

        @Override
        protected double[] numbers(SortedCounts state) {
            return all(state);
        }
    }

    @Nested
    final class Values extends OfTexts<SortedCounts> {
        @Override
        protected Statistic<SortedCounts> statistic() {
            return new Distinct(FixtureTexts.SCHEMA.field(1));
        }

        @Override
        protected double[] numbers(SortedCounts state) {
            return all(state);
        }
    }

    @Nested
    final class Digits extends OfTexts<DigitCounts> {
        @Override
        protected Statistic<DigitCounts> statistic() {
            return new DigitStrings(FixtureTexts.SCHEMA.field(1));
        }

        @Override
        protected double[] numbers(DigitCounts state) {
            return new double[] {state.rows(), state.digits(), state.leadingZeros()};
        }
    }
}
