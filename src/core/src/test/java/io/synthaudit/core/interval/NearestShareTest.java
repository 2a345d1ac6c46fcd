package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NearestShareTest {

    /** breast_cancer_seer, Gaussian copula: 2,682 rows on hubs with a sum of squares of 5,904; phi .007, se .041. */
    @Test
    void the_excess_reproduces_a_measured_table() {
        double[] hubs = new double[268 + 3 + 1604];
        Arrays.fill(hubs, 1);
        Arrays.fill(hubs, 0, 268, 4);
        Arrays.fill(hubs, 268, 271, 2);
        Estimate estimate = NearestShare.excess(0.668903803131991, hubs, 2682, 1342, 0.95);
        assertThat(estimate.value()).isCloseTo(0.007, within(5e-4));
        assertThat(NearestShare.permutationSd(hubs, 2682, 1342)).isCloseTo(0.041, within(5e-4));
        assertThat(estimate.interval().width())
                .isCloseTo(2 * 1.6448536 * NearestShare.permutationSd(hubs, 2682, 1342), within(1e-7));
    }

    @Test
    void the_excess_is_0_at_chance_and_1_for_a_copy() {
        double[] each = new double[1000];
        Arrays.fill(each, 1);
        assertThat(NearestShare.excess(0.8, each, 4000, 1000, 0.95).value()).isCloseTo(0, within(1e-15));
        assertThat(NearestShare.excess(1, each, 4000, 1000, 0.95).value()).isCloseTo(1, within(1e-15));
        assertThat(NearestShare.excess(1, each, 4000, 1000, 0.95).interval().upper())
                .isEqualTo(1);
        assertThat(NearestShare.excess(0, each, 4000, 1000, 0.95).value()).isCloseTo(-4, within(1e-12));
    }

    /** The permutation itself: hubs keep their rows, labels are shuffled. */
    @Test
    void the_deviation_is_that_of_permuted_labels() {
        int n = 300;
        int h = 100;
        double[] hubs = new double[n + h];
        for (int i = 0; i < hubs.length; i++) {
            hubs[i] = i % 7 == 0 ? 9 : i % 3;
        }
        double rows = Arrays.stream(hubs).sum();
        Draws draws = new Draws(29);
        double squares = 0;
        int alarms = 0;
        int repetitions = 4000;
        for (int r = 0; r < repetitions; r++) {
            double nearTraining = 0;
            int left = n;
            for (int i = 0; i < hubs.length; i++) {
                if (draws.below(hubs.length - i) < left) {
                    nearTraining += hubs[i];
                    left--;
                }
            }
            Estimate estimate = NearestShare.excess(nearTraining / rows, hubs, n, h, 0.95);
            squares += estimate.value() * estimate.value();
            alarms += estimate.interval().lower() > 0 ? 1 : 0;
        }
        // labels drawn without replacement vary less: the stated deviation is on the safe side
        double simulated = Math.sqrt(squares / repetitions);
        assertThat(NearestShare.permutationSd(hubs, n, h)).isBetween(simulated, 1.35 * simulated);
        assertThat(alarms / (double) repetitions).isLessThan(0.05);
    }

    @Test
    void no_released_rows_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearestShare.excess(0.5, new double[3], 10, 10, 0.95))
                .withMessage("released rows must be positive and finite, not 0.0");
    }
}
