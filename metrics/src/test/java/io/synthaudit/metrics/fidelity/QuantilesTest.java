package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.testkit.MetricContract;
import io.synthaudit.testkit.Numbers;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class QuantilesTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new Quantiles();
    }

    @Override
    protected Numbers numbers(Measure measure) {
        return measure.id().equals("qmse") ? Numbers.MONOTONE : Numbers.AFFINE;
    }

    /** SynthEval's q_mse of the golden vectors, which leaves out ten synthetic numbers beyond the training range. */
    @Test
    void qmse_of_the_golden_vectors_is_that_of_syntheval() {
        assertThat(values(Vectors.numbers("x")).get("qmse").value()).isEqualTo(8e-5, within(1e-15));
    }

    /** fidelity vectors: SDMetrics' StatisticSimilarity of the median is 1 - |difference| / training range. */
    @Test
    void statistic_similarity_of_the_median_is_one_minus_the_difference_over_the_range() {
        Vectors x = Vectors.numbers("x");
        double difference = values(x).get("p50").value() * x.profile().spread();
        double range = x.profile().max() - x.profile().min();
        assertThat(1 - Math.abs(difference) / range).isEqualTo(0.966666666666667, within(1e-12));
    }

    /**
     * {@code numpy.quantile(numpy.arange(1000.)**2, [.01,.05,.25,.5,.75,.95,.99])} gives 99.80, 2495.00, 62375.06, 249500.25,
     * 561375.56, 900695.10 and 978140.50; all moved by 500.
     */
    @Test
    void a_shift_moves_every_quantile_alike() {
        double[] a = squares(0);
        Map<String, Estimate> values = values(Vectors.ofNumbers(a, squares(500)));
        double unit = Vectors.ofNumbers(a).profile().spread();
        assertThat(values).hasSize(8);
        values.forEach((measure, estimate) -> {
            if (!measure.equals("qmse")) {
                assertThat(estimate.value() * unit).as(measure).isEqualTo(500, within(1e-6));
            }
        });
    }

    /**
     * {@code scipy.stats.binom.ppf([.05,.95], 1000, .5)} gives 474 and 526: ranks 474 and 527. The median of 0 to 999 is 499.5;
     * MOVER of two equal tables reaches hypot(499.5 - 473, 526 - 499.5).
     */
    @Test
    void bounds_come_from_order_statistics() {
        double[] a = IntStream.range(0, 1_000).asDoubleStream().toArray();
        Vectors column = Vectors.ofNumbers(a, a);
        Estimate median = values(column).get("p50");
        double reach = Math.sqrt(2) * 26.5 / column.profile().spread();
        assertThat(median.interval().lower()).isEqualTo(-reach, within(1e-12));
        assertThat(median.interval().upper()).isEqualTo(reach, within(1e-12));
    }

    /** {@code scipy.stats.binom.ppf([.05,.95], 400, .5)} gives 184 and 216: 199.5 - 183 and 216 - 199.5 on that side. */
    @Test
    void each_side_brings_its_own_order_statistics() {
        double[] a = IntStream.range(0, 1_000).asDoubleStream().toArray();
        double[] b = IntStream.range(0, 400).asDoubleStream().toArray();
        Vectors column = Vectors.ofNumbers(a, b);
        Estimate median = values(column).get("p50");
        double unit = column.profile().spread();
        assertThat(median.value() * unit).isEqualTo(-300, within(1e-9));
        assertThat(median.interval().width() * unit).isEqualTo(2 * Math.hypot(26.5, 16.5), within(1e-9));
    }

    /** With 298 cells the smallest lies above the 1 % quantile with probability .99^298 = .0501, with 299 less than .05. */
    @Test
    void a_quantile_without_order_statistics_is_left_out_and_says_why() {
        double[] enough = IntStream.range(0, 299).asDoubleStream().toArray();
        double[] fewer = IntStream.range(0, 298).asDoubleStream().toArray();
        assertThat(values(Vectors.ofNumbers(enough, enough))).containsKeys("p1", "p99");
        Vectors column = Vectors.ofNumbers(enough, fewer);
        assertThat(values(column)).containsKeys("p5", "p95").doesNotContainKeys("p1", "p99");
        Reason why = new Quantiles()
                .leftOut(
                        new Quantiles().description().measure("p1"),
                        column.trainingNumbers(),
                        column.syntheticNumbers());
        assertThat(why.code()).isEqualTo("too-few");
    }

    @Test
    void constant_and_empty_columns_have_no_value() {
        assertThat(values(Vectors.ofNumbers(new double[] {4, 4}, 4, 6))).isEmpty();
        assertThat(values(Vectors.ofNumbers(new double[] {4, 5}, Double.NaN))).isEmpty();
    }

    @Test
    void a_heavy_value_holds_its_quantiles() {
        double[] a =
                IntStream.range(0, 1_000).mapToDouble(i -> Math.max(0, i - 900)).toArray();
        double[] b =
                IntStream.range(0, 1_000).mapToDouble(i -> Math.max(0, i - 850)).toArray();
        Map<String, Estimate> values = values(Vectors.ofNumbers(a, b));
        assertThat(values.get("p50").value()).isZero();
        assertThat(values.get("p50").interval().width()).isZero();
        assertThat(values.get("p95").value()).isGreaterThan(0);
    }

    private static double[] squares(double shift) {
        return IntStream.range(0, 1_000)
                .mapToDouble(i -> (double) i * i + shift)
                .toArray();
    }

    private static Map<String, Estimate> values(Vectors column) {
        Map<String, Estimate> values = new TreeMap<>();
        new Quantiles()
                .compare(column.trainingNumbers(), column.syntheticNumbers(), comparison(column.profile()))
                .forEach(m -> values.put(m.measure().id(), m.estimate()));
        return values;
    }
}
