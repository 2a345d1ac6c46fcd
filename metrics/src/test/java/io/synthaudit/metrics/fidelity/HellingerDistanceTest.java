package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.MetricContract;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HellingerDistanceTest extends MetricContract {

    /** {@code numpy.histogram(real.x, numpy.linspace(0, 10, 11))}, and the same edges for synthetic.x. */
    private static final long[] REAL = {20, 20, 19, 20, 20, 20, 19, 20, 20, 22};

    private static final long[] SYNTHETIC = {14, 14, 14, 13, 15, 13, 14, 14, 13, 16};

    @Override
    protected Metric metric() {
        return new HellingerDistance();
    }

    /** {@code sqrt(sum((sqrt(p) - sqrt(q))**2) / 2)} in numpy; synthpop gives the same as dBhatt. */
    @Test
    void the_golden_levels_are_at_the_distance_of_the_formula() {
        assertThat(value(Vectors.levels("c"), 0)).isEqualTo(0.327383073741525, within(1e-12));
    }

    /**
     * Numpy, on these counts: 0.018565117515397255. A tool with too wide bins gives 0 for whatever numbers. The
     * last bin holds a quarter of training and all of synthetic: the root of 1 - sqrt(1/4).
     */
    @Test
    void numbers_in_equal_bins_are_not_at_distance_zero() {
        assertThat(HellingerDistance.distance(REAL, 200, SYNTHETIC, 140, -1))
                .isEqualTo(0.018565117515397255, within(1e-12));
        assertThat(value(Vectors.ofNumbers(new double[] {0, 0.1, 0.2, 0.3}, 0.7, 0.8, 0.9, 1), 0))
                .isEqualTo(Math.sqrt(0.5), within(1e-15));
    }

    @Test
    void the_variant_names_the_bins() {
        assertThat(new HellingerDistance().variant(Vectors.numbers("x").trainingCounts()))
                .isEqualTo("profile-bins");
        assertThat(new HellingerDistance().variant(Vectors.levels("c").trainingCounts()))
                .isEqualTo("levels");
    }

    @Test
    void missing_is_a_level_in_one_measure_and_left_out_in_the_other() {
        Vectors column = Vectors.ofLevels(new String[] {"a", "a", "b", null}, "a", "b", null, null);
        Vectors asLevel = Vectors.ofLevels(new String[] {"a", "a", "b", "m"}, "a", "b", "m", "m");
        Vectors without = Vectors.ofLevels(new String[] {"a", "a", "b"}, "a", "b");
        assertThat(value(column, 0)).isEqualTo(value(asLevel, 0), within(1e-15));
        assertThat(value(column, 1)).isEqualTo(value(without, 0), within(1e-15));
        assertThat(value(column, 0)).isNotEqualTo(value(column, 1));
    }

    @Test
    void a_synthetic_column_of_missing_cells_only_has_a_distance_and_none_of_present_cells() {
        assertThat(values(Vectors.ofLevels(new String[] {"a", "b"}, null, null)))
                .extracting(m -> m.measure().id() + " " + m.estimate().value())
                .containsExactly("distance 1.0");
    }

    @Test
    void columns_without_a_common_level_are_at_distance_one() {
        assertThat(value(Vectors.ofLevels(new String[] {"a", "b"}, "c", "d", "d"), 0))
                .isEqualTo(1, within(1e-15));
    }

    @Test
    void it_is_symmetric() {
        assertThat(HellingerDistance.distance(REAL, 200, SYNTHETIC, 140, -1))
                .isEqualTo(HellingerDistance.distance(SYNTHETIC, 140, REAL, 200, -1), within(1e-15));
    }

    @Test
    void more_planted_shift_never_looks_better() {
        double[] a = pressure(2_000, 3, 0);
        double before = 0;
        for (double shift : new double[] {0, 0.2, 0.5, 1, 2}) {
            double now = value(Vectors.ofNumbers(a, pressure(2_000, 4, shift)), 0);
            assertThat(now).isGreaterThan(before);
            before = now;
        }
    }

    private static double[] pressure(int rows, long seed, double shift) {
        return ((NumberColumn) FixtureTables.people(rows, seed, shift).column(1)).values();
    }

    private static double value(Vectors column, int measure) {
        return values(column).get(measure).estimate().value();
    }

    private static List<Measured> values(Vectors column) {
        return new HellingerDistance()
                .compare(column.trainingCounts(), column.syntheticCounts(), comparison(column.profile()));
    }
}
