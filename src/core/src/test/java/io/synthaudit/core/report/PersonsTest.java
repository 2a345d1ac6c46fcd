package io.synthaudit.core.report;

import static io.synthaudit.core.report.Audits.KS;
import static io.synthaudit.core.report.Audits.measured;
import static io.synthaudit.core.report.Audits.series;
import static io.synthaudit.core.report.Audits.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.Subject;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.report.AuditReport.Audience;
import io.synthaudit.core.report.AuditReport.Series;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With an entity key the rule of 11 counts persons: a patient of a dozen stays is one. */
class PersonsTest {

    private static final Field FIELD = Field.of("c", Kind.CATEGORICAL);

    /** Runs of rows that belong to one person each. */
    private static int[] persons(int... runs) {
        int[] persons = new int[Arrays.stream(runs).sum()];
        int row = 0;
        for (int person = 0; person < runs.length; person++) {
            for (int i = 0; i < runs[person]; i++) {
                persons[row++] = person;
            }
        }
        return persons;
    }

    private static int[] alone(int rows) {
        return IntStream.range(0, rows).toArray();
    }

    private static int[] join(int[] a, int[] b) {
        return IntStream.concat(Arrays.stream(a), Arrays.stream(b).map(p -> p + 1_000))
                .toArray();
    }

    private static Series chart(Audits audits, String column) {
        return series(audits.report(Audience.RESTRICTED), "series:histogram@" + column);
    }

    private static Audits rare() {
        return new Audits().levels(FIELD, times("Rare Disease", 20, "b", 40, "c", 60), times("b", 1), null);
    }

    @Test
    void a_label_that_one_person_bears_in_twenty_rows_is_not_shown() {
        assertThat(chart(rare(), "c").axis()).containsExactly("c", "b", "Rare Disease");
        assertThat(chart(rare().persons(join(persons(20), alone(100)), null), "c")
                        .axis())
                .as("one person, so the next label goes with it")
                .containsExactly("c", "other");
        assertThat(chart(rare().persons(join(persons(10, 1, 1, 1, 1, 1, 1, 1, 1, 2), alone(100)), null), "c")
                        .axis())
                .as("ten persons")
                .containsExactly("c", "other");
        assertThat(chart(rare().persons(join(persons(10, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), alone(100)), null), "c")
                        .axis())
                .as("eleven persons")
                .containsExactly("c", "b", "Rare Disease");
    }

    @Test
    void persons_who_bear_several_pooled_labels_count_once() {
        // Ten persons own all rows of both rare labels: pooled they are still ten.
        int[] ten = IntStream.range(0, 24).map(row -> row % 10).toArray();
        Audits audits = new Audits()
                .levels(FIELD, times("x", 12, "y", 12, "b", 40, "c", 60), times("b", 1), null)
                .persons(join(ten, alone(100)), null);
        assertThat(chart(audits, "c").axis()).containsExactly("c", "other");
    }

    @Test
    void sentences_and_subgroups_lose_the_label_of_one_person_too() {
        Subject subject = new Subject(
                KS,
                KS.primary(),
                "",
                Map.of(),
                new Target(Target.Kind.COLUMN, List.of("c"), List.of(), "c=Rare Disease"));
        AuditReport report = rare().persons(join(persons(20), alone(100)), null)
                .finding(measured(subject, Estimate.point(0.1, "none"), 200))
                .warning("Look at Rare Disease.")
                .report(Audience.RESTRICTED);
        assertThat(report.provenance().warnings()).containsExactly("Look at [withheld].");
        assertThat(report.findings().get(0).target().subgroup()).isEqualTo("[withheld]");
    }

    @Test
    void every_bar_of_numbers_holds_eleven_persons_of_both_real_tables() {
        double[] cells = IntStream.range(0, 400).mapToDouble(i -> i).toArray();
        int[] forty = IntStream.range(0, 400).map(i -> i / 10).toArray();
        Audits audits = new Audits().numbers(Field.of("x", Kind.NUMERIC), cells, cells, cells);
        assertThat(chart(audits, "x").axis()).hasSize(20);
        assertThat(chart(audits.persons(forty, alone(400)), "x").axis()).hasSize(3);
        assertThat(chart(audits.persons(alone(400), forty), "x").axis()).hasSize(3);
    }

    @Test
    void missing_cells_of_few_persons_are_left_out() {
        Audits audits = new Audits()
                .levels(FIELD, times(null, 20, "b", 40, "c", 60), times("b", 1), null)
                .persons(join(persons(20), alone(100)), null);
        assertThat(chart(audits, "c").axis()).containsExactly("c", "b");
    }

    @Test
    void shares_of_the_holdout_that_rest_on_few_persons_are_hidden() {
        Audits audits = new Audits()
                .levels(FIELD, times("a", 90, "b", 50, "c", 20), times("a", 1), times("c", 20, "b", 30, "a", 50))
                .persons(alone(160), join(persons(20), alone(80)));
        assertThat(chart(audits, "c").axis()).containsExactly("a", "b", "c");
        assertThat(chart(audits, "c").lines().get(2).y()).containsExactly(.5, Double.NaN, Double.NaN);
    }

    @Test
    void the_log_says_that_persons_were_counted() {
        assertThat(rare().persons(alone(120), null)
                        .report(Audience.PUBLIC)
                        .disclosure()
                        .rules())
                .containsEntry(
                        "persons",
                        "An entity key tells who owns each row: labels, bins of charts and shares of the holdout need at"
                                + " least 11 persons, however many rows they own.");
        assertThat(rare().report(Audience.PUBLIC).disclosure().rules()).doesNotContainKey("persons");
    }
}
