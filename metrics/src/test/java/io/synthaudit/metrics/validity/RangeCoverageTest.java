package io.synthaudit.metrics.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.metrics.fidelity.Vectors;
import io.synthaudit.testkit.MetricContract;
import io.synthaudit.testkit.Numbers;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RangeCoverageTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new RangeCoverage();
    }

    @Override
    protected Numbers numbers(Measure measure) {
        return Numbers.AFFINE;
    }

    /** SDMetrics' formula gives 1 for x: the synthetic column starts where training does and reaches 2/3 beyond 10. */
    @Test
    void the_golden_vectors_are_covered_and_their_overreach_shows() {
        List<Measured> values = values(Vectors.numbers("x"));
        assertThat(values.get(0).estimate().value()).isEqualTo(1);
        assertThat(values.get(1).estimate().value()).isEqualTo(0);
        assertThat(values.get(2).estimate().value()).isEqualTo(-2.0 / 30, within(1e-12));
    }

    @Test
    void what_falls_short_on_either_side_is_taken_off() {
        assertThat(values(Vectors.ofNumbers(new double[] {0, 5, 10, Double.NaN}, 2, 9, Double.NaN)))
                .extracting(m -> m.estimate().value())
                .containsExactly(1 - 0.2 - 0.1, 0.2, 0.1);
    }

    @Test
    void overreach_on_one_side_makes_up_for_nothing_on_the_other() {
        assertThat(values(Vectors.ofNumbers(new double[] {0, 10}, 5, 100)))
                .extracting(m -> m.estimate().value())
                .containsExactly(0.5, 0.5, -9.0);
    }

    @Test
    void ranges_apart_cover_nothing() {
        assertThat(values(Vectors.ofNumbers(new double[] {0, 10}, 30, 40))
                        .get(0)
                        .estimate()
                        .value())
                .isEqualTo(0);
    }

    @Test
    void it_says_why_it_has_no_interval() {
        assertThat(values(Vectors.numbers("x")))
                .allMatch(
                        m -> m.estimate()
                                .noInterval()
                                .equals(
                                        "It hangs on the smallest and largest cell, whose sampling error no resampling shows."));
    }

    @Test
    void a_constant_training_column_or_no_numbers_have_no_value() {
        assertThat(values(Vectors.ofNumbers(new double[] {3, 3}, 1, 4))).isEmpty();
        assertThat(values(Vectors.ofNumbers(new double[] {3, 4}, Double.NaN))).isEmpty();
    }

    private static List<Measured> values(Vectors column) {
        return new RangeCoverage()
                .compare(column.trainingNumbers(), column.syntheticNumbers(), comparison(column.profile()));
    }
}
