package io.synthaudit.learn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticRegressionTest {

    private final Learner learner = new LogisticRegression();

    /**
     * Two groups of four rows at x = 0 and x = 1 with 1 and 3 successes. By symmetry the intercept is -w / 2, and w solves
     * 4 / (1 + exp(-w / 2)) - 3 + w / 2 = 0 (gradient of log-loss plus half of 0.5 w^2): w = 1.010480, by bisection.
     */
    @Test
    void the_penalty_is_half_of_lambda_times_the_squared_weights() {
        double[][] x = {{0}, {0}, {0}, {0}, {1}, {1}, {1}, {1}};
        int[] y = {1, 0, 0, 0, 1, 1, 1, 0};
        double[][] p = learner.fit(new Design(x, 1), y, 2).probabilities(new Design(new double[][] {{0}, {1}}, 1));
        assertThat(p[0][1]).isCloseTo(0.376310, within(1e-3));
        assertThat(p[1][1]).isCloseTo(0.623690, within(1e-3));
        assertThat(p[1][0] + p[1][1]).isCloseTo(1, within(1e-12));
    }

    @Test
    void three_classes_are_told_apart() {
        double[][] x = new double[90][];
        int[] y = new int[90];
        for (int i = 0; i < 90; i++) {
            y[i] = i % 3;
            x[i] = new double[] {y[i] == 0 ? 1 : 0, y[i] == 1 ? 1 : 0};
        }
        double[][] p = learner.fit(new Design(x, 2), y, 3)
                .probabilities(new Design(new double[][] {{1, 0}, {0, 1}, {0, 0}}, 2));
        for (int k = 0; k < 3; k++) {
            assertThat(p[k][k]).isGreaterThan(0.8);
            assertThat(Arrays.stream(p[k]).sum()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void a_class_that_was_never_seen_has_probability_zero() {
        double[][] x = {{0}, {0.1}, {0.9}, {1}};
        double[][] p = learner.fit(new Design(x, 1), new int[] {0, 0, 2, 2}, 3).probabilities(new Design(x, 1));
        assertThat(Arrays.stream(p).mapToDouble(row -> row[1])).containsOnly(0.0);
        assertThat(p[3][2]).isGreaterThan(0.5);
    }

    @Test
    void one_class_alone_is_certain() {
        Design design = new Design(new double[][] {{0}, {1}}, 1);
        double[][] p = learner.fit(design, new int[] {1, 1}, 2).probabilities(design);
        assertThat(p).isDeepEqualTo(new double[][] {{0, 1}, {0, 1}});
    }

    @Test
    void without_features_it_is_the_majority() {
        Design design = new Design(new double[4][0], 0);
        double[][] p = learner.fit(design, new int[] {0, 1, 1, 1}, 2).probabilities(design);
        assertThat(p[0]).containsExactly(0.25, 0.75);
        assertThat(new Majority().fit(design, new int[] {0, 1, 1, 1}, 2).probabilities(design)[0])
                .containsExactly(0.25, 0.75);
    }

    @Test
    void rows_and_labels_must_agree() {
        Design design = new Design(new double[][] {{0}, {1}}, 1);
        assertThatThrownBy(() -> learner.fit(design, new int[1], 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Majority().fit(design, new int[1], 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The library's own regression sums in parallel, and its last bits differ between machines; ours do not. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void the_number_of_threads_changes_no_bit(int classes) throws Exception {
        String one = Child.digest(classes, 1, "ours");
        assertThat(one).matches("[0-9a-f]{64}");
        assertThat(Child.digest(classes, 8, "ours")).isEqualTo(one);
    }

    /** That the test above can fail: the same fit by the library alone differs. */
    @Test
    void by_the_library_alone_bits_do_change() throws Exception {
        assertThat(Child.digest(2, 8, "bare")).isNotEqualTo(Child.digest(2, 1, "bare"));
    }
}
