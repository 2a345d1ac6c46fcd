package io.synthaudit.learn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreesTest {

    private static final int ROWS = 400;

    /**
     * Half of the rows at each of two numbers, answers +1 and -1 in units of their spread. Each leaf holds half of the rows, so
     * a round moves each score by 0.225 n / (n + 1) of what is left, n = 200: after 40 rounds
     * 1 - (1 - 0.225 * 200 / 201)^40 is reached.
     */
    @Test
    void rounds_of_boosting_approach_the_mean_as_the_formula_says() {
        double[][] x = new double[ROWS][];
        double[] y = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            x[i] = new double[] {i % 2};
            y[i] = i % 2 == 0 ? 10 : 30;
        }
        Design design = new Design(x, 1);
        double reached = 1 - StrictMath.pow(1 - 0.225 * 200 / 201, 40);
        double[] found = new GradientBoosting().fit(design, y).predict(design);
        assertThat(found[0]).isCloseTo(20 - 10 * reached, within(1e-9));
        assertThat(found[1]).isCloseTo(20 + 10 * reached, within(1e-9));
    }

    /** An exclusive or of two numbers has no main effect at all: only a tree of two levels sees it. */
    @Test
    void interactions_are_found_by_trees_and_not_by_a_line() {
        var random = new RandomStreams(2).stream("interaction");
        double[][] x = new double[ROWS][];
        int[] y = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            x[i] = new double[] {random.nextDouble() - 0.5, random.nextDouble() - 0.5};
            y[i] = x[i][0] * x[i][1] > 0 ? 1 : 0;
        }
        Design design = new Design(x, 2);
        assertThat(errors(new GradientBoosting(), design, y)).isLessThan(0.05);
        assertThat(errors(new RandomForest(50, 1), design, y)).isLessThan(0.05);
        assertThat(errors(new LogisticRegression(), design, y)).isGreaterThan(0.3);
    }

    private static double errors(Learner learner, Design design, int[] y) {
        double[][] p = learner.fit(design, y, 2).probabilities(design);
        return IntStream.range(0, y.length).filter(i -> p[i][y[i]] < 0.5).count() / (double) y.length;
    }

    @Test
    void a_level_is_split_from_all_others_and_rows_of_no_level_go_with_them() {
        int[] slots = IntStream.range(0, ROWS).map(i -> i % 5 - 1).toArray();
        int[] y = Arrays.stream(slots).map(slot -> slot == 2 ? 1 : 0).toArray();
        Design design = new Design(List.of(new Feature(0, 0, 4, null, slots)), ROWS, 4);
        for (Learner learner : List.of(new GradientBoosting(), new RandomForest(30, 1))) {
            double[][] p = learner.fit(design, y, 2).probabilities(design);
            for (int i = 0; i < ROWS; i++) {
                assertThat(p[i][y[i]]).isGreaterThan(0.9);
            }
        }
    }

    /** Ten thousand different numbers in 256 bins: the edges are their quantiles, and equal numbers share a bin. */
    @Test
    void bins_are_quantiles_and_edges_lie_between_numbers() {
        int n = 10_000;
        double[] values =
                IntStream.range(0, n).mapToDouble(i -> (i * 7_919L % n) / 2 * 2).toArray();
        Bins bins = Bins.of(new Design(List.of(new Feature(0, 0, 1, values, null)), n, 1));
        assertThat(bins.counts()[0]).isBetween(250, 256);
        int[] sizes = new int[bins.counts()[0]];
        for (int i = 0; i < n; i++) {
            int bin = bins.of()[0][i];
            sizes[bin]++;
            assertThat(values[i] <= bins.edges()[0][bin]).isTrue();
            assertThat(bin == 0 || values[i] > bins.edges()[0][bin - 1]).isTrue();
        }
        assertThat(Arrays.stream(sizes).max().orElseThrow()).isLessThan(45);
        double[] few = IntStream.range(0, n)
                .mapToDouble(i -> i % 3 == 0 ? -0.0 : i % 3)
                .toArray();
        Bins three = Bins.of(new Design(List.of(new Feature(0, 0, 1, few, null)), n, 1));
        assertThat(three.counts()[0]).isEqualTo(3);
        assertThat(three.edges()[0]).containsExactly(0.5, 1.5, 2);
    }

    /** With one place and one tree the impurity taken away is Gini's of the rows drawn, about half of 0.5. */
    @Test
    void impurity_importance_is_the_impurity_taken_away() {
        double[][] x = new double[ROWS][];
        int[] y = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            x[i] = new double[] {i % 2};
            y[i] = i % 2;
        }
        Design design = new Design(x, 1);
        double[] importance = new RandomForest(10, 3).fit(design, y, 2).importance();
        assertThat(importance[0]).isCloseTo(0.25, within(0.005));
    }

    @Test
    void another_seed_is_another_forest() {
        Design design = new Design(
                IntStream.range(0, ROWS)
                        .mapToObj(i -> new double[] {i * 37 % 101, i * 53 % 97})
                        .toArray(double[][]::new),
                2);
        int[] y = IntStream.range(0, ROWS).map(i -> i * 31 % 7 % 2).toArray();
        assertThat(new RandomForest(5, 1).fit(design, y, 2).probabilities(design))
                .isNotEqualTo(new RandomForest(5, 2).fit(design, y, 2).probabilities(design));
    }
}
