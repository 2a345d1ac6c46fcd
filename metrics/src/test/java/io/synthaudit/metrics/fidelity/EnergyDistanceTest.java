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

final class EnergyDistanceTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new EnergyDistance();
    }

    @Override
    protected Numbers numbers(Measure measure) {
        return Numbers.ROOT_OF_UNIT;
    }

    /** {@code scipy.stats.energy_distance(real.x, synthetic.x)} is 0.17474726017386255. */
    @Test
    void the_golden_vectors_are_at_the_distance_that_scipy_gives() {
        assertThat(value(Vectors.numbers("x"))).isEqualTo(0.17474726017386255, within(1e-12));
    }

    /** {@code scipy.stats.energy_distance([0, 0, 3, 7.5], [-2, 1, 8])} is 0.8858454843945541. */
    @Test
    void it_is_symmetric_and_leaves_missing_cells_out() {
        double[] a = {0, 0, 3, 7.5, Double.NaN};
        double[] b = {-2, 1, 8};
        assertThat(value(Vectors.ofNumbers(a, b))).isEqualTo(0.8858454843945541, within(1e-15));
        assertThat(value(Vectors.ofNumbers(b, a))).isEqualTo(value(Vectors.ofNumbers(a, b)));
    }

    /** Two points at distance d: 2 E|X-Y| = 2d, so D is the root of 2d. */
    @Test
    void its_unit_is_the_root_of_the_columns() {
        assertThat(value(Vectors.ofNumbers(new double[] {5}, 7))).isEqualTo(2, within(1e-15));
        assertThat(value(Vectors.ofNumbers(new double[] {500}, 700))).isEqualTo(20, within(1e-12));
    }

    @Test
    void a_column_without_numbers_has_no_value() {
        assertThat(values(Vectors.ofNumbers(new double[] {4, 4}, Double.NaN))).isEmpty();
    }

    @Test
    void more_planted_shift_never_looks_better() {
        double before = 0;
        for (double shift : new double[] {0, 0.2, 0.5, 1, 2}) {
            double now = value(Vectors.ofNumbers(pressure(2_000, 3, 0), pressure(2_000, 4, shift)));
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
            sum += value(Vectors.ofNumbers(pressure(300, 100 + i, 0), pressure(200, 600 + i, 0))) / 400;
        }
        assertThat(new EnergyDistance().expected("distance", law.trainingNumbers(), 300, 200))
                .isEqualTo(sum, within(0.05 * sum));
    }

    /** Gamma(1) / Gamma(1/2) = 1 / sqrt(pi); {@code math.gamma(3.7) / math.gamma(3.2)} is 1.7205904202512854. */
    @Test
    void the_ratio_of_gamma_functions_holds_from_one_half_on() {
        assertThat(StepFunctions.gammaRatio(0.5)).isEqualTo(1 / Math.sqrt(Math.PI), within(1e-7));
        assertThat(StepFunctions.gammaRatio(3.2)).isEqualTo(1.7205904202512854, within(1e-7));
    }

    private static double[] pressure(int rows, long seed, double shift) {
        return ((NumberColumn) FixtureTables.people(rows, seed, shift).column(1)).values();
    }

    private static double value(Vectors column) {
        return values(column).get(0).estimate().value();
    }

    private static List<Measured> values(Vectors column) {
        return new EnergyDistance()
                .compare(column.trainingNumbers(), column.syntheticNumbers(), comparison(column.profile()));
    }
}
