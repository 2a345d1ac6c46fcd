package io.synthaudit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Compares;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.PairMetric;
import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.State;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.BiConsumer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * What every metric of columns or pairs keeps: description, discovery, identity, intervals; order of rows and columns, names
 * and labels change nothing, units what the definition says, and damage never looks better.
 */
public abstract class MetricContract {

    private static final double LEVEL = 0.95;

    /** The metric under test. */
    protected abstract Metric metric();

    /** The tables that the contract is tried on, all under one schema and of one law but for the shift. */
    protected Table people(int rows, long seed, double shift) {
        return FixtureTables.people(rows, seed, shift);
    }

    private Table people(int rows, long seed) {
        return people(rows, seed, 0);
    }

    @Test
    void it_is_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(Metric.class).stream().map(ServiceLoader.Provider::type))
                .contains(metric().getClass());
    }

    @Test
    void its_description_is_whole() {
        Description description = metric().description();
        assertThat(description.id()).matches("[a-z]+\\.[a-z-]+");
        assertThat(description.question()).endsWith("?");
        assertThat(description.definition()).isNotBlank();
        assertThat(description.misleads()).isNotBlank();
        assertThat(description.references()).isNotEmpty();
        assertThat(description.measures()).doesNotHaveDuplicates();
    }

    @Test
    void a_table_compared_with_itself_is_perfect() {
        Table table = people(600, 21);
        forEach(table, table, (measure, value) -> {
            double perfect = measure.direction() == Direction.HIGHER ? 1 : 0;
            if (measure.direction() != Direction.NONE) {
                assertThat(value.estimate().value()).as(measure.id()).isEqualTo(perfect, within());
            }
        });
    }

    @Test
    void the_order_of_rows_changes_nothing() {
        Table table = people(600, 22);
        Table other = people(400, 23, 0.5);
        Table shuffled = other.select(RandomStreams.permutation(400, new RandomStreams(1).stream("order")));
        List<Double> before = new ArrayList<>();
        List<Double> after = new ArrayList<>();
        forEach(table, other, (m, v) -> before.add(v.estimate().value()));
        forEach(table, shuffled, (m, v) -> after.add(v.estimate().value()));
        assertThat(before).isNotEmpty();
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).isEqualTo(before.get(i), within());
        }
    }

    @Test
    void an_interval_holds_its_value_and_stays_at_its_level() {
        Table table = people(600, 24);
        forEach(table, people(300, 25, 1), (measure, value) -> {
            if (value.estimate().hasInterval()) {
                assertThat(value.estimate().interval().contains(value.estimate().value()))
                        .isTrue();
                assertThat(value.estimate().interval().level()).isEqualTo(LEVEL);
            } else {
                assertThat(measure.against()).as(measure.id()).isNotEqualTo(Measure.Against.DIFFERENCE);
            }
        });
    }

    @Test
    void only_declared_measures_come_out_in_their_order() {
        List<String> declared =
                metric().description().measures().stream().map(Measure::id).toList();
        Table table = people(300, 26);
        forEach(table, table, (measure, value) -> assertThat(declared).contains(measure.id()));
    }

    @Test
    void the_order_and_the_names_of_columns_change_nothing() {
        Table table = people(600, 27);
        Table other = people(400, 28, 0.5);
        Map<List<String>, List<Double>> before = new HashMap<>();
        Map<List<String>, List<Double>> after = new HashMap<>();
        // What is first and what second in a pair may trade places, and with them two measures of it.
        values(table, other).forEach((target, byMeasure) -> before.put(sorted(target), sorted(byMeasure.values())));
        values(Reshaped.columns(table), Reshaped.columns(other))
                .forEach((target, byMeasure) ->
                        after.put(sorted(target.stream().map(Reshaped::oldName).toList()), sorted(byMeasure.values())));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((target, numbers) -> close(after.get(target), numbers, target.toString()));
    }

    @Test
    void other_labels_of_levels_change_nothing() {
        Table table = people(600, 29);
        Table other = people(400, 30, 0.5);
        Map<List<String>, Map<String, Double>> before = values(table, other);
        Map<List<String>, Map<String, Double>> after = values(Reshaped.labels(table), Reshaped.labels(other));
        if (readsLabels()) {
            assertThat(after).isNotEqualTo(before);
            return;
        }
        before.forEach((target, byMeasure) -> byMeasure.forEach(
                (measure, value) -> close(List.of(after.get(target).get(measure)), List.of(value), target + measure)));
    }

    @Test
    void other_units_of_numbers_change_what_the_definition_says() {
        if (metric().description().measures().stream().allMatch(m -> numbers(m) == Numbers.VALUES)) {
            return;
        }
        Table table = people(600, 31);
        Table other = people(400, 32, 0.5);
        Map<List<String>, Map<String, Double>> before = values(table, other);
        Map<List<String>, Map<String, Double>> affine =
                values(Reshaped.numbers(table, x -> 4 * x + 64), Reshaped.numbers(other, x -> 4 * x + 64));
        Map<List<String>, Map<String, Double>> cubed =
                values(Reshaped.numbers(table, x -> x * x * x), Reshaped.numbers(other, x -> x * x * x));
        for (Measure measure : metric().description().measures()) {
            Numbers numbers = numbers(measure);
            before.forEach((target, byMeasure) -> {
                Double value = byMeasure.get(measure.id());
                if (value != null && numbers != Numbers.VALUES) {
                    close(
                            List.of(affine.get(target).get(measure.id())),
                            List.of(numbers.factor(4) * value),
                            measure.id() + target + " of a x + b");
                }
                if (value != null && numbers == Numbers.MONOTONE) {
                    close(
                            List.of(cubed.get(target).get(measure.id())),
                            List.of(value),
                            measure.id() + target + " of cubes");
                }
            });
        }
    }

    /** What becomes of a measure when numbers are given in other units. */
    protected Numbers numbers(Measure measure) {
        return Numbers.MONOTONE;
    }

    /** Whether the text of a label matters, and not only which cells have the same one. */
    protected boolean readsLabels() {
        return false;
    }

    @Test
    void more_planted_damage_never_looks_better() {
        Table training = people(2_000, 33);
        Table synthetic = people(2_000, 34);
        List<Map<List<String>, Map<String, Double>>> steps = new ArrayList<>();
        Ladder.SHARES.forEach(share -> steps.add(values(training, damage().of(synthetic, share))));
        List<Map<List<String>, Map<String, Double>>> fresh = new ArrayList<>();
        for (long seed = 35; seed < 43; seed++) {
            fresh.add(values(training, people(2_000, seed)));
        }
        Ladder.check(metric().description(), steps, fresh, this::isDescriptive);
    }

    /** The damage that the metric is to see. */
    protected Damage damage() {
        return metric() instanceof PairMetric<?> ? Damage.SHUFFLED : Damage.STRANGE;
    }

    /** Whether a measure only describes and more damage may well look better; a metric that says so says why. */
    protected boolean isDescriptive(Measure measure) {
        return measure.direction() == Direction.NONE;
    }

    /** Values by columns and measure. */
    private Map<List<String>, Map<String, Double>> values(Table reference, Table candidate) {
        Map<List<String>, Map<String, Double>> values = new LinkedHashMap<>();
        forEachTarget(
                reference,
                candidate,
                (target, measured) -> values.computeIfAbsent(target, t -> new LinkedHashMap<>())
                        .put(measured.measure().id(), measured.estimate().value()));
        return values;
    }

    private static <T extends Comparable<T>> List<T> sorted(Collection<T> all) {
        return all.stream().sorted().toList();
    }

    private static void close(List<Double> found, List<Double> expected, String what) {
        assertThat(found).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            double rounding = 1e-9 * Math.max(1, Math.abs(expected.get(i)));
            assertThat(found.get(i)).as(what).isEqualTo(expected.get(i), Offset.offset(rounding));
        }
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-12);
    }

    private void forEach(Table reference, Table candidate, BiConsumer<Measure, Measured> check) {
        forEachTarget(reference, candidate, (target, measured) -> check.accept(measured.measure(), measured));
    }

    private void forEachTarget(Table reference, Table candidate, BiConsumer<List<String>, Measured> check) {
        Profile profile = Profile.of(reference);
        Coded coded = new Coded(profile, new CodedTable(reference, profile), new CodedTable(candidate, profile));
        Schema schema = reference.schema();
        int applied = 0;
        for (int i = 0; i < schema.size(); i++) {
            Field first = schema.field(i);
            if (metric() instanceof ColumnMetric<?> column
                    && column.appliesTo(first).applies()) {
                applied += columns(column, first, i, coded, check);
            }
            for (int j = i + 1; j < schema.size() && metric() instanceof PairMetric<?>; j++) {
                PairMetric<?> pair = (PairMetric<?>) metric();
                if (pair.appliesTo(first, schema.field(j)).applies()) {
                    applied += pairs(pair, first, schema.field(j), i, coded, check);
                }
            }
        }
        // A metric that reads labels may have nothing to say of others.
        assertThat(applied > 0 || readsLabels()).as("values came out").isTrue();
    }

    private record Coded(Profile profile, CodedTable reference, CodedTable candidate) {
        <S extends State<S>> List<Measured> compare(Compares<S> metric, Statistic<S> statistic, int column) {
            return metric.compare(
                    reference.observe(statistic, profile, null),
                    candidate.observe(statistic, profile, null),
                    new Comparison(LEVEL, 1, 1, profile.column(column)));
        }
    }

    private static <S extends State<S>> int columns(
            ColumnMetric<S> metric, Field field, int at, Coded coded, BiConsumer<List<String>, Measured> check) {
        List<Measured> values = coded.compare(metric, metric.statistic(field), at);
        values.forEach(v -> check.accept(List.of(field.name()), v));
        return values.size();
    }

    private static <S extends State<S>> int pairs(
            PairMetric<S> metric,
            Field first,
            Field second,
            int at,
            Coded coded,
            BiConsumer<List<String>, Measured> check) {
        List<Measured> values = coded.compare(metric, metric.statistic(first, second), at);
        values.forEach(v -> check.accept(List.of(first.name(), second.name()), v));
        return values.size();
    }

    /** A profile for tests that compare states of their own. */
    protected static Comparison comparison(ColumnProfile profile) {
        return new Comparison(LEVEL, 1, 1, profile);
    }
}
