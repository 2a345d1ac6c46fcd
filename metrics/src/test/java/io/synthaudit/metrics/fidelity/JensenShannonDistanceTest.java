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

final class JensenShannonDistanceTest extends MetricContract {

    /** {@code numpy.histogram(real.x, numpy.linspace(0, 10, 11))}, and the same edges for synthetic.x. */
    private static final long[] REAL = {20, 20, 19, 20, 20, 20, 19, 20, 20, 22};

    private static final long[] SYNTHETIC = {14, 14, 14, 13, 15, 13, 14, 14, 13, 16};

    @Override
    protected Metric metric() {
        return new JensenShannonDistance();
    }

    /** {@code scipy.spatial.distance.jensenshannon([80, 60, 40, 20, 0], [45, 60, 30, 0, 15], 2)} is 0.33217511161437735. */
    @Test
    void the_golden_levels_are_at_the_distance_that_scipy_gives_and_nothing_is_added_to_shares() {
        assertThat(value(Vectors.levels("c"), 0)).isEqualTo(0.33217511161437735, within(1e-12));
        assertThat(value(Vectors.levels("c"), 1)).isEqualTo(value(Vectors.levels("c"), 0));
    }

    /** {@code jensenshannon} of these counts in base 2 is 0.022297912873551016. */
    @Test
    void the_golden_numbers_in_equal_bins_are_at_the_distance_that_scipy_gives() {
        assertThat(JensenShannonDistance.distance(REAL, 200, SYNTHETIC, 140, -1))
                .isEqualTo(0.022297912873551016, within(1e-12));
    }

    /** Ten of {@code numpy.histogram_bin_edges(all x, "doane")}: {@code jensenshannon} is 0.09750215008762986. */
    @Test
    void the_golden_numbers_in_pooled_bins_are_at_the_distance_that_scipy_gives() {
        long[] a = {22, 22, 19, 22, 22, 20, 21, 22, 20, 10};
        long[] b = {15, 16, 14, 15, 14, 15, 16, 13, 16, 16};
        assertThat(JensenShannonDistance.distance(a, 200, b, 150, -1)).isEqualTo(0.09750215008762986, within(1e-12));
    }

    /** Python's decimal, 50 digits: shares .5 + d and .5 - d against halves, d = 1e-6, give sqrt(D) = 8.493218002885145e-07. */
    @Test
    void close_tables_do_not_drown_in_rounding() {
        long half = 500_000_000_000L;
        long[] a = {half + 1_000_000, half - 1_000_000};
        double distance = JensenShannonDistance.distance(a, 2.0 * half, new long[] {half, half}, 2.0 * half, -1);
        assertThat(distance / 8.493218002885145e-07).isEqualTo(1, within(1e-9));
    }

    @Test
    void the_variant_names_base_and_bins() {
        assertThat(new JensenShannonDistance().variant(Vectors.numbers("x").trainingCounts()))
                .isEqualTo("js/base2/profile-bins");
        assertThat(new JensenShannonDistance().variant(Vectors.levels("c").trainingCounts()))
                .isEqualTo("js/base2/levels");
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
        assertThat(JensenShannonDistance.distance(REAL, 200, SYNTHETIC, 140, -1))
                .isEqualTo(JensenShannonDistance.distance(SYNTHETIC, 140, REAL, 200, -1), within(1e-15));
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
        return new JensenShannonDistance()
                .compare(column.trainingCounts(), column.syntheticCounts(), comparison(column.profile()));
    }
}
