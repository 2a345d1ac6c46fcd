package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AdvantageTest {

    /** Even members 3, 9 and others 1, 8 choose 9 (advantage 1/2); odd members 5, 7 and others 2, 4 choose 5 (advantage 1). */
    @Test
    void each_fold_is_judged_at_the_threshold_of_the_other() {
        Estimate estimate = Roc.advantage(new double[] {3, 5, 9, 7}, new double[] {1, 2, 8, 4}, null, null, 0.95);
        // even at 5: one of two members, one of two others; odd at 9: nobody
        assertThat(estimate.value()).isCloseTo(1 / 4.0 - 1 / 4.0, within(1e-15));
        assertThat(estimate.interval().method()).isEqualTo("Newcombe, cross-fitted threshold");
    }

    @Test
    void a_perfect_score_has_advantage_1() {
        double[] members = new double[60];
        Arrays.fill(members, 1);
        Estimate estimate = Roc.advantage(members, new double[50], null, null, 0.95);
        assertThat(estimate.value()).isEqualTo(1);
        assertThat(estimate.interval().lower()).isBetween(0.9, 0.99);
    }

    @Test
    void a_score_without_signal_has_no_advantage_on_average() {
        Draws draws = new Draws(89);
        double sum = 0;
        int repetitions = 1500;
        Coverage coverage = Coverage.of(
                repetitions,
                0,
                i -> Roc.advantage(draws.gaussians(200, 0), draws.gaussians(100, 0), null, null, 0.95)
                        .interval());
        coverage.holdsAt(0.95, repetitions);
        for (int i = 0; i < repetitions; i++) {
            sum += Roc.advantage(draws.gaussians(200, 0), draws.gaussians(100, 0), null, null, 0.95)
                    .value();
        }
        // the largest advantage over thresholds of the same rows would average about .1
        assertThat(sum / repetitions).isCloseTo(0, within(0.006));
    }

    @Test
    void equal_scores_make_nobody_a_member() {
        assertThat(Roc.advantage(new double[4], new double[4], null, null, 0.95).value())
                .isZero();
    }

    @Test
    void rows_of_one_person_stay_in_one_fold_and_widen_the_interval() {
        Draws draws = new Draws(97);
        double[] members = draws.gaussians(100, 0.8);
        double[] others = draws.gaussians(100, 0);
        Interval once = Roc.advantage(members, others, null, null, 0.95).interval();
        Interval repeated = Roc.advantage(
                        RocTest.repeat(members, 4),
                        RocTest.repeat(others, 4),
                        RocTest.owners(100, 4),
                        RocTest.owners(100, 4),
                        0.95)
                .interval();
        assertThat(repeated.width()).isBetween(0.97 * once.width(), 1.03 * once.width());
    }

    @Test
    void a_single_person_cannot_be_split() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Roc.advantage(new double[4], new double[4], new int[4], null, 0.95))
                .withMessage("two folds need at least two independent members");
    }
}
