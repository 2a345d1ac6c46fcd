package io.synthaudit.learn.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.interval.Roc;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.learn.model.Design;
import io.synthaudit.learn.model.Encoding;
import io.synthaudit.learn.model.Feature;
import io.synthaudit.learn.model.GradientBoosting;
import io.synthaudit.learn.model.Learner;
import io.synthaudit.learn.model.LearnerLibraries;
import io.synthaudit.learn.model.LearnerLibrary;
import io.synthaudit.testkit.RealTables;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class LightGbmTest {

    private static final int ROWS = 600;
    private static final Design DESIGN = design();
    private static final double[] SIGNAL = DESIGN.features().get(0).values();

    /** A number that matters, levels that matter less (a quarter of the rows has none), one that does not. */
    private static Design design() {
        UniformRandomProvider random = new RandomStreams(1).stream("lightgbm");
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
        return Arrays.stream(SIGNAL)
                .mapToInt(x -> (int) Math.min(classes - 1, (x + 2) / 4 * classes))
                .toArray();
    }

    @Test
    void it_is_found_as_a_service_and_says_what_it_is() {
        assertThat(LearnerLibraries.found()).extracting(LearnerLibrary::name).containsExactly("lightgbm");
        LearnerLibrary library = LearnerLibraries.found().get(0);
        assertThat(library.learner(1).name()).isEqualTo("lightgbm");
        assertThat(library.numberLearner(1).name()).isEqualTo("lightgbm");
        assertThat(library.settings()).contains("LightGBM 4.3.0", "one thread").endsWith(".");
    }

    @Test
    void equal_fits_give_equal_bytes_whoever_fits_beside_them() throws InterruptedException, ExecutionException {
        double[][] alone = new LightGbm(5).fit(DESIGN, labels(3), 3).probabilities(DESIGN);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<double[][]>> all = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(
                            () -> new LightGbm(5).fit(DESIGN, labels(3), 3).probabilities(DESIGN)))
                    .toList();
            for (Future<double[][]> one : all) {
                assertThat(one.get()).isDeepEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
        double[] numbers = new LightGbm(5).fit(DESIGN, SIGNAL).predict(DESIGN);
        assertThat(new LightGbm(5).fit(DESIGN, SIGNAL).predict(DESIGN)).isEqualTo(numbers);
    }

    @Test
    void probabilities_are_probabilities_and_never_seen_classes_have_none() {
        int[] labels = Arrays.stream(labels(3)).map(k -> k == 2 ? 3 : k).toArray();
        for (double[] p : new LightGbm(5).fit(DESIGN, labels, 5).probabilities(DESIGN)) {
            assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(p).min().orElseThrow()).isNotNegative();
            assertThat(p[2]).isZero();
            assertThat(p[4]).isZero();
        }
    }

    @Test
    void the_column_that_matters_is_the_important_one() {
        double[] importance = new LightGbm(5).fit(DESIGN, labels(2), 2).importance();
        assertThat(importance).hasSize(3);
        assertThat(importance[0]).isGreaterThan(importance[1]).isGreaterThan(importance[2]);
        assertThat(new LightGbm(5).fit(DESIGN, SIGNAL).importance()[0]).isPositive();
    }

    /** A level that is missing tells of the answer as any level does. */
    @Test
    void missing_levels_are_learned_from_and_predicted() {
        int[] slots = IntStream.range(0, ROWS).map(i -> i % 5 - 1).toArray();
        Design levels = new Design(List.of(new Feature(0, 0, 4, null, slots)), ROWS, 4);
        int[] y = Arrays.stream(slots).map(slot -> slot < 0 ? 1 : 0).toArray();
        double[][] p = new LightGbm(5).fit(levels, y, 2).probabilities(levels);
        for (int i = 0; i < ROWS; i++) {
            assertThat(p[i][y[i]]).isGreaterThan(0.9);
        }
    }

    @Test
    void nothing_to_learn_from_gives_the_floor_and_too_few_answers_are_refused() {
        Design none = new Design(List.of(), 4, 0);
        assertThat(new LightGbm(5).fit(none, new int[] {0, 0, 0, 1}, 2).probabilities(none)[3])
                .containsExactly(0.75, 0.25);
        assertThat(new LightGbm(5).fit(DESIGN, new int[ROWS], 2).probabilities(DESIGN)[0])
                .containsExactly(1, 0);
        assertThat(new LightGbm(5).fit(DESIGN, new double[ROWS]).predict(DESIGN))
                .containsOnly(0);
        Design constant = new Design(new double[60][1], 1);
        int[] half = IntStream.range(0, 60).map(i -> i % 2).toArray();
        assertThat(new LightGbm(5).fit(constant, half, 2).probabilities(constant)[7][1])
                .isCloseTo(0.5, within(1e-6));
        assertThatThrownBy(() -> new LightGbm(5).fit(DESIGN, new int[3], 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbers_are_predicted_in_their_own_unit() {
        double[] y = Arrays.stream(SIGNAL).map(x -> 1e6 + 1e5 * x).toArray();
        double[] found = new LightGbm(5).fit(DESIGN, y).predict(DESIGN);
        double errors = IntStream.range(0, ROWS)
                .mapToDouble(i -> (found[i] - y[i]) * (found[i] - y[i]))
                .average()
                .orElseThrow();
        assertThat(Math.sqrt(errors)).isLessThan(1e4);
    }

    /**
     * Income of adult from its other columns, which have missing cells, learned from training and tested on the holdout: as
     * good as the product's own boosting, 0.925.
     */
    @Test
    void income_is_predicted_about_as_well_as_by_the_products_own_boosting() {
        Tables tables = RealTables.load("adult", "cart");
        double own = area(tables, new GradientBoosting());
        double its = area(tables, new LightGbm(5));
        assertThat(its).isGreaterThan(0.92).isCloseTo(own, within(0.01));
    }

    private static double area(Tables tables, Learner learner) {
        Schema schema = tables.schema();
        int target = schema.indexOf("income").orElseThrow();
        int[] features =
                Arrays.stream(schema.content()).filter(c -> c != target).toArray();
        Table training = tables.training();
        Table holdout = tables.holdout().orElseThrow();
        Encoding encoding = Encoding.fit(training, features);
        double[][] p = learner.fit(encoding.encode(training), codes(training, target), 2)
                .probabilities(encoding.encode(holdout));
        int[] truth = codes(holdout, target);
        double[] yes = IntStream.range(0, truth.length)
                .filter(i -> truth[i] == 1)
                .mapToDouble(i -> p[i][1])
                .toArray();
        double[] no = IntStream.range(0, truth.length)
                .filter(i -> truth[i] == 0)
                .mapToDouble(i -> p[i][1])
                .toArray();
        return Roc.area(yes, no);
    }

    private static int[] codes(Table table, int column) {
        return ((CodeColumn) table.column(column)).codes();
    }
}
