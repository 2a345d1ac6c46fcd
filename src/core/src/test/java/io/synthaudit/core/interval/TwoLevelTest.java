package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.random.RandomStreams;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

class TwoLevelTest {

    private static Estimate tested(double value, double error) {
        double half = Normal.z(0.95) * error;
        return Estimate.of(value, new Interval(value - half, value + half, 0.95, "test"));
    }

    /**
     * Test variance 0.0004, variance of 1, 2, 3, 4 hundredths 1.6667e-4, half of it added: total 4.8333e-4, degrees
     * 3 (4.8333 / 0.83333)^2 = 100.92. scipy: t.ppf(0.95, 100.92) = 1.660093; times sqrt(4.8333e-4) = 0.036497.
     */
    @Test
    void variances_add_up_and_students_quantile_has_satterthwaites_degrees() {
        Estimate wide = TwoLevel.of(tested(0.1, 0.02), new double[] {.01, .02, .03, .04}, 0.5, -1, 1);
        assertThat(wide.value()).isEqualTo(0.1);
        assertThat(wide.interval().upper()).isCloseTo(0.1 + 0.036497, within(1e-5));
        assertThat(wide.interval().lower()).isCloseTo(0.1 - 0.036497, within(1e-5));
        assertThat(wide.interval().method()).isEqualTo("test; 4 refits");
    }

    @Test
    void models_that_do_not_differ_add_nothing_and_bounds_stay_in_range() {
        Estimate same = TwoLevel.of(tested(0.95, 0.1), new double[] {.5, .5, .5}, 1, 0, 1);
        assertThat(same.interval().lower()).isCloseTo(0.95 - 0.1 * Normal.z(0.95), within(1e-12));
        assertThat(same.interval().upper()).isEqualTo(1);
        assertThatThrownBy(() -> TwoLevel.of(tested(0, 1), new double[1], 1, -1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TwoLevel.of(tested(0, 1), new double[2], 2, -1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Both errors normal, the second known from 12 refits on a quarter of the rows. */
    @Test
    void bounds_cover_the_truth_at_their_level() {
        UniformRandomProvider random = new RandomStreams(1).stream("two-level");
        var normal = ZigguratSampler.NormalizedGaussian.of(random);
        for (double training : new double[] {0.2, 1, 5}) {
            int covered = 0;
            int runs = 4_000;
            for (int i = 0; i < runs; i++) {
                double[] refits = new double[12];
                for (int b = 0; b < refits.length; b++) {
                    refits[b] = 2 * training * normal.sample();
                }
                double value = normal.sample() + training * normal.sample();
                Interval of =
                        TwoLevel.of(tested(value, 1), refits, 0.25, -1e9, 1e9).interval();
                covered += of.upper() >= 0 ? 1 : 0;
            }
            assertThat((double) covered / runs)
                    .as("training error %s", training)
                    .isBetween(0.94, 0.962);
        }
    }

    @Test
    void repetitions_alone_give_students_interval() {
        // scipy: t.ppf(0.95, 2) * std([0, 0.1, 0.2], ddof=1) = 0.2919986
        Estimate of = TwoLevel.ofRepeated(0.5, new double[] {0, 0.1, 0.2}, -1, 1, 0.95);
        assertThat(of.interval().upper()).isCloseTo(0.5 + 0.2919986, within(1e-6));
    }
}
