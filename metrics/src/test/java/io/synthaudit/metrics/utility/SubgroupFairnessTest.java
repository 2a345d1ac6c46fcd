package io.synthaudit.metrics.utility;

import static io.synthaudit.metrics.utility.PredictedTables.CLASS;
import static io.synthaudit.metrics.utility.PredictedTables.LEVEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubgroupFairnessTest {

    private final SubgroupFairness evaluation = new SubgroupFairness();

    /** The same table whose column {@code level} is a subgroup. */
    private static Table grouped(Table table) {
        List<Field> fields = new ArrayList<>(table.schema().fields());
        Field old = fields.get(LEVEL);
        fields.set(
                LEVEL,
                new Field(
                        old.name(), old.kind(), Set.of(Role.SUBGROUP), old.missing(), old.domain(), old.reason(), ""));
        Schema schema = new Schema(fields, true);
        List<Column> columns = IntStream.range(0, fields.size())
                .mapToObj(c -> table.column(c) instanceof NumberColumn n
                        ? new NumberColumn(fields.get(c), n.values(), 0)
                        : (Column) new CodeColumn(
                                fields.get(c),
                                ((CodeColumn) table.column(c)).dictionary(),
                                ((CodeColumn) table.column(c)).codes(),
                                0))
                .toList();
        return new Table(schema, columns, table.rows());
    }

    /** The same, but every answer of one group is no. */
    private static Table wronged(Table table, int group) {
        int[] level = ((CodeColumn) table.column(LEVEL)).codes();
        CodeColumn old = (CodeColumn) table.column(CLASS);
        int[] codes = IntStream.range(0, level.length)
                .map(i -> level[i] == group ? 0 : old.codes()[i])
                .toArray();
        List<Column> columns = new ArrayList<>(table.columns());
        columns.set(CLASS, new CodeColumn(old.field(), old.dictionary(), codes, 0));
        return new Table(table.schema(), columns, table.rows());
    }

    private static FixedRun run(Table training, Table made, Table holdout) {
        return FixedRun.of(Tables.of(grouped(training), grouped(made), holdout == null ? null : grouped(holdout)))
                .predicting(CLASS);
    }

    private static Observation of(List<Observation> all, String measure, String group) {
        return all.stream()
                .filter(o ->
                        o.measure().equals(measure) && group.equals(o.target().subgroup()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_copy_treats_every_group_alike() {
        Table training = PredictedTables.of(900, "training");
        List<Observation> all = evaluation.evaluate(run(training, training, PredictedTables.of(600, "holdout")));
        assertThat(all).hasSize(18).allSatisfy(o -> {
            assertThat(o.estimate().interval().width()).isPositive();
            if (o.measure().endsWith("difference")) {
                assertThat(o.estimate().value()).isCloseTo(0, within(1e-12));
            }
        });
    }

    @Test
    void the_wronged_group_loses_most_and_reports_rank_by_the_loss() {
        Table training = PredictedTables.of(900, "training");
        Table made = wronged(PredictedTables.of(900, "made"), 2);
        List<Observation> all = evaluation.evaluate(run(training, made, PredictedTables.of(600, "holdout")));
        assertThat(worst(all)).isEqualTo("level=c");
        assertThat(evaluation.description().rankedBy()).isEqualTo("error-difference");
        for (String group : List.of("level=a", "level=b", "level=c")) {
            assertThat(of(all, "error-difference", group).estimate().value())
                    .isCloseTo(
                            of(all, "error", group).estimate().value()
                                    - of(all, "real-error", group).estimate().value(),
                            within(1e-12));
        }
        assertThat(of(all, "error-difference", "level=c").estimate().interval().lower())
                .isPositive();
        assertThat(of(all, "base-rate-difference", "level=a")
                        .estimate()
                        .interval()
                        .contains(0))
                .isTrue();
        int[] level = ((CodeColumn) training.column(LEVEL)).codes();
        int[] madeLevel = ((CodeColumn) made.column(LEVEL)).codes();
        assertThat(of(all, "base-rate-difference", "level=c").estimate().value())
                .isCloseTo(rate(made, madeLevel) - rate(training, level), within(1e-12));
    }

    private static String worst(List<Observation> all) {
        return all.stream()
                .filter(o -> o.measure().equals("error-difference") && o.estimate() != null)
                .max(Comparator.comparingDouble(o -> o.estimate().value()))
                .orElseThrow()
                .target()
                .subgroup();
    }

    /** The same table with a second SUBGROUP column: every fourth row is {@code few}. */
    private static Table crossed(Table table) {
        Field field = Field.of("size", Kind.CATEGORICAL).withRoles(Set.of(Role.SUBGROUP));
        Table grouped = grouped(table);
        List<Field> fields = new ArrayList<>(grouped.schema().fields());
        List<Column> columns = new ArrayList<>(grouped.columns());
        fields.add(field);
        columns.add(new CodeColumn(
                field,
                new Dictionary(new String[] {"few", "most"}, 2),
                IntStream.range(0, table.rows()).map(i -> i % 4 == 0 ? 0 : 1).toArray(),
                0));
        return new Table(new Schema(fields, true), columns, table.rows());
    }

    @Test
    void crossings_of_two_columns_are_groups_and_small_ones_are_counted_alone() {
        Table training = PredictedTables.of(1200, "training");
        Table made = PredictedTables.of(1200, "made");
        int[] level = ((CodeColumn) made.column(LEVEL)).codes();
        CodeColumn old = (CodeColumn) made.column(CLASS);
        int[] codes = IntStream.range(0, level.length)
                .map(i -> level[i] == 2 && i % 4 != 0 ? 0 : old.codes()[i])
                .toArray();
        List<Column> columns = new ArrayList<>(made.columns());
        columns.set(CLASS, new CodeColumn(old.field(), old.dictionary(), codes, 0));
        Table wronged = new Table(made.schema(), columns, made.rows());
        Table holdout = PredictedTables.of(900, "holdout");
        List<Observation> all =
                evaluation.evaluate(FixedRun.of(Tables.of(crossed(training), crossed(wronged), crossed(holdout)))
                        .predicting(CLASS));
        // 300 rows are few, so that about 100 of them share a level; the three other crossings have 300 rows.
        assertThat(all.stream().map(o -> o.target().subgroup()).distinct())
                .containsExactly(
                        "level=a",
                        "level=b",
                        "level=c",
                        "size=few",
                        "size=most",
                        "level=a, size=most",
                        "level=b, size=most",
                        "level=c, size=most");
        assertThat(all).hasSize(8 * evaluation.description().measures().size());
        assertThat(of(all, "error", "level=a").note()).endsWith(" Groups too small to be measured: 3.");
        // "no" is the rarer class of training, so the positive one.
        double crossing =
                of(all, "base-rate-difference", "level=c, size=most").estimate().value();
        assertThat(crossing)
                .isGreaterThan(
                        of(all, "base-rate-difference", "level=c").estimate().value())
                .isGreaterThan(
                        of(all, "base-rate-difference", "size=most").estimate().value());
    }

    /** Share of the positive class, the rarer one in training, in the third group. */
    private static double rate(Table table, int[] level) {
        int positive = Labels.of(PredictedTables.of(900, "training"), CLASS).positive();
        int[] codes = ((CodeColumn) table.column(CLASS)).codes();
        int[] own = IntStream.range(0, level.length).filter(i -> level[i] == 2).toArray();
        return IntStream.of(own).filter(i -> codes[i] == positive).count() / (double) own.length;
    }

    @Test
    void small_groups_are_not_measured_and_reasons_cover_every_measure() {
        Table small = PredictedTables.of(300, "training");
        List<Observation> all = evaluation.evaluate(run(small, small, PredictedTables.of(300, "holdout")));
        assertThat(all)
                .allSatisfy(o -> assertThat(o.reason().code()).isEqualTo("no-subgroup"))
                .extracting(Observation::measure)
                .containsExactlyElementsOf(evaluation.description().measures().stream()
                        .map(Measure::id)
                        .toList());
        Table training = PredictedTables.of(900, "training");
        assertThat(evaluation.evaluate(run(training, training, PredictedTables.of(60, "holdout"))))
                .hasSize(18)
                .allSatisfy(o -> assertThat(o.reason().code()).isEqualTo("too-few"));
        assertThat(evaluation.evaluate(run(training, training, null)))
                .allSatisfy(o -> assertThat(o.reason().code()).isEqualTo("no-holdout"));
    }
}
