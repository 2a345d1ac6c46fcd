package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.MetricContract;
import io.synthaudit.testkit.Numbers;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class MomentsTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new Moments();
    }

    @Override
    protected Numbers numbers(Measure measure) {
        return measure.id().equals("mean") || measure.id().equals("sd") ? Numbers.UNIT : Numbers.AFFINE;
    }

    /** Once all rows are moved alike, spread and shape are what they were. */
    @Override
    protected boolean isDescriptive(Measure measure) {
        return !measure.id().startsWith("mean");
    }

    /**
     * {@code import numpy as np, scipy.stats as s; a=np.array([1.,2,2,3,10]); b=np.array([0.,1,4,4,9,9])}, then {@code
     * b.mean()-a.mean(), b.std(ddof=1)-a.std(ddof=1), s.skew(b)-s.skew(a), s.kurtosis(b)-s.kurtosis(a)} and the first two
     * over {@code a.std()}.
     */
    @Test
    void the_moments_are_those_of_numpy_and_scipy() {
        Map<String, Estimate> values = values(Vectors.ofNumbers(new double[] {1, 2, 2, 3, 10}, 0, 1, 4, 4, 9, 9));
        assertThat(values.get("mean").value()).isEqualTo(0.9, within(1e-12));
        assertThat(values.get("sd").value()).isEqualTo(0.1871413967740687, within(1e-12));
        assertThat(values.get("skewness").value()).isEqualTo(-1.1743038081605235, within(1e-12));
        assertThat(values.get("kurtosis").value()).isEqualTo(-1.5349254292705836, within(1e-12));
        assertThat(values.get("mean-scaled").value()).isEqualTo(0.2759127027682346, within(1e-12));
        assertThat(values.get("sd-scaled").value()).isEqualTo(0.057371876204173194, within(1e-12));
    }

    /** fidelity vectors: SDMetrics' StatisticSimilarity is 1 - |difference| / training range. */
    @Test
    void statistic_similarity_of_the_golden_vectors_is_one_minus_the_difference_over_the_range() {
        Vectors x = Vectors.numbers("x");
        double range = x.profile().max() - x.profile().min();
        Map<String, Estimate> values = values(x);
        assertThat(1 - Math.abs(values.get("mean").value()) / range).isEqualTo(0.965487037037037, within(1e-12));
        assertThat(1 - Math.abs(values.get("sd").value()) / range).isEqualTo(0.978926858151668, within(1e-12));
    }

    @Test
    void a_far_centre_costs_no_digits() {
        double[] a = {1, 2, 2, 3, 10};
        double[] b = {0, 1, 4, 4, 9, 9};
        Map<String, Estimate> near = values(Vectors.ofNumbers(a, b));
        Map<String, Estimate> far = values(Vectors.ofNumbers(
                DoubleStream.of(a).map(v -> v + 0x1p40).toArray(),
                DoubleStream.of(b).map(v -> v + 0x1p40).toArray()));
        near.forEach((measure, estimate) ->
                assertThat(far.get(measure).value()).as(measure).isEqualTo(estimate.value(), within(1e-9)));
    }

    @Test
    void raw_moments_follow_the_unit_and_scaled_ones_do_not() {
        double[] a = {1, 2, 2, 3, 10};
        double[] b = {0, 1, 4, 4, 9, 9};
        Map<String, Estimate> one = values(Vectors.ofNumbers(a, b));
        Map<String, Estimate> ten = values(Vectors.ofNumbers(
                DoubleStream.of(a).map(v -> 10 * v + 7).toArray(),
                DoubleStream.of(b).map(v -> 10 * v + 7).toArray()));
        for (String raw : new String[] {"mean", "sd"}) {
            assertThat(ten.get(raw).value()).isEqualTo(10 * one.get(raw).value(), within(1e-10));
        }
        for (String free : new String[] {"mean-scaled", "sd-scaled", "skewness", "kurtosis"}) {
            assertThat(ten.get(free).value()).isEqualTo(one.get(free).value(), within(1e-10));
        }
        assertThat(ten.get("mean").interval().upper())
                .isEqualTo(10 * one.get("mean").interval().upper(), within(1e-9));
    }

    @Test
    void more_planted_shift_never_looks_better() {
        double[] a = pressure(2_000, 3, 0);
        double before = -1;
        for (double shift : new double[] {0, 0.2, 0.5, 1, 2}) {
            double now = values(Vectors.ofNumbers(a, pressure(2_000, 4, shift)))
                    .get("mean-scaled")
                    .value();
            assertThat(now).isGreaterThan(before);
            before = now;
        }
    }

    @Test
    void a_mean_of_even_numbers_has_the_usual_standard_error() {
        double[] a = new double[400];
        double[] b = new double[100];
        for (int i = 0; i < 400; i++) {
            a[i] = i % 20;
            b[i / 4] = i / 4 % 20;
        }
        Estimate mean = values(Vectors.ofNumbers(a, b)).get("mean");
        double error = Math.sqrt(33.25 / 399 + 33.25 / 99);
        assertThat(mean.interval().upper()).isEqualTo(1.645 * error, within(0.01 * error));
        assertThat(mean.interval().lower()).isEqualTo(-1.645 * error, within(0.01 * error));
    }

    @Test
    void rows_that_come_in_fours_widen_the_interval_twofold() {
        Vectors column = Vectors.ofNumbers(pressure(4_000, 3, 0), pressure(4_000, 4, 0));
        var once = new Moments()
                .compare(column.trainingNumbers(), column.syntheticNumbers(), comparison(column.profile()))
                .get(0);
        var fours = new Moments()
                .compare(
                        column.trainingNumbers(),
                        column.syntheticNumbers(),
                        new Comparison(0.95, 4, 4, column.profile()))
                .get(0);
        assertThat(fours.estimate().interval().width())
                .isEqualTo(
                        2 * once.estimate().interval().width(),
                        within(0.01 * once.estimate().interval().width()));
    }

    @Test
    void a_moment_that_one_far_cell_carries_has_no_interval() {
        double[] a = pressure(300, 3, 0);
        double[] b = pressure(300, 4, 0);
        b[0] = 1e5;
        Map<String, Estimate> values = values(Vectors.ofNumbers(a, b));
        assertThat(values.get("mean").hasInterval()).isTrue();
        for (String measure : new String[] {"sd", "sd-scaled", "skewness", "kurtosis"}) {
            assertThat(values.get(measure).noInterval()).as(measure).startsWith("A few far cells carry it");
        }
    }

    @Test
    void a_constant_column_has_a_mean_without_interval_and_no_shape() {
        Map<String, Estimate> values = values(Vectors.ofNumbers(new double[] {4, 4, 4}, 4, 6, 8));
        assertThat(values).containsOnlyKeys("mean", "sd");
        assertThat(values.get("mean").value()).isEqualTo(2);
        assertThat(values.get("mean").hasInterval()).isFalse();
        assertThat(values(Vectors.ofNumbers(new double[] {4, 6, 8}, 5, 5)))
                .containsOnlyKeys("mean", "sd", "mean-scaled", "sd-scaled");
        assertThat(values(Vectors.ofNumbers(new double[] {4, Double.NaN}, 5, 5)))
                .isEmpty();
    }

    private static double[] pressure(int rows, long seed, double shift) {
        return ((NumberColumn) FixtureTables.people(rows, seed, shift).column(1)).values();
    }

    private static Map<String, Estimate> values(Vectors column) {
        Map<String, Estimate> values = new TreeMap<>();
        new Moments()
                .compare(column.trainingNumbers(), column.syntheticNumbers(), comparison(column.profile()))
                .forEach(m -> values.put(m.measure().id(), m.estimate()));
        return values;
    }
}
