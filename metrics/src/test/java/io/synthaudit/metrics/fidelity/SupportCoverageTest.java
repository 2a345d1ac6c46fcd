package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.testkit.MetricContract;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SupportCoverageTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new SupportCoverage();
    }

    /** Golden vectors, column c: synthetic lacks D, which 20 of 200 training rows hold. */
    @Test
    void levels_weigh_as_much_as_training_holds_of_them() {
        assertThat(values(Vectors.levels("c")).get(0).estimate().value()).isEqualTo(0.9, within(1e-15));
    }

    /** Levels with shares .5, .25, .25: two rows hold .5 (1 - .25) + 2 x .25 (1 - .5625) of the mass in expectation. */
    @Test
    void the_bias_is_the_mass_that_a_fresh_sample_of_that_size_would_hold() {
        Estimate estimate = values(Vectors.ofLevels(new String[] {"a", "a", "b", "c", null}, "a", "a"))
                .get(0)
                .estimate();
        assertThat(estimate.value()).isEqualTo(0.5, within(1e-15));
        assertThat(estimate.bias()).isEqualTo(0.375 + 0.5 * 0.4375, within(1e-12));
    }

    @Test
    void numbers_count_by_training_quantile_bins() {
        double[] training = IntStream.range(0, 1_000).asDoubleStream().toArray();
        double[] lowerHalf = DoubleStream.of(training).filter(x -> x < 500).toArray();
        assertThat(values(Vectors.ofNumbers(training, lowerHalf))
                        .get(0)
                        .estimate()
                        .value())
                .isEqualTo(0.5, within(1e-15));
    }

    @Test
    void columns_without_present_cells_have_no_value() {
        assertThat(values(Vectors.ofLevels(new String[] {"a", "b"}, null, null)))
                .isEmpty();
        assertThat(values(Vectors.ofLevels(new String[] {null, null}, "a"))).isEmpty();
    }

    /** 400 pairs of tables of 400 and 60 rows: bounds at .95 hold the mean mass at least 95 - 2 % of the time. */
    @Test
    void bounds_cover_the_mean_at_their_level() {
        double mean = 0;
        Estimate[] estimates = new Estimate[400];
        for (int i = 0; i < estimates.length; i++) {
            String[] training = RareLevels.draw(400, "t" + i, 0);
            estimates[i] = values(Vectors.ofLevels(training, RareLevels.draw(60, "s" + i, 0.3)))
                    .get(0)
                    .estimate();
            mean += estimates[i].value() / estimates.length;
        }
        double truth = mean;
        assertThat(Arrays.stream(estimates)
                        .filter(e -> e.interval().lower() <= truth)
                        .count())
                .isGreaterThanOrEqualTo(372);
        assertThat(Arrays.stream(estimates)
                        .filter(e -> e.interval().upper() >= truth)
                        .count())
                .isGreaterThanOrEqualTo(372);
    }

    private static List<Measured> values(Vectors column) {
        return new SupportCoverage()
                .compare(column.trainingCounts(), column.syntheticCounts(), comparison(column.profile()));
    }
}
