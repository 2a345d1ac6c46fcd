package io.synthaudit.core.interval;

import static io.synthaudit.core.interval.ProportionsTest.bounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedProportionsTest {

    private static final double TWO_SIDED_95 = 0.975;

    /** Newcombe (1998), Statistics in Medicine 17, 2635, method 10, cells 36, 12, 2, 0. */
    @Test
    void the_paired_difference_equals_the_published_table() {
        Estimate estimate = Proportions.pairedDifference(36, 12, 2, 0, TWO_SIDED_95);
        assertThat(estimate.value()).isEqualTo(0.2);
        bounds(estimate.interval(), 0.0569, 0.3404, within(5e-5));
    }

    /** Fagerland, Lydersen and Laake (2014), doi:10.1002/sim.6148, airway hyper-responsiveness: cells 1, 1, 7, 12. */
    @Test
    void the_paired_difference_equals_a_second_publication() {
        bounds(Proportions.pairedDifference(1, 1, 7, 12, TWO_SIDED_95).interval(), -0.507, -0.026, within(5e-4));
    }

    @Test
    void no_discordant_target_still_leaves_doubt() {
        Interval bounds = Proportions.pairedDifference(500, 0, 0, 500, 0.95).interval();
        assertThat(bounds.lower()).isLessThan(-0.001);
        assertThat(bounds.upper()).isGreaterThan(0.001);
        assertThat(Proportions.pairedDifference(10, 0, 0, 0, 0.95).interval().width())
                .isPositive();
    }

    @Test
    void pairing_shortens_the_interval_of_targets_that_agree() {
        double paired =
                Proportions.pairedDifference(400, 30, 20, 550, 0.95).interval().width();
        double independent =
                Proportions.difference(430, 1000, 420, 1000, 0.95).interval().width();
        assertThat(paired).isLessThan(0.6 * independent);
    }

    @Test
    void negative_cells_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Proportions.pairedDifference(1, -1, 0, 5, 0.95));
    }

    /** Same publication, interval of Bonett and Price: -0.508 to -0.013. */
    @Test
    void the_paired_mean_of_whole_successes_is_bonett_and_price() {
        double[] first = new double[21];
        double[] second = new double[21];
        first[0] = 1;
        second[0] = 1;
        first[1] = 1;
        for (int i = 2; i < 9; i++) {
            second[i] = 1;
        }
        Estimate estimate = Proportions.pairedMean(first, second, null, TWO_SIDED_95);
        assertThat(estimate.value()).isCloseTo(-6 / 21.0, within(1e-15));
        bounds(estimate.interval(), -0.5083593066664394, -0.01337982376834329, within(1e-9));
    }

    @Test
    void rows_repeated_within_a_cluster_add_no_knowledge() {
        Draws draws = new Draws(3);
        int owners = 200;
        double[] first = new double[owners];
        double[] second = new double[owners];
        double[] firstFourTimes = new double[4 * owners];
        double[] secondFourTimes = new double[4 * owners];
        int[] owner = new int[4 * owners];
        for (int i = 0; i < 4 * owners; i++) {
            if (i < owners) {
                first[i] = draws.uniform();
                second[i] = draws.uniform();
            }
            firstFourTimes[i] = first[i % owners];
            secondFourTimes[i] = second[i % owners];
            owner[i] = 1000 - i % owners;
        }
        int[] alone = new int[owners];
        for (int i = 0; i < owners; i++) {
            alone[i] = i;
        }
        Interval once = Proportions.pairedMean(first, second, alone, 0.95).interval();
        Interval repeated = Proportions.pairedMean(firstFourTimes, secondFourTimes, owner, 0.95)
                .interval();
        bounds(repeated, once.lower(), once.upper(), within(1e-12));
        assertThat(once.method()).isEqualTo("adjusted Wald, paired, cluster-robust");
    }

    @Test
    void equal_guesses_never_give_an_interval_without_width() {
        double[] all = {0.5, 0.5, 1, 0};
        Interval bounds = Proportions.pairedMean(all, all, null, 0.95).interval();
        assertThat(bounds.lower()).isLessThan(-0.3);
        assertThat(bounds.upper()).isGreaterThan(0.3);
    }

    @Test
    void a_success_outside_0_and_1_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportions.pairedMean(new double[] {2}, new double[] {0}, null, 0.95))
                .withMessage("a success must be between 0 and 1, not 2.0");
    }

    /** Guesses share one synthetic row in clusters of 1 to 8; successes are fractions with a cluster effect. */
    @Test
    void the_clustered_paired_mean_covers_the_truth() {
        Draws draws = new Draws(5);
        int repetitions = 600;
        Coverage.of(repetitions, 0.1, repetition -> {
                    int n = 400;
                    double[] first = new double[n];
                    double[] second = new double[n];
                    int[] cluster = new int[n];
                    int row = 0;
                    for (int c = 0; row < n; c++) {
                        double shared = draws.uniform();
                        for (int size = 1 + draws.below(8); size > 0 && row < n; size--, row++) {
                            cluster[row] = c;
                            first[row] = (draws.uniform() < 0.7 ? shared : draws.uniform()) < 0.5 ? 1 : 0;
                            second[row] = draws.uniform() < 0.4 ? 1 : 0;
                        }
                    }
                    return Proportions.pairedMean(first, second, cluster, 0.95).interval();
                })
                .holdsAt(0.95, repetitions);
    }
}
