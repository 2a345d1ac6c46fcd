package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.table.Kind;
import io.synthaudit.testkit.MetricContract;
import io.synthaudit.testkit.Numbers;
import org.junit.jupiter.api.Test;

final class DecimalsTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new Decimals();
    }

    /** Digits are read. */
    @Override
    protected Numbers numbers(Measure measure) {
        return Numbers.VALUES;
    }

    /** The damage moves numbers by whole steps, which keeps their decimals. */
    @Override
    protected boolean isDescriptive(Measure measure) {
        return true;
    }

    @Test
    void numbers_of_decimals_are_compared() {
        // Training 1 1 0 0 decimals, synthetic 1 2 0 and more than six.
        Margins column = numbers(new double[] {1.5, 0.1, 3, 0, Double.NaN}, 2.5, 0.29, 4, Math.PI);
        assertThat(column.value("distance")).isEqualTo(0.5, within(1e-15));
        assertThat(column.value("finer")).isEqualTo(0.5, within(1e-15));
        assertThat(column.values().get("finer").interval()).isEqualTo(Proportions.clopperPearson(2, 4, 0.95));
    }

    @Test
    void each_number_has_the_decimals_that_it_is_written_with() {
        double[] written = {1, 0.1, 0.29, 1.005, 1e-4, 123.00001, 0.000001, 1e-7, 1e300};
        assertThat(numbers(written, 1).training().margin(0)).containsExactly(2, 1, 1, 1, 1, 1, 1, 1, 0);
    }

    @Test
    void training_that_is_finer_than_can_be_told_has_no_finer_numbers() {
        Margins column = numbers(new double[] {Math.PI, 1.5}, 1, 2);
        assertThat(column.values()).containsOnlyKeys("distance");
        assertThat(column.leftOut("finer")).isEqualTo("kind");
        assertThat(numbers(new double[] {1.5}, Double.NaN).values()).isEmpty();
        assertThat(numbers(new double[] {Double.NaN}, 1.5).values()).isEmpty();
    }

    @Test
    void more_decimals_never_look_better() {
        double[] a = new double[100];
        double before = 0;
        for (int finer : new int[] {1, 10, 50, 100}) {
            double[] b = new double[100];
            for (int i = 0; i < 100; i++) {
                a[i] = i / 10.0;
                b[i] = i < finer ? i / 10.0 + 0.01 : i / 10.0;
            }
            double now = numbers(a, b).value("finer");
            assertThat(now).isGreaterThan(before);
            before = now;
        }
        assertThat(before).isEqualTo(1);
    }

    private static Margins numbers(double[] training, double... synthetic) {
        return new Margins(new Decimals(), Kind.NUMERIC, training, synthetic);
    }
}
