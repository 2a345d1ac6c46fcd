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
import io.synthaudit.testkit.Damage;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.Ladder;
import io.synthaudit.testkit.Numbers;
import io.synthaudit.testkit.Reshaped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    void the_order_and_the_names_of_columns_change_nothing() {
        Map<List<String>, List<Double>> before = new HashMap<>();
        Map<List<String>, List<Double>> after = new HashMap<>();
        values(fresh()).forEach((target, byMeasure) -> before.put(sorted(target), sorted(byMeasure.values())));
        values(Reshaped.all(fresh(), Reshaped::columns))
                .forEach((target, byMeasure) ->
                        after.put(sorted(target.stream().map(Reshaped::oldName).toList()), sorted(byMeasure.values())));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((target, numbers) -> {
            for (int i = 0; i < numbers.size(); i++) {
                close(after.get(target).get(i), numbers.get(i), target.toString());
            }
        });
    }

    @Test
    void other_labels_of_levels_change_nothing() {
        Map<List<String>, Map<String, Double>> after = values(Reshaped.all(fresh(), Reshaped::labels));
        values(fresh())
                .forEach((target, byMeasure) -> byMeasure.forEach(
                        (measure, value) -> close(after.get(target).get(measure), value, measure + target)));
    }

    @Test
    void other_units_of_numbers_change_what_the_definition_says() {
        Map<List<String>, Map<String, Double>> affine =
                values(Reshaped.all(fresh(), t -> Reshaped.numbers(t, x -> 4 * x + 64)));
        Map<List<String>, Map<String, Double>> cubed =
                values(Reshaped.all(fresh(), t -> Reshaped.numbers(t, x -> x * x * x)));
        values(fresh())
                .forEach((target, byMeasure) -> byMeasure.forEach((measure, value) -> {
                    Numbers numbers = numbers(measure);
                    if (numbers != Numbers.VALUES) {
                        close(
                                affine.get(target).get(measure),
                                numbers.factor(4) * value,
                                measure + target + " of a x + b");
                    }
                    if (numbers == Numbers.MONOTONE) {
                        close(cubed.get(target).get(measure), value, measure + target + " of cubes");
                    }
                }));
    }

    /** What becomes of a measure when numbers are given in other units. */
    protected Numbers numbers(String measure) {
        return Numbers.MONOTONE;
    }

    @Test
    void more_planted_damage_never_looks_better() {
        Tables tables = fresh();
        List<Map<List<String>, Map<String, Double>>> steps = new ArrayList<>();
        Ladder.SHARES.forEach(share -> steps.add(values(with(tables, damage().of(tables.synthetic(), share)))));
        List<Map<List<String>, Map<String, Double>>> others = new ArrayList<>();
        for (long seed = 51; seed < 59; seed++) {
            others.add(values(with(tables, anew(tables.synthetic().rows(), seed))));
        }
        Ladder.check(evaluation().description(), steps, others, this::isDescriptive);
    }

    /** Fresh rows of the law of {@link #fresh}. */
    protected Table anew(int rows, long seed) {
        return FixtureTables.people(rows, seed);
    }

    /** The damage that the evaluation is to see. */
    protected Damage damage() {
        return Damage.SHUFFLED;
    }

    /** Whether a measure only describes and more damage may well look better; an evaluation that says so says why. */
    protected boolean isDescriptive(Measure measure) {
        return measure.direction() == Direction.NONE;
    }

    private static Tables with(Tables tables, Table synthetic) {
        return Tables.of(tables.training(), synthetic, tables.holdout().orElseThrow());
    }

    /** Values by columns and measure. */
    private Map<List<String>, Map<String, Double>> values(Tables tables) {
        Map<List<String>, Map<String, Double>> values = new LinkedHashMap<>();
        for (Observation o : observe(tables)) {
            if (o.reason() == null) {
                values.computeIfAbsent(o.target().columns(), t -> new LinkedHashMap<>())
                        .put(o.measure(), o.estimate().value());
            }
        }
        return values;
    }

    private static <T extends Comparable<T>> List<T> sorted(Collection<T> all) {
        return all.stream().sorted().toList();
    }

    private static void close(Double found, double expected, String what) {
        assertThat(found).as(what).isEqualTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void keys_alone_leave_nothing_to_measure_and_break_nothing() {
        Schema schema = new Schema(List.of(Field.of("id", Kind.ID)), true);
        Table table = new Table(schema, List.of(new NumberColumn(schema.field(0), new double[60], 0)), 60);
        List<Observation> found = observe(Tables.of(table, table, table));
        assertThat(found).isNotEmpty();
    }
}
