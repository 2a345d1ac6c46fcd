package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.MetricContract;
import io.synthaudit.testkit.Numbers;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WassersteinDistanceTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new WassersteinDistance();
    }

    @Override
    protected Numbers numbers(Measure measure) {
        return measure.id().equals("scaled") ? Numbers.AFFINE : Numbers.UNIT;
    }

    /** {@code scipy.stats.wasserstein_distance(real.x, synthetic.x)}, and the same over the range of real.x, 10. */
    @Test
    void the_golden_vectors_are_at_the_distance_that_scipy_gives() {
        Vectors x = Vectors.numbers("x");
        double raw = value(x, 0);
        assertThat(raw).isEqualTo(0.348166666666667, within(1e-12));
        assertThat(raw / (x.profile().max() - x.profile().min())).isEqualTo(0.0348166666666667, within(1e-12));
    }

    @Test
    void the_scaled_distance_is_the_raw_one_in_training_standard_deviations() {
        Vectors column = Vectors.ofNumbers(new double[] {1, 3}, 5, 7, 9);
        assertThat(value(column, 0)).isEqualTo(5, within(1e-15));
        assertThat(value(column, 1)).isEqualTo(5, within(1e-15));
        assertThat(value(Vectors.ofNumbers(new double[] {10, 30}, 50, 70, 90), 1))
                .isEqualTo(5, within(1e-15));
    }

    @Test
    void a_shift_is_its_own_distance_and_missing_cells_are_left_out() {
        Vectors column = Vectors.ofNumbers(new double[] {1, 2, 2, 9, Double.NaN}, 4, 5, 5, 12);
        assertThat(value(column, 0)).isEqualTo(3, within(1e-15));
    }

    @Test
    void it_is_symmetric_in_raw_units() {
        double[] a = {0, 0, 3, 7.5};
        double[] b = {-2, 1, 8};
        assertThat(value(Vectors.ofNumbers(a, b), 0)).isEqualTo(value(Vectors.ofNumbers(b, a), 0));
    }

    @Test
    void a_constant_training_column_has_no_scaled_distance() {
        assertThat(values(Vectors.ofNumbers(new double[] {4, 4}, 4, 6)))
                .extracting(m -> m.measure().id())
                .containsExactly("distance");
    }

    @Test
    void a_column_without_numbers_has_no_value() {
        assertThat(values(Vectors.ofNumbers(new double[] {4, 4}, Double.NaN))).isEmpty();
    }

    @Test
    void more_planted_shift_never_looks_better() {
        double[] a = pressure(2_000, 3, 0);
        double before = 0;
        for (double shift : new double[] {0, 0.2, 0.5, 1, 2}) {
            double now = value(Vectors.ofNumbers(a, pressure(2_000, 4, shift)), 1);
            assertThat(now).isGreaterThan(before);
            before = now;
        }
    }

    /** Mean over 400 pairs of fresh samples of 300 and 200 numbers; its standard error is about 1.5 %. */
    @Test
    void the_closed_form_is_the_mean_distance_of_two_fresh_samples() {
        Vectors law = Vectors.ofNumbers(pressure(20_000, 5, 0));
        double sum = 0;
        for (int i = 0; i < 400; i++) {
            sum += value(Vectors.ofNumbers(pressure(300, 100 + i, 0), pressure(200, 600 + i, 0)), 0) / 400;
        }
        double expected = new WassersteinDistance().expected("distance", law.trainingNumbers(), 300, 200);
        assertThat(expected).isEqualTo(sum, within(0.05 * sum));
        assertThat(new WassersteinDistance().expected("scaled", law.trainingNumbers(), 300, 200))
                .isEqualTo(expected / law.profile().spread(), within(1e-9));
    }

    private static double[] pressure(int rows, long seed, double shift) {
        return ((NumberColumn) FixtureTables.people(rows, seed, shift).column(1)).values();
    }

    private static double value(Vectors column, int measure) {
        return values(column).get(measure).estimate().value();
    }

    private static List<Measured> values(Vectors column) {
        return new WassersteinDistance()
                .compare(column.trainingNumbers(), column.syntheticNumbers(), comparison(column.profile()));
    }
}
