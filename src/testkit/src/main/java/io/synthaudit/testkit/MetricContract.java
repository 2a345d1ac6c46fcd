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
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What every metric of columns or pairs keeps: description, identity, order of rows, intervals, discovery. */
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

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }

    private void forEach(Table reference, Table candidate, BiConsumer<Measure, Measured> check) {
        Profile profile = Profile.of(reference);
        Schema schema = reference.schema();
        CodedTable a = new CodedTable(reference, profile);
        CodedTable b = new CodedTable(candidate, profile);
        int applied = 0;
        for (int i = 0; i < schema.size(); i++) {
            Field first = schema.field(i);
            Comparison context = new Comparison(LEVEL, 1, 1, profile.column(i));
            if (metric() instanceof ColumnMetric<?> column
                    && column.appliesTo(first).applies()) {
                applied += columns(column, first, a, b, profile, context, check);
            }
            for (int j = i + 1; j < schema.size() && metric() instanceof PairMetric<?>; j++) {
                PairMetric<?> pair = (PairMetric<?>) metric();
                if (pair.appliesTo(first, schema.field(j)).applies()) {
                    applied += pairs(pair, first, schema.field(j), a, b, profile, context, check);
                }
            }
        }
        assertThat(applied).as("values that came out").isPositive();
    }

    private static <S extends State<S>> int columns(
            ColumnMetric<S> metric,
            Field field,
            CodedTable a,
            CodedTable b,
            Profile profile,
            Comparison context,
            BiConsumer<Measure, Measured> check) {
        return compare(metric, metric.statistic(field), a, b, profile, context, check);
    }

    private static <S extends State<S>> int pairs(
            PairMetric<S> metric,
            Field first,
            Field second,
            CodedTable a,
            CodedTable b,
            Profile profile,
            Comparison context,
            BiConsumer<Measure, Measured> check) {
        return compare(metric, metric.statistic(first, second), a, b, profile, context, check);
    }

    private static <S extends State<S>> int compare(
            Compares<S> metric,
            Statistic<S> statistic,
            CodedTable a,
            CodedTable b,
            Profile profile,
            Comparison context,
            BiConsumer<Measure, Measured> check) {
        List<Measured> values =
                metric.compare(a.observe(statistic, profile, null), b.observe(statistic, profile, null), context);
        values.forEach(v -> check.accept(v.measure(), v));
        return values.size();
    }

    /** A profile for tests that compare states of their own. */
    protected static Comparison comparison(ColumnProfile profile) {
        return new Comparison(LEVEL, 1, 1, profile);
    }
}
