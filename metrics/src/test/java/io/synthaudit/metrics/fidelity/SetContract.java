package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
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
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What every evaluation of columns and pairs over whole rows keeps: description, identity, order, intervals, discovery. */
public abstract class SetContract {

    /** The evaluation under test. */
    protected abstract TableEvaluation evaluation();

    /** Tables that it has something to measure in. */
    protected Tables fresh() {
        return FixtureTables.fresh(600, 400, 300, 41);
    }

    protected final List<Observation> observe(Tables tables) {
        return evaluation().evaluate(FixedRun.of(tables));
    }

    /** The observation of a measure at these columns, and of the columns that are given. */
    protected static Observation of(List<Observation> found, String measure, List<String> columns) {
        return found.stream()
                .filter(o -> o.measure().equals(measure) && o.target().columns().equals(columns))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + measure + " at " + columns));
    }

    protected static double value(List<Observation> found, String measure, List<String> columns) {
        return of(found, measure, columns).estimate().value();
    }

    @Test
    protected void it_is_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(TableEvaluation.class).stream().map(ServiceLoader.Provider::type))
                .contains(evaluation().getClass());
    }

    @Test
    void its_description_is_whole() {
        Description description = evaluation().description();
        assertThat(description.id()).matches("(fidelity|validity)\\.[a-z-]+");
        assertThat(description.question()).endsWith("?");
        assertThat(description.definition()).isNotBlank();
        assertThat(description.misleads()).isNotBlank();
        assertThat(description.references()).isNotEmpty();
        assertThat(description.measures()).doesNotHaveDuplicates();
    }

    @Test
    void every_declared_measure_comes_out_and_no_target_twice() {
        List<Observation> found = observe(fresh());
        assertThat(found.stream().map(Observation::measure).distinct())
                .containsExactlyInAnyOrderElementsOf(evaluation().description().measures().stream()
                        .map(Measure::id)
                        .toList());
        assertThat(found.stream()
                        .map(o -> o.measure() + "~" + o.variant() + o.target().suffix()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_table_compared_with_itself_is_perfect() {
        Table training = fresh().training();
        List<Observation> found =
                observe(Tables.of(training, training, fresh().holdout().orElseThrow()));
        int measured = 0;
        for (Observation o : found) {
            Direction direction =
                    evaluation().description().measure(o.measure()).direction();
            if (o.reason() == null && direction != Direction.NONE) {
                measured++;
                assertThat(o.estimate().value())
                        .as("%s%s", o.measure(), o.target().suffix())
                        .isEqualTo(perfect(o.measure()), within(1e-7));
            }
        }
        assertThat(measured).isPositive();
    }

    /** The value of equal tables. */
    protected double perfect(String measure) {
        return 0;
    }

    @Test
    void the_order_of_rows_changes_no_value() {
        Tables tables = fresh();
        int rows = tables.synthetic().rows();
        Table shuffled =
                tables.synthetic().select(RandomStreams.permutation(rows, new RandomStreams(1).stream("order")));
        List<Observation> before = observe(tables);
        List<Observation> after =
                observe(Tables.of(tables.training(), shuffled, tables.holdout().orElseThrow()));
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).reason() == null) {
                assertThat(after.get(i).estimate().value())
                        .isEqualTo(before.get(i).estimate().value(), within(1e-9));
            }
        }
    }

    @Test
    void the_order_of_tasks_changes_nothing() {
        assertThat(evaluation().evaluate(FixedRun.of(fresh()).backwards())).isEqualTo(observe(fresh()));
    }

    @Test
    void intervals_hold_their_values_at_the_level_of_the_run() {
        for (Observation o : observe(fresh())) {
            if (o.reason() == null && o.estimate().hasInterval()) {
                assertThat(o.estimate().interval().contains(o.estimate().value()))
                        .as(o.measure())
                        .isTrue();
                assertThat(o.estimate().interval().level()).isEqualTo(0.95);
            }
            if (o.reason() == null && o.excess() != null && o.excess().hasInterval()) {
                assertThat(o.excess().interval().contains(o.excess().value()))
                        .as(o.measure())
                        .isTrue();
            }
        }
    }

    @Test
    void without_a_holdout_it_still_measures() {
        Tables tables = fresh();
        List<Observation> found = observe(Tables.of(tables.training(), tables.synthetic(), null));
        assertThat(found).anyMatch(o -> o.reason() == null);
        assertThat(found.stream().map(Observation::measure).distinct())
                .hasSize(evaluation().description().measures().size());
    }

    @Test
    void keys_alone_leave_nothing_to_measure_and_break_nothing() {
        Schema schema = new Schema(List.of(Field.of("id", Kind.ID)), true);
        Table table = new Table(schema, List.of(new NumberColumn(schema.field(0), new double[60], 0)), 60);
        List<Observation> found = observe(Tables.of(table, table, table));
        assertThat(found).isNotEmpty();
    }
}
