package io.synthaudit.metrics.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.Ladder;
import io.synthaudit.testkit.Reshaped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every similarity metric keeps. */
abstract class SimilarityContract {

    private static final Tables FRESH = FixtureTables.fresh(600, 400, 300, 41);

    abstract TableEvaluation evaluation();

    private List<String> declared() {
        return evaluation().description().measures().stream().map(Measure::id).toList();
    }

    @Test
    void it_is_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(TableEvaluation.class).stream().map(ServiceLoader.Provider::type))
                .contains(evaluation().getClass());
    }

    @Test
    void its_description_says_that_it_proves_no_privacy_and_cites_why() {
        Description description = evaluation().description();
        assertThat(description.id()).matches("similarity\\.[a-z-]+");
        assertThat(description.family()).isEqualTo("privacy");
        assertThat(description.question()).endsWith("?");
        assertThat(description.misleads())
                .endsWith(
                        "This is a similarity metric: it knows no adversary, and a good value is no proof of privacy.");
        assertThat(description.references()).anyMatch(r -> r.contains("2505.01524"));
    }

    @Test
    void every_declared_measure_comes_out_once_in_order() {
        assertThat(evaluation().evaluate(FixedRun.of(FRESH)).stream().map(Observation::measure))
                .containsExactlyElementsOf(declared());
    }

    @Test
    void intervals_hold_their_values_at_the_level_of_the_run() {
        for (Observation observation : evaluation().evaluate(FixedRun.of(FRESH))) {
            if (observation.estimate().hasInterval()) {
                assertThat(observation
                                .estimate()
                                .interval()
                                .contains(observation.estimate().value()))
                        .as(observation.measure())
                        .isTrue();
                assertThat(observation.estimate().interval().level()).isEqualTo(0.95);
            }
        }
    }

    @Test
    void the_order_of_tasks_changes_nothing() {
        assertThat(evaluation().evaluate(FixedRun.of(FRESH).backwards()))
                .isEqualTo(evaluation().evaluate(FixedRun.of(FRESH)));
    }

    @Test
    void without_a_holdout_what_needs_one_says_so() {
        FixedRun run = FixedRun.of(FRESH.training(), FRESH.synthetic(), null);
        List<Observation> observations = evaluation().evaluate(run);
        assertThat(observations.stream().map(Observation::measure)).containsExactlyElementsOf(declared());
        assertThat(observations)
                .allMatch(o -> measuredWithoutHoldout().contains(o.measure())
                        ? o.reason() == null && o.yardstick() == null
                        : o.reason() == Reason.NO_HOLDOUT);
    }

    /** Measures that need no holdout. */
    List<String> measuredWithoutHoldout() {
        return List.of();
    }

    @Test
    void the_order_and_the_names_of_columns_change_nothing() {
        assertThat(values(Reshaped.all(FRESH, Reshaped::columns))).isEqualTo(values(FRESH));
    }

    @Test
    void other_labels_of_levels_change_nothing() {
        assertThat(values(Reshaped.all(FRESH, Reshaped::labels))).isEqualTo(values(FRESH));
    }

    @Test
    void other_units_of_numbers_change_nothing() {
        assertThat(values(Reshaped.all(FRESH, t -> Reshaped.numbers(t, x -> 4 * x + 64))))
                .isEqualTo(values(FRESH));
    }

    /** The tables into which copies are planted; larger ones where a measure is noisy. */
    Tables undamaged() {
        return FRESH;
    }

    @Test
    void more_copies_of_training_rows_never_look_better() {
        Tables tables = undamaged();
        List<Map<String, Map<String, Double>>> steps = new ArrayList<>();
        for (double share : Ladder.SHARES) {
            Table leaky = copies(tables, share);
            steps.add(Map.of(
                    "table",
                    values(Tables.of(tables.training(), leaky, tables.holdout().orElseThrow()))));
        }
        List<Map<String, Map<String, Double>>> others = new ArrayList<>();
        for (long seed = 51; seed < 59; seed++) {
            Table anew = FixtureTables.people(tables.synthetic().rows(), seed);
            others.add(Map.of(
                    "table",
                    values(Tables.of(tables.training(), anew, tables.holdout().orElseThrow()))));
        }
        Ladder.check(evaluation().description(), steps, others, m -> m.direction() == Direction.NONE);
    }

    /** The synthetic table with its first rows replaced by training rows. */
    private static Table copies(Tables tables, double share) {
        int rows = tables.synthetic().rows();
        int[] copied = IntStream.range(0, (int) Math.round(share * rows)).toArray();
        int[] kept = IntStream.range(copied.length, rows).toArray();
        return Joined.of(tables.training().select(copied), tables.synthetic().select(kept));
    }

    private Map<String, Double> values(Tables tables) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Observation o : evaluation().evaluate(FixedRun.of(tables))) {
            values.put(o.measure(), StrictMath.rint(1e9 * o.estimate().value()) / 1e9);
        }
        return values;
    }

    @Test
    void keys_and_texts_alone_leave_nothing_to_measure() {
        Schema schema = new Schema(List.of(Field.of("id", Kind.ID)), true);
        Table table = new Table(schema, List.of(new NumberColumn(schema.field(0), new double[60], 0)), 60);
        assertThat(evaluation().evaluate(FixedRun.of(table, table, table)))
                .hasSize(declared().size())
                .allMatch(o -> o.reason().code().equals("no-columns"));
    }
}
