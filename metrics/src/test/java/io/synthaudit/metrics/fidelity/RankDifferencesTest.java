package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.RealTables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spearman and Kendall differences: they differ in the correlation only. */
final class RankDifferencesTest {

    private static final List<Field> FIELDS = List.of(Field.of("x", Kind.NUMERIC), Field.of("y", Kind.NUMERIC));

    static Stream<TableEvaluation> both() {
        return Stream.of(new SpearmanDifference(), new KendallDifference());
    }

    @ParameterizedTest
    @MethodSource("both")
    void it_is_found_by_the_service_loader(TableEvaluation evaluation) {
        assertThat(ServiceLoader.load(TableEvaluation.class).stream().map(ServiceLoader.Provider::type))
                .contains(evaluation.getClass());
    }

    @ParameterizedTest
    @MethodSource("io.synthaudit.metrics.fidelity.PairGoldens#tables")
    void spearman_s_and_kendall_s_are_scipy_s(String dataset, String variant) {
        Tables tables = RealTables.load(dataset, variant);
        FixedRun run = FixedRun.of(tables);
        check(new SpearmanDifference().evaluate(run), PairGoldens.differences(dataset, variant, "spearman"));
        check(new KendallDifference().evaluate(run), PairGoldens.differences(dataset, variant, "kendall_tau_b"));
    }

    private static void check(List<Observation> observations, Map<String, double[]> expected) {
        assertThat(observations).hasSize(expected.size());
        for (Observation observation : observations) {
            String pair = String.join("|", observation.target().columns());
            double[] values = observation.reason() != null
                    ? new double[0]
                    : new double[] {observation.estimate().value()};
            PairGoldens.same(pair, values, expected.get(pair));
        }
    }

