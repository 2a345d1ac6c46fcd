package io.synthaudit.learn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.learn.neighbour.NearestNeighbours;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What every learner promises. */
class LearnersTest {

    static final List<Learner> LEARNERS = List.of(
            new Majority(),
            new LogisticRegression(),
            new RandomForest(20, 7),
            new GradientBoosting(),
            new NearestNeighbours(15, 1_000, 7));

    static final List<NumberLearner> NUMBER_LEARNERS = List.of(
            new Majority(),
            new RidgeRegression(),
            new RandomForest(20, 7),
            new GradientBoosting(),
            new NearestNeighbours(15, 1_000, 7));

    static final List<Learner> ABLE = LEARNERS.subList(1, LEARNERS.size());
    static final List<NumberLearner> ABLE_OF_NUMBERS = NUMBER_LEARNERS.subList(1, NUMBER_LEARNERS.size());

    private static final int ROWS = 600;
    private static final Design DESIGN = design();
    private static final double[] SIGNAL = DESIGN.features().get(0).values();

    /** A number that matters, levels that matter less, one that does not. */
    private static Design design() {
        UniformRandomProvider random = new RandomStreams(1).stream("learners");
        double[] x = random.doubles(ROWS).map(v -> 4 * v - 2).toArray();
        int[] level = IntStream.range(0, ROWS).map(i -> random.nextInt(4) - 1).toArray();
        double[] noise = random.doubles(ROWS).toArray();
        return new Design(
                List.of(
                        new Feature(2, 0, 1, x, null),
                        new Feature(4, 1, 3, null, level),
                        new Feature(5, 4, 1, noise, null)),
                ROWS,
                5);
    }

    private static int[] labels(int classes) {
        int[] level = DESIGN.features().get(1).slots();
        return IntStream.range(0, ROWS)
                .map(i -> (int) Math.max(
                        0,
                        Math.min(classes - 1, Math.floor((SIGNAL[i] + 2) / 4 * classes + (level[i] == 1 ? 0.5 : 0)))))
                .toArray();
    }

    @ParameterizedTest
    @FieldSource("LEARNERS")
    void probabilities_are_probabilities_and_never_seen_classes_have_none(Learner learner) {
        int[] labels = Arrays.stream(labels(3)).map(k -> k == 2 ? 3 : k).toArray();
        double[][] all = learner.fit(DESIGN, labels, 5).probabilities(DESIGN);
        assertThat(all).hasDimensions(ROWS, 5);
        for (double[] p : all) {
            assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(p).min().orElseThrow()).isNotNegative();
            assertThat(p[2]).isZero();
            assertThat(p[4]).isZero();
        }
    }

    @ParameterizedTest
    @FieldSource("ABLE")
    void what_can_be_learned_is_learned(Learner learner) {
        for (int classes : new int[] {2, 3}) {
            int[] labels = labels(classes);
            double[][] p = learner.fit(DESIGN, labels, classes).probabilities(DESIGN);
            long right = IntStream.range(0, ROWS)
                    .filter(i -> IntStream.range(0, classes).allMatch(k -> p[i][labels[i]] >= p[i][k]))
                    .count();
            assertThat(right).as(learner.name()).isGreaterThan(ROWS * 8 / 10);
        }
    }

    @ParameterizedTest
    @FieldSource("LEARNERS")
    void one_class_alone_is_certain(Learner learner) {
        int[] labels = new int[ROWS];
        Arrays.fill(labels, 1);
        for (double[] p : learner.fit(DESIGN, labels, 3).probabilities(DESIGN)) {
            assertThat(p).containsExactly(new double[] {0, 1, 0}, within(1e-12));
        }
    }

    @ParameterizedTest
    @FieldSource("LEARNERS")
    void without_features_the_shares_are_given(Learner learner) {
        Design nothing = new Design(new double[4][0], 0);
        assertThat(learner.fit(nothing, new int[] {0, 1, 1, 1}, 2).probabilities(nothing)[2])
                .containsExactly(0.25, 0.75);
    }

    @ParameterizedTest
    @FieldSource("LEARNERS")
    void equal_arguments_give_equal_models(Learner learner) {
        int[] labels = labels(3);
        assertThat(learner.fit(DESIGN, labels, 3).probabilities(DESIGN))
                .isDeepEqualTo(learner.fit(DESIGN, labels, 3).probabilities(DESIGN));
    }

    @ParameterizedTest
    @FieldSource("LEARNERS")
    void the_column_that_matters_is_the_most_important(Learner learner) {
        double[] importance = learner.fit(DESIGN, labels(2), 2).importance();
        if (importance.length == 0) {
            assertThat(learner).isInstanceOf(NearestNeighbours.class);
        } else if (!(learner instanceof Majority)) {
            double[] byColumn = DESIGN.byColumn(importance, 7);
            assertThat(byColumn[2]).isGreaterThan(byColumn[4]);
            assertThat(byColumn[4]).isGreaterThan(byColumn[5]);
            assertThat(byColumn[0]).isZero();
        }
    }

    @ParameterizedTest
    @FieldSource("LEARNERS")
    void rows_and_labels_must_agree(Learner learner) {
        assertThatThrownBy(() -> learner.fit(DESIGN, new int[1], 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> learner.fit(new Design(new double[0][1], 1), new int[0], 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @FieldSource("ABLE_OF_NUMBERS")
    void numbers_are_learned_in_their_own_unit(NumberLearner learner) {
        double[] y = Arrays.stream(SIGNAL).map(x -> 1e6 + 1e4 * x).toArray();
        double[] found = learner.fit(DESIGN, y).predict(DESIGN);
        double error = IntStream.range(0, ROWS)
                .mapToDouble(i -> Math.abs(found[i] - y[i]))
                .average()
                .orElseThrow();
        assertThat(error).as(learner.name()).isLessThan(3e3);
    }

    @ParameterizedTest
    @FieldSource("NUMBER_LEARNERS")
    void a_constant_is_predicted_and_so_is_the_mean_without_features(NumberLearner learner) {
        double[] constant = new double[ROWS];
        Arrays.fill(constant, 3);
        for (double value : learner.fit(DESIGN, constant).predict(DESIGN)) {
            assertThat(value).isCloseTo(3, within(1e-12));
        }
        Design nothing = new Design(new double[4][0], 0);
        assertThat(learner.fit(nothing, new double[] {1, 2, 3, 6}).predict(nothing))
                .containsExactly(new double[] {3, 3, 3, 3}, within(1e-12));
        assertThatThrownBy(() -> learner.fit(DESIGN, new double[1])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_number_of_threads_changes_no_bit_of_any_model() throws Exception {
        for (int classes : new int[] {2, 3}) {
            String one = Child.digest(classes, 1, "all");
            assertThat(one).matches("[0-9a-f]{64}");
            assertThat(Child.digest(classes, 8, "all")).isEqualTo(one);
        }
    }
}
