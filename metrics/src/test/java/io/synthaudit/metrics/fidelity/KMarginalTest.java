package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.Damage;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.RealTables;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KMarginalTest extends SetContract {

    private static final List<String> ALL = List.of();

    @Override
    protected TableEvaluation evaluation() {
        return new KMarginal();
    }

    /** Margins are read too. */
    @Override
    protected Damage damage() {
        return Damage.STRANGE;
    }

    @Override
    protected double perfect(String measure) {
        return measure.equals("score") ? 1_000 : 1;
    }

    /** fidelity.md b.12: NIST k-marg pair (c,d) 655, Contingency(c,d) 0.655. */
    @Test
    void the_vectors_c_and_d_score_655() {
        Tables tables = SetVectors.load();
        Tables pair = Tables.of(only(tables.training(), 2, 3), only(tables.synthetic(), 2, 3), null);
        assertThat(value(observe(pair), "score", ALL)).isEqualTo(655, within(1e-9));
    }

    private static Table only(Table table, int x, int y) {
        Schema schema =
                new Schema(List.of(table.schema().field(x), table.schema().field(y)), true);
        return new Table(schema, List.of(table.column(x), table.column(y)), table.rows());
    }

    /** {@code python3 metrics/src/test/python/marginals.py nist_ma2019 independent ../shared}, and so on. */
    @ParameterizedTest
    @CsvSource({
        "nist_ma2019, independent, 890.6039822528857, 0.0856402993123197, 0.4748294970719137",
        "nist_ma2019, cart, 960.6398615811855, 0.43559267371286065, 0.5566892121501839"
    })
    void real_tables_score_what_brute_force_says(
            String dataset, String variant, double score, double subsample, double column) {
        List<Observation> found = observe(RealTables.load(dataset, variant));
        assertThat(value(found, "score", ALL)).isEqualTo(score, within(1e-6));
        assertThat(value(found, "subsample-equivalence", ALL)).isEqualTo(subsample, within(1e-3 * subsample));
        assertThat(value(found, "column-equivalence", ALL)).isEqualTo(column, within(1e-3 * column));
    }

    /** The number's claim itself: a random x % of training is as far from training as a random x % is. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 0.2, 0.5, 0.8})
    void random_subsamples_of_training_are_found_to_be_their_size(double share) {
        Table training = FixtureTables.people(2_000, 11);
        int drawn = (int) Math.round(share * training.rows());
        int held = 0;
        int heldByColumns = 0;
        double mean = 0;
        int repetitions = 60;
        for (int i = 0; i < repetitions; i++) {
            int[] rows =
                    RandomStreams.sample(training.rows(), drawn, new RandomStreams(i).stream("subsample/" + share));
            List<Observation> found = observe(Tables.of(training, training.select(rows), null));
            Observation pairs = of(found, "subsample-equivalence", ALL);
            Interval interval = pairs.estimate().interval();
            held += interval.contains(share) ? 1 : 0;
            heldByColumns +=
                    of(found, "column-equivalence", ALL).estimate().interval().contains(share) ? 1 : 0;
            mean += pairs.estimate().value() / repetitions;
            assertThat(interval.upper()).isLessThan(Math.min(1, 3 * share) + 1e-9);
        }
        // Two bounds of 95 % each; a chance below 1e-3 of fewer than 47 of 60 at that coverage.
        assertThat(held).isGreaterThanOrEqualTo(54);
        assertThat(heldByColumns).isGreaterThanOrEqualTo(54);
        assertThat(mean).isEqualTo(share, within(0.06 * share));
    }

    /** A fresh table of n rows is as far as a third of training: 1/f - 1 = 2. */
    @Test
    void a_fresh_sample_of_as_many_rows_is_as_far_as_a_third_of_training() {
        List<Observation> found = observe(FixtureTables.fresh(4_000, 4_000, 4_000, 12));
        Observation pairs = of(found, "subsample-equivalence", ALL);
        assertThat(pairs.estimate().value()).isEqualTo(1 / 3.0, within(0.04));
        assertThat(pairs.yardstick().value()).isEqualTo(1 / 3.0, within(0.04));
        assertThat(pairs.excess().interval().contains(0)).isTrue();
        assertThat(pairs.note())
                .matches("It is as far from training as a random \\d+ % of its rows would be\\. "
                        + "It rests on all 15 pairs\\.");
    }

    @Test
    void independent_columns_score_worse_than_trees() {
        List<Observation> trees = observe(RealTables.load("nist_ma2019", "cart"));
        List<Observation> independent = observe(RealTables.load("nist_ma2019", "independent"));
        for (String measure : List.of("score", "subsample-equivalence")) {
            assertThat(of(independent, measure, ALL).estimate().interval().upper())
                    .isLessThan(of(trees, measure, ALL).estimate().interval().lower());
        }
        assertThat(of(independent, "score", ALL).excess().interval().upper()).isNegative();
        assertThat(of(independent, "subsample-equivalence", ALL)
                        .excess()
                        .interval()
                        .upper())
                .isNegative();
    }

    @Test
    void more_planted_damage_scores_worse() {
        Table training = FixtureTables.people(1_500, 5);
        Table holdout = FixtureTables.people(1_000, 6);
        double score = 1_001;
        double equivalence = 2;
        for (double shift : new double[] {0, 0.5, 1, 2}) {
            List<Observation> found = observe(Tables.of(training, FixtureTables.people(1_000, 7, shift), holdout));
            assertThat(value(found, "score", ALL)).isLessThan(score);
            assertThat(value(found, "subsample-equivalence", ALL)).isLessThan(equivalence);
            score = value(found, "score", ALL);
            equivalence = value(found, "subsample-equivalence", ALL);
        }
    }

    @Test
    void one_column_has_no_pairs_but_an_equivalence_of_its_own() {
        Table people = FixtureTables.people(200, 5);
        Schema schema = new Schema(List.of(people.schema().field(0)), true);
        Table one = new Table(schema, List.of(people.column(0)), 200);
        List<Observation> found = observe(Tables.of(one, one, null));
        assertThat(of(found, "score", ALL).reason().code()).isEqualTo("no-columns");
        assertThat(value(found, "column-equivalence", ALL)).isEqualTo(1);
    }

    /** Disjoint tables: farther than any single row. */
    @Test
    void a_table_beyond_any_subsample_is_as_far_as_a_single_row() {
        Table training = FixtureTables.people(500, 5);
        Schema schema = new Schema(training.schema().fields().subList(0, 2), true);
        double[] nothing = new double[500];
        Arrays.fill(nothing, Double.NaN);
        Table full = new Table(schema, List.of(training.column(0), training.column(0)), 500);
        Table empty = new Table(
                schema,
                List.of(
                        new NumberColumn(schema.field(0), nothing, 500),
                        new NumberColumn(schema.field(1), nothing, 500)),
                500);
        List<Observation> found = observe(Tables.of(full, empty, null));
        assertThat(value(found, "score", ALL)).isZero();
        assertThat(value(found, "subsample-equivalence", ALL)).isEqualTo(1 / 500.0);
    }

    @Test
    void without_a_holdout_the_yardstick_is_simulated_and_said_to_be() {
        Tables tables = FixtureTables.fresh(600, 400, 300, 41);
        for (Observation o : observe(Tables.of(tables.training(), tables.synthetic(), null))) {
            assertThat(o.note()).endsWith(EqualSamples.SIMULATED);
            assertThat(o.yardstick()).isNotNull();
        }
    }
}