    /** fidelity.md b.12, columns x and y: Kendall's tau-b S - R; 1 - |difference of Spearman's| / 2 is .91491435681319. */
    @Test
    void vectors() {
        FixedRun run = FixedRun.of(PairGoldens.vectors());
        assertThat(value(new KendallDifference(), run)).isCloseTo(-0.121879353921253, within(1e-9));
        assertThat(1 - Math.abs(value(new SpearmanDifference(), run)) / 2).isCloseTo(0.91491435681319, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("both")
    void a_table_compared_with_itself_has_no_difference(TableEvaluation evaluation) {
        Table table = FixtureTables.people(300, 1);
        assertThat(evaluation.evaluate(FixedRun.of(table, table, table)))
                .hasSize(6)
                .allSatisfy(o -> {
                    assertThat(o.estimate().value()).isZero();
                    assertThat(o.yardstick().value()).isZero();
                    assertThat(o.excess().interval().contains(0)).isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource("both")
    void order_of_tasks_and_of_rows_changes_nothing(TableEvaluation evaluation) {
        Tables tables = FixtureTables.fresh(300, 200, 100, 5);
        List<Observation> before = evaluation.evaluate(FixedRun.of(tables));
        assertThat(evaluation.evaluate(FixedRun.of(tables).backwards())).isEqualTo(before);
        Table shuffled =
                tables.synthetic().select(RandomStreams.permutation(200, new RandomStreams(1).stream("order")));
        List<Observation> after = evaluation.evaluate(
                FixedRun.of(tables.training(), shuffled, tables.holdout().orElseThrow()));
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).estimate().value())
                    .isCloseTo(before.get(i).estimate().value(), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void monotone_rescaling_changes_nothing(TableEvaluation evaluation) {
        double[] x = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
        double[] y = {2, 7, 1, 8, 2, 8, 1, 8, 2, 8};
        double[] cubes = Arrays.stream(x).map(v -> 7 * v * v * v - 3).toArray();
        FixedRun plain = FixedRun.of(table(x, x), table(x, y), null);
        FixedRun scaled = FixedRun.of(table(cubes, x), table(cubes, y), null);
        assertThat(value(evaluation, scaled)).isEqualTo(value(evaluation, plain));
    }

    @ParameterizedTest
    @MethodSource("both")
    void an_order_without_exception_keeps_the_doubt_of_rows_not_seen(TableEvaluation evaluation) {
        double[] x = IntStream.range(0, 200).asDoubleStream().toArray();
        double[] down = Arrays.stream(x).map(v -> -v).toArray();
        Observation same =
                evaluation.evaluate(FixedRun.of(table(x, x), table(x, x), null)).get(0);
        assertThat(same.estimate().interval().upper()).isBetween(0.01, 0.1);
        Observation turned = evaluation
                .evaluate(FixedRun.of(table(x, x), table(x, down), null))
                .get(0);
        assertThat(turned.estimate().value()).isCloseTo(-2, within(1e-12));
        assertThat(turned.estimate().interval().upper()).isBetween(-1.99, -1.9);
    }

    @ParameterizedTest
    @MethodSource("both")
    void constant_and_empty_columns_have_no_value(TableEvaluation evaluation) {
        double[] x = {1, 2, 3, 4};
        for (double[] y : new double[][] {{5, 5, 5, 5}, {Double.NaN, Double.NaN, Double.NaN, Double.NaN}}) {
            Observation observation = evaluation
                    .evaluate(FixedRun.of(table(x, x), table(x, y), null))
                    .get(0);
            assertThat(observation.reason().code()).isEqualTo("no-value");
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void without_two_columns_of_numbers_it_says_so(TableEvaluation evaluation) {
        Schema schema = new Schema(List.of(FIELDS.get(0)), true);
        Table table = new Table(schema, List.of(new NumberColumn(FIELDS.get(0), new double[5], 0)), 5);
        assertThat(evaluation.evaluate(FixedRun.of(table, table, table)))
                .singleElement()
                .satisfies(o -> assertThat(o.reason().code()).isEqualTo("kind"));
    }

    /** Dense cells and single rows are two ways to one number: an entity key forces rows. */
    @ParameterizedTest
    @MethodSource("both")
    void points_by_row_and_by_cell_agree_and_persons_widen_the_interval(TableEvaluation evaluation) {
        UniformRandomProvider random = new RandomStreams(4).stream("persons");
        double[] x = new double[2_000];
        double[] y = new double[2_000];
        int[] person = new int[2_000];
        int[] own = new int[2_000];
        for (int i = 0; i < 2_000; i += 4) {
            double a = random.nextInt(10);
            double b = random.nextInt(10);
            for (int k = i; k < i + 4; k++) {
                x[k] = a;
                y[k] = b;
                person[k] = i / 4;
                own[k] = k;
            }
        }
        Table table = table(x, y);
        Estimates cells = estimates(evaluation, table, Optional.empty());
        Estimates rows = estimates(evaluation, table, Optional.of(own));
        Estimates persons = estimates(evaluation, table, Optional.of(person));
        assertThat(rows.value()).isCloseTo(cells.value(), within(1e-12));
        assertThat(rows.width()).isCloseTo(cells.width(), within(1e-9));
        assertThat(persons.width()).isBetween(1.4 * rows.width(), 1.8 * rows.width());
    }

    private record Estimates(double value, double width) {}

    private static Estimates estimates(TableEvaluation evaluation, Table training, Optional<int[]> person) {
        double[] x = IntStream.range(0, 2_000).mapToDouble(i -> i % 10).toArray();
        double[] y = IntStream.range(0, 2_000).mapToDouble(i -> i / 10 % 10).toArray();
        Tables tables = new Tables(training, table(x, y), Optional.empty(), person, Optional.empty());
        var estimate = evaluation.evaluate(FixedRun.of(tables)).get(0).estimate();
        return new Estimates(estimate.value(), estimate.interval().width());
    }

    /** DataXID takes the first 1,000 pairs and SDMetrics samples rows without a seed; here the size is part of the name. */
    @Test
    void a_large_table_is_sampled_once_by_seed_and_says_so() {
        int rows = RankDifferences.MOST_ROWS + 1;
        double[] x = IntStream.range(0, rows).mapToDouble(i -> i % 101).toArray();
        double[] y = IntStream.range(0, rows).mapToDouble(i -> i % 97).toArray();
        FixedRun run = FixedRun.of(table(x, y), table(x, x), null);
        Observation observation = new SpearmanDifference().evaluate(run).get(0);
        assertThat(observation.variant()).isEqualTo("sample-200000");
        assertThat(observation.referenceRows()).isEqualTo(200_000);
        assertThat(observation.note()).contains("at most 200000 rows of each table");
        assertThat(new SpearmanDifference().evaluate(run)).containsExactly(observation);
        assertThat(new SpearmanDifference().evaluate(run.seed(2)).get(0).estimate())
                .isNotEqualTo(observation.estimate());
    }

    @Test
    void many_pairs_share_a_smaller_sample() {
        assertThat(RankDifferences.mostRows(2_000)).isEqualTo(200_000);
        assertThat(RankDifferences.mostRows(2_001)).isEqualTo(49_975);
        assertThat(RankDifferences.mostRows(44_850)).isEqualTo(2_229);
    }

    private static double value(TableEvaluation evaluation, FixedRun run) {
        return evaluation.evaluate(run).get(0).estimate().value();
    }

    private static Table table(double[] x, double[] y) {
        return new Table(
                new Schema(FIELDS, true),
                List.of(new NumberColumn(FIELDS.get(0), x, 0), new NumberColumn(FIELDS.get(1), y, 0)),
                x.length);
    }
}
