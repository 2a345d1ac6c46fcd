package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.evaluation.Target;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TripleTotalVariationTest extends SetContract {

    private static final List<String> ALL = List.of();

    @Override
    protected TableEvaluation evaluation() {
        return new TripleTotalVariation();
    }

    /** Only the worst sets are listed, and with the damage others are. */
    @Override
    protected boolean isDescriptive(Measure measure) {
        return measure.id().equals("distance");
    }

    /** {@code python3 metrics/src/test/python/marginals.py nist_ma2019 independent ../shared}, and so on. */
    @ParameterizedTest
    @CsvSource({
        "nist_ma2019, independent, 0.17404007449527814, 0.47136976047904106, 0.7806886227544918",
        "nist_ma2019, cart, 0.03446710211000922, 0.0709206586826347, 0.10029940119760475",
        "adult, ctgan, 0.2732011939198833, 0.6589690751850522, 0.6720645040303208"
    })
    void real_tables_score_what_brute_force_says(
            String dataset, String variant, double mean, double p95, double largest) {
        List<Observation> found = observe(RealTables.load(dataset, variant));
        assertThat(value(found, "distance-mean", ALL)).isEqualTo(mean, within(1e-9));
        assertThat(value(found, "distance-p95", ALL)).isEqualTo(p95, within(1e-9));
        assertThat(value(found, "distance-largest", ALL)).isEqualTo(largest, within(1e-9));
    }

    @Test
    void the_worst_triples_are_named_and_the_largest_is_the_largest() {
        List<Observation> found = observe(RealTables.load("breast_cancer_seer", "independent"));
        List<Observation> named =
                found.stream().filter(o -> o.target().kind() == Target.Kind.SET).toList();
        assertThat(named).hasSize(20).allMatch(o -> o.target().columns().size() == 3);
        double largest = value(found, "distance-largest", ALL);
        assertThat(named.stream().mapToDouble(o -> o.excess().value()).min().orElseThrow())
                .isGreaterThan(of(found, "distance-mean", ALL).excess().value());
        assertThat(named).allMatch(o -> o.estimate().value() <= largest);
        assertThat(named).allMatch(o -> o.note().contains("20 triples with the largest excess"));
    }

    /** y is right alone and in every pair, and only together with both others it is not: parity. */
    @Test
    void what_only_three_columns_together_show_is_found() {
        Tables tables = Tables.of(parity(2_000, 1, true), parity(2_000, 2, false), parity(2_000, 3, true));
        Observation triple = of(observe(tables), "distance", List.of("a", "b", "y"));
        assertThat(triple.estimate().value()).isBetween(0.45, 0.55);
        assertThat(triple.excess().interval().lower()).isGreaterThan(0.4);
        double score = value(new KMarginal().evaluate(FixedRun.of(tables)), "score", ALL);
        assertThat(score).isGreaterThan(960);
    }

    private static Table parity(int rows, long seed, boolean kept) {
        UniformRandomProvider random = new RandomStreams(seed).stream("parity");
        double[][] cells = new double[3][rows];
        for (int i = 0; i < rows; i++) {
            cells[0][i] = random.nextInt(2);
            cells[1][i] = random.nextInt(2);
            cells[2][i] = kept ? (cells[0][i] + cells[1][i]) % 2 : random.nextInt(2);
        }
        return numbers(List.of("a", "b", "y"), cells);
    }

    private static Table numbers(List<String> names, double[]... cells) {
        List<Field> fields = names.stream().map(n -> Field.of(n, Kind.NUMERIC)).toList();
        Schema schema = new Schema(fields, true);
        return new Table(
                schema,
                IntStream.range(0, cells.length)
                        .<io.synthaudit.core.table.Column>mapToObj(c -> new NumberColumn(schema.field(c), cells[c], 0))
                        .toList(),
                cells[0].length);
    }

    @Test
    void more_planted_damage_is_farther() {
        Table training = FixtureTables.people(1_500, 5);
        Table holdout = FixtureTables.people(1_000, 6);
        double last = -1;
        for (double shift : new double[] {0, 0.5, 1, 2}) {
            Observation mean = of(
                    observe(Tables.of(training, FixtureTables.people(1_000, 7, shift), holdout)), "distance-mean", ALL);
            assertThat(mean.excess().value()).isGreaterThan(last);
            last = mean.excess().value();
        }
        assertThat(last).isGreaterThan(0.1);
    }

    @Test
    void a_fresh_sample_has_no_excess_and_a_lower_bound_of_nothing() {
        Observation mean = of(observe(FixtureTables.fresh(1_000, 800, 600, 9)), "distance-mean", ALL);
        assertThat(mean.excess().interval().contains(0)).isTrue();
        assertThat(mean.estimate().interval().lower()).isZero();
        assertThat(mean.estimate().bias()).isEqualTo(mean.estimate().value(), within(0.02));
    }

    /** 40 columns have 9,880 triples. */
    @Test
    void beyond_the_budget_a_seeded_sample_is_taken_and_said() {
        double[][] cells = new double[40][60];
        UniformRandomProvider random = new RandomStreams(4).stream("wide");
        for (double[] column : cells) {
            Arrays.setAll(column, i -> random.nextInt(30));
        }
        Table table = numbers(IntStream.range(0, 40).mapToObj(i -> "c" + i).toList(), cells);
        List<Observation> found = observe(Tables.of(table, table, table));
        assertThat(of(found, "distance-mean", ALL).note())
                .startsWith("It rests on a seeded sample of 2,500 of 9,880 triples.");
    }

    @Test
    void sets_are_all_sets_or_distinct_ones_of_distinct_columns() {
        UniformRandomProvider random = new RandomStreams(4).stream("sets");
        MarginalSets all = MarginalSets.of(15, 3, 100, random);
        assertThat(all.isSample()).isFalse();
        assertThat(keys(all)).hasSize(455);
        assertThat(all.sets()[0]).containsExactly(0, 1, 2);
        assertThat(all.sets()[454]).containsExactly(12, 13, 14);
        MarginalSets some = MarginalSets.of(300, 3, 100, random);
        assertThat(some.all()).isEqualTo(4_455_100);
        assertThat(keys(some)).hasSize(MarginalSets.MOST_SETS);
        assertThat(List.of(some.sets())).allMatch(s -> 0 <= s[0] && s[0] < s[1] && s[1] < s[2] && s[2] < 300);
        assertThat(MarginalSets.of(15, 3, 1_000_000_000, random).sets()).hasNumberOfRows(MarginalSets.FEWEST_SETS);
    }

    private static Set<String> keys(MarginalSets sets) {
        return Arrays.stream(sets.sets()).map(Arrays::toString).collect(Collectors.toSet());
    }

    @Test
    void two_columns_are_no_triple() {
        double[] cells = new double[50];
        Table table = numbers(List.of("a", "b"), cells, cells);
        assertThat(observe(Tables.of(table, table, null)))
                .hasSize(4)
                .allMatch(o -> o.reason().code().equals("no-columns"));
    }

    @Test
    void constant_columns_agree_surely() {
        double[] cells = new double[50];
        Table table = numbers(List.of("a", "b", "c"), cells, cells, cells);
        Observation mean = of(observe(Tables.of(table, table, null)), "distance-mean", ALL);
        assertThat(mean.estimate().value()).isZero();
        assertThat(mean.estimate().interval().upper()).isEqualTo(0, within(1e-12));
    }

    /** A copy is at distance 0, but another copy of as many rows need not be. */
    @Test
    void a_copy_is_not_surely_at_zero() {
        Table table = FixtureTables.people(400, 3);
        Observation mean = of(observe(Tables.of(table, table, null)), "distance-mean", ALL);
        assertThat(mean.estimate().value()).isZero();
        assertThat(mean.estimate().interval().upper()).isBetween(0.01, 0.1);
    }

    /** Persons with four equal rows each: a quarter of the rows. */
    @Test
    void persons_with_several_rows_widen_the_interval() {
        Table once = FixtureTables.people(300, 3);
        int[] fourfold = IntStream.range(0, 1_200).map(i -> i / 4).toArray();
        Table table = once.select(fourfold);
        Table synthetic = FixtureTables.people(1_200, 4);
        Tables persons = new Tables(
                table,
                synthetic,
                java.util.Optional.empty(),
                java.util.Optional.of(fourfold),
                java.util.Optional.empty());
        Observation clustered = of(observe(persons), "distance-mean", ALL);
        Observation plain = of(observe(Tables.of(table, synthetic, null)), "distance-mean", ALL);
        assertThat(clustered.estimate().interval().upper())
                .isGreaterThan(plain.estimate().interval().upper());
        assertThat(clustered.estimate().bias()).isEqualTo(plain.estimate().bias() * Math.sqrt(5 / 2.0), within(1e-9));
    }
}
