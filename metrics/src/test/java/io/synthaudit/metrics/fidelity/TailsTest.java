package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.testkit.MetricContract;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TailsTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new Tails();
    }

    /** The damage moves numbers up. */
    @Override
    protected boolean isDescriptive(Measure measure) {
        return measure.id().startsWith("below");
    }

    /** Of 0 to 4,999 the 99 % quantile is 4,949.01, so 50 lie beyond, and 5 beyond 99.9 %; likewise below. */
    @Test
    void the_share_beyond_a_training_percentile_is_counted_on_each_side() {
        double[] a = numbers(5_000);
        double[] b = DoubleStream.concat(
                        DoubleStream.of(a), DoubleStream.generate(() -> 1e6).limit(5_000))
                .toArray();
        Map<String, Estimate> values = values(Vectors.ofNumbers(a, b));
        assertThat(values.get("above-p99").value()).isEqualTo(5_050 / 10_000.0 - 0.01, within(1e-15));
        assertThat(values.get("above-p99.9").value()).isEqualTo(5_005 / 10_000.0 - 0.001, within(1e-15));
        assertThat(values.get("below-p1").value()).isEqualTo(50 / 10_000.0 - 0.01, within(1e-15));
        assertThat(values.get("below-p0.1").value()).isEqualTo(5 / 10_000.0 - 0.001, within(1e-15));
    }

    @Test
    void tails_that_are_cut_off_show_below_zero() {
        double[] a = numbers(5_000);
        double[] cut = DoubleStream.of(a).filter(v -> v > 100 && v < 4_900).toArray();
        Map<String, Estimate> values = values(Vectors.ofNumbers(a, cut));
        assertThat(values).hasSize(4);
        values.forEach((measure, estimate) ->
                assertThat(estimate.interval().upper()).as(measure).isLessThan(0.0001));
        assertThat(values.get("above-p99").interval().upper()).isLessThan(-0.005);
    }

    /** The lowest tenth is tied: nothing lies below its value, in either table. */
    @Test
    void tied_values_at_the_end_are_no_tail() {
        double[] a =
                IntStream.range(0, 1_000).mapToDouble(i -> Math.max(100, i)).toArray();
        Map<String, Estimate> values = values(Vectors.ofNumbers(a, a));
        assertThat(values.get("below-p1").value()).isZero();
        double[] below = a.clone();
        IntStream.range(0, 50).forEach(i -> below[i] = 99);
        assertThat(values(Vectors.ofNumbers(a, below)).get("below-p1").value()).isEqualTo(0.05, within(1e-15));
    }

    @Test
    void percentiles_that_are_extremes_are_left_out() {
        assertThat(values(Vectors.ofNumbers(numbers(1_999), numbers(500)))).containsOnlyKeys("above-p99", "below-p1");
        assertThat(values(Vectors.ofNumbers(numbers(199), numbers(500)))).isEmpty();
        assertThat(values(Vectors.ofNumbers(numbers(500), Double.NaN))).isEmpty();
    }

    private static double[] numbers(int n) {
        return IntStream.range(0, n).asDoubleStream().toArray();
    }

    private static Map<String, Estimate> values(Vectors column) {
        Map<String, Estimate> values = new TreeMap<>();
        new Tails()
                .compare(column.trainingNumbers(), column.syntheticNumbers(), comparison(column.profile()))
                .forEach(m -> values.put(m.measure().id(), m.estimate()));
        return values;
    }
}
