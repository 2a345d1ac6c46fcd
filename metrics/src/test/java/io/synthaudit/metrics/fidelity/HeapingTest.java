package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.random.Poisson;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.Digits;
import io.synthaudit.core.statistic.MarginCounts;
import io.synthaudit.core.table.Kind;
import io.synthaudit.testkit.MetricContract;
import io.synthaudit.testkit.Numbers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HeapingTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new Heaping();
    }

    /** Digits are read. */
    @Override
    protected Numbers numbers(Measure measure) {
        return Numbers.VALUES;
    }

    @Test
    void last_digits_and_round_numbers_are_compared_without_zeros() {
        Margins column = integers(new double[] {0, 0, 10, 20, -35, 41, Double.NaN}, 0, 11, 22, 33, 40);
        // Training digits 0 0 5 1, synthetic 1 2 3 0.
        assertThat(column.value("last-digit")).isEqualTo(0.5, within(1e-15));
        assertThat(column.value("multiples-of-10")).isEqualTo(0.25 - 0.5, within(1e-15));
        assertThat(column.value("multiples-of-5")).isEqualTo(0.25 - 0.75, within(1e-15));
    }

    @Test
    void decimals_are_read_at_the_precision_of_training() {
        double[] tenths = {1.5, 2.5, 3.0, 4.1};
        Margins column = new Margins(new Heaping(), Kind.NUMERIC, tenths, 1.52, 2.5, 3.04, 4.1);
        assertThat(column.value("last-digit")).isZero();
        assertThat(new Heaping().variant(column.training())).isEqualTo("decimals-1");
        assertThat(column.value("multiples-of-5")).isZero();
    }

    /** 1.005 and 0.29 are no decimals in binary; as doubles they are the nearest to three and two places. */
    @Test
    void the_digits_are_those_that_are_written() {
        Margins column = new Margins(new Heaping(), Kind.NUMERIC, new double[] {1.005, 0.293, 8.675, 1.115}, 1);
        assertThat(new Heaping().variant(column.training())).isEqualTo("decimals-3");
        assertThat(Digits.last(column.training(), 3)).containsExactly(0, 0, 0, 1, 0, 3, 0, 0, 0, 0);
        Margins hundredths = new Margins(new Heaping(), Kind.NUMERIC, new double[] {0.29, 0.57, 1.15, 4.35}, 1);
        assertThat(Digits.last(hundredths.training(), 2)).containsExactly(0, 0, 0, 0, 0, 2, 0, 1, 0, 1);
    }

    @Test
    void huge_numbers_have_their_own_last_digit() {
        Margins column = integers(new double[] {9_007_199_254_740_996.0, 1e300, 123_456_789_012_343.0}, 3);
        // python3 -c 'print(int(1e300) % 10, 9007199254740996 % 10)' gives 0 and 6.
        assertThat(Digits.last(column.training(), 0)).containsExactly(1, 0, 0, 1, 0, 0, 1, 0, 0, 0);
    }

    @Test
    void one_odd_cell_does_not_set_the_precision() {
        double[] a = IntStream.range(0, 200).asDoubleStream().toArray();
        a[7] = Math.PI;
        assertThat(new Heaping().variant(integers(a, 1).training())).isEqualTo("decimals-0");
    }

    @Test
    void a_column_of_fine_numbers_has_no_last_digit() {
        Margins column = new Margins(new Heaping(), Kind.NUMERIC, new double[] {Math.PI, Math.E}, 1, 2);
        assertThat(column.values()).isEmpty();
        assertThat(column.leftOut("last-digit")).isEqualTo("kind");
        assertThat(integers(new double[] {1, 2}, 0, 0).values()).isEmpty();
        assertThat(integers(new double[] {1, 2}, 0, 0).leftOut("last-digit")).isEqualTo("no-value");
        assertThat(integers(new double[] {1, 2}, Double.NaN).values()).isEmpty();
    }

    @Test
    void more_heaping_never_looks_better() {
        double[] a = IntStream.range(0, 2_000).mapToDouble(i -> 1 + i % 97).toArray();
        double before = 0;
        for (int every : new int[] {16, 8, 4, 2, 1}) {
            double[] b = IntStream.range(0, 2_000)
                    .mapToDouble(i -> i % every == 0 ? 10 * Math.rint(a[i] / 10) + 10 : a[i])
                    .toArray();
            double now = integers(a, b).value("last-digit");
            assertThat(now).isGreaterThan(before);
            before = now;
        }
    }

    /** Mean over 400 pairs of fresh samples of 300 and 200 rows, three in four of which hold a number but zero. */
    @Test
    void the_closed_form_is_the_mean_distance_of_two_fresh_samples() {
        double[] a = IntStream.range(0, 4_000)
                .mapToDouble(i -> i % 4 == 0 ? 0 : 1 + i % 97)
                .toArray();
        MarginCounts law = integers(a, 1).training();
        Poisson poisson = new Poisson(new RandomStreams(3).stream("heaping"));
        double sum = 0;
        for (int i = 0; i < 400; i++) {
            long[] x = Digits.last(law.resample(poisson, 1, 300.0 / 4_000), 0);
            long[] y = Digits.last(law.resample(poisson, 1, 200.0 / 4_000), 0);
            sum += MarginDistances.distance(x, y).value() / 400;
        }
        assertThat(new Heaping().expected("last-digit", law, 300, 200)).isEqualTo(sum, within(0.05 * sum));
    }

    private static Margins integers(double[] training, double... synthetic) {
        return new Margins(new Heaping(), Kind.INTEGER, training, synthetic);
    }
}
