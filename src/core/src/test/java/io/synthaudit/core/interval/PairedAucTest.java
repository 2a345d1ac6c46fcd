package io.synthaudit.core.interval;

import static io.synthaudit.core.interval.ProportionsTest.bounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PairedAucTest {

    private static final int ROWS = 150;

    @Test
    void against_a_constant_score_the_paired_interval_is_that_of_one_area() {
        Draws draws = new Draws(47);
        boolean[] positive = positives(draws);
        double[] scores = scores(draws, positive, 0.5);
        Estimate alone =
                Roc.auc(Roc.select(scores, positive, true), Roc.select(scores, positive, false), null, null, 0.95);
        Estimate paired = Roc.pairedAucDifference(scores, new double[ROWS], positive, null, 0.95);
        assertThat(paired.value()).isCloseTo(alone.value() - 0.5, within(1e-15));
        bounds(
                paired.interval(),
                alone.interval().lower() - 0.5,
                alone.interval().upper() - 0.5,
                within(1e-12));
    }

    @Test
    void a_score_that_agrees_with_another_gives_a_short_interval() {
        Draws draws = new Draws(53);
        boolean[] positive = positives(draws);
        double[] a = scores(draws, positive, 0.5);
        double[] b = a.clone();
        double[] unrelated = scores(draws, positive, 0.5);
        for (int i = 0; i < ROWS; i++) {
            b[i] += 0.1 * draws.gaussian();
        }
        double near =
                Roc.pairedAucDifference(a, b, positive, null, 0.95).interval().width();
        double far = Roc.pairedAucDifference(a, unrelated, positive, null, 0.95)
                .interval()
                .width();
        assertThat(near).isLessThan(0.3 * far);
    }

    @Test
    void equal_scores_leave_the_doubt_of_rows_not_seen() {
        Draws draws = new Draws(59);
        boolean[] positive = positives(draws);
        double[] scores = scores(draws, positive, 0.5);
        Estimate estimate = Roc.pairedAucDifference(scores, scores, positive, null, 0.95);
        assertThat(estimate.value()).isZero();
        assertThat(estimate.interval().lower()).isBetween(-0.1, -0.02);
        assertThat(estimate.interval().upper()).isBetween(0.02, 0.1);
    }

    @Test
    void rows_repeated_within_a_person_add_no_knowledge() {
        Draws draws = new Draws(61);
        boolean[] positive = positives(draws);
        double[] a = scores(draws, positive, 0.8);
        double[] b = scores(draws, positive, 0.3);
        boolean[] twice = new boolean[2 * ROWS];
        int[] alone = new int[ROWS];
        for (int i = 0; i < 2 * ROWS; i++) {
            twice[i] = positive[i % ROWS];
            alone[i % ROWS] = i % ROWS;
        }
        Interval once = Roc.pairedAucDifference(a, b, positive, alone, 0.95).interval();
        Interval repeated = Roc.pairedAucDifference(
                        RocTest.repeat(a, 2), RocTest.repeat(b, 2), twice, RocTest.owners(ROWS, 2), 0.95)
                .interval();
        bounds(repeated, once.lower(), once.upper(), within(1e-12));
    }

    @Test
    void a_person_with_rows_of_both_kinds_is_one_cluster() {
        Draws draws = new Draws(67);
        int repetitions = 400;
        Coverage.of(repetitions, 0, repetition -> {
                    boolean[] positive = new boolean[ROWS];
                    double[] a = new double[ROWS];
                    double[] b = new double[ROWS];
                    int[] person = new int[ROWS];
                    for (int i = 0; i < ROWS; i++) {
                        person[i] = i / 3;
                        positive[i] = i % 3 == 0;
                        boolean first = i % 3 == 0;
                        a[i] = first ? draws.gaussian() : a[i - 1];
                        b[i] = first ? draws.gaussian() : b[i - 1];
                    }
                    for (int i = 0; i < ROWS; i++) {
                        a[i] += draws.gaussian() + (positive[i] ? 1 : 0);
                        b[i] += draws.gaussian() + (positive[i] ? 1 : 0);
                    }
                    return Roc.pairedAucDifference(a, b, positive, person, 0.95).interval();
                })
                .holdsAt(0.95, repetitions);
    }

    @Test
    void rows_of_one_kind_only_are_refused() {
        boolean[] all = new boolean[3];
        Arrays.fill(all, true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Roc.pairedAucDifference(new double[3], new double[3], all, null, 0.95))
                .withMessage("no non-members");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Roc.pairedAucDifference(new double[2], new double[3], all, null, 0.95))
                .withMessage("scores of A must have 3 entries, not 2");
    }

    private static boolean[] positives(Draws draws) {
        boolean[] positive = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            positive[i] = draws.uniform() < 0.4;
        }
        return positive;
    }

    private static double[] scores(Draws draws, boolean[] positive, double shift) {
        double[] scores = draws.gaussians(ROWS, 0);
        for (int i = 0; i < ROWS; i++) {
            scores[i] += positive[i] ? shift : 0;
        }
        return scores;
    }
}
