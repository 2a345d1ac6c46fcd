package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.audit.Audit;
import io.synthaudit.core.audit.AuditPlan;
import io.synthaudit.core.audit.Catalog;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.gate.Policy;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.report.ReportProvenance;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixtureTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Resamples of a row or of a handful of present cells may hold nothing; that is doubt and no defect. */
class FewCellsTest {

    @Test
    void a_table_of_one_row_breaks_no_metric() {
        for (int[] rows : new int[][] {{200, 1, 100}, {1, 200, 100}, {200, 100, 1}, {1, 1, 1}, {2, 2, 2}}) {
            assertThat(failed(FixtureTables.fresh(rows[0], rows[1], rows[2], 5)))
                    .as("%d, %d and %d rows", rows[0], rows[1], rows[2])
                    .isEmpty();
        }
    }

    @Test
    void a_column_with_a_handful_of_present_cells_breaks_no_metric() {
        Table training = FixtureTables.people(300, 1);
        Table holdout = FixtureTables.people(300, 3);
        for (int present : new int[] {1, 2, 3, 10}) {
            Table sparse = sparse(FixtureTables.people(200, 2), present);
            assertThat(failed(Tables.of(training, sparse, holdout))).isEmpty();
            assertThat(failed(Tables.of(training, holdout, sparse))).isEmpty();
            assertThat(failed(Tables.of(sparse, training, holdout))).isEmpty();
        }
    }

    /** McDiarmid's reach is sqrt(ln(20) / 2 (1 / n + 1 / m)); n and m are the cells that are there, not the rows. */
    @Test
    void a_closed_form_interval_counts_present_cells() {
        Table training = sparse(FixtureTables.people(300, 1), 40);
        Table synthetic = sparse(FixtureTables.people(200, 2), 30);
        Finding.Measurement found = run(Tables.of(training, synthetic, FixtureTables.people(300, 3))).stream()
                .filter(f -> f.subject().key().startsWith("fidelity.tvd/distance-present")
                        && f.subject().key().endsWith("@age"))
                .map(Finding.Measurement.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(found.estimate().interval().method()).isEqualTo("McDiarmid");
        double reach = Math.sqrt(StrictMath.log(20) / 2 * (1 / 40.0 + 1 / 30.0));
        assertThat(found.estimate().interval().upper())
                .isCloseTo(Math.min(1, found.estimate().value() + reach), within(1e-9));
    }

    /**
     * 1 - 0.05^(1 / rows) is the largest share of rows elsewhere that so many rows would miss one time in twenty; a Hellinger
     * distance can be its root.
     */
    @Test
    void where_all_rows_lie_in_one_cell_the_interval_says_what_they_may_have_missed() {
        List<Finding> found = run(Tables.of(constant(300, 1), constant(200, 2), constant(100, 3)));
        Finding.Measurement tvd = measurement(found, "fidelity.tvd/distance~");
        double unseen = 1 - StrictMath.pow(0.05, 1 / 200.0);
        assertThat(tvd.estimate().value()).isZero();
        assertThat(tvd.estimate().interval().lower()).isZero();
        assertThat(tvd.estimate().interval().upper()).isCloseTo(unseen, within(1e-12));
        double ofSamples = 1 - StrictMath.pow(0.05, 1 / 100.0);
        assertThat(tvd.excess().interval().upper()).isCloseTo(ofSamples, within(1e-12));
        assertThat(tvd.excess().interval().lower()).isCloseTo(-ofSamples, within(1e-12));
        Finding.Measurement hellinger = measurement(found, "fidelity.hellinger/distance~");
        assertThat(hellinger.estimate().interval().upper()).isCloseTo(Math.sqrt(unseen), within(1e-12));
    }

    private static Finding.Measurement measurement(List<Finding> found, String start) {
        return found.stream()
                .filter(f ->
                        f.subject().key().startsWith(start) && f.subject().key().endsWith("@age"))
                .map(Finding.Measurement.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Table constant(int rows, long seed) {
        Table table = FixtureTables.people(rows, seed);
        double[] values = new double[rows];
        Arrays.fill(values, 7);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.schema().size(); c++) {
            columns.add(c == 0 ? new NumberColumn(table.schema().field(0), values, 0) : table.column(c));
        }
        return new Table(table.schema(), columns, rows);
    }

    private static Table sparse(Table table, int present) {
        double[] values = ((NumberColumn) table.column(0)).values().clone();
        Arrays.fill(values, present, values.length, Double.NaN);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.schema().size(); c++) {
            columns.add(c == 0 ? new NumberColumn(table.schema().field(0), values, 0) : table.column(c));
        }
        return new Table(table.schema(), columns, table.rows());
    }

    private static List<String> failed(Tables tables) {
        return run(tables).stream()
                .filter(f -> f instanceof Finding.Failed)
                .map(f ->
                        f.subject().key() + ": " + ((Finding.Failed) f).reason().text())
                .toList();
    }

    private static List<Finding> run(Tables tables) {
        Policy.Reaction block = Policy.Reaction.BLOCK;
        Policy policy = new Policy("none", "", 0.95, block, block, block, List.of());
        ReportProvenance provenance = new ReportProvenance(
                "synthaudit", "none", "", "", true, "", "1", true, List.of(), "", List.of(), List.of());
        AuditPlan plan =
                new AuditPlan(policy, new RandomStreams(1), 2, List.of(), provenance, AuditPlan.Progress.SILENT);
        Catalog states = new Catalog(Catalog.installed().metrics(), List.of(), List.of());
        return new Audit(states, plan).run(tables).findings();
    }
}
