package io.synthaudit.reports.html;

import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.report.ReportFinding;
import io.synthaudit.reports.chart.NumberLine;
import io.synthaudit.reports.chart.NumberLine.Entry;
import io.synthaudit.reports.chart.Scale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Findings of one evaluation on one scale, the worst drawn, the others as figures only.
 *
 * @param caption what the table holds
 * @param targets whether rows are columns or pairs; otherwise rows are measures of the whole table
 * @param yardsticks whether any row has a yardstick that is not the control of its game
 * @param matches whether any row has a value at equal size
 * @param excesses whether any row has an excess
 * @param games whether any row has games
 * @param beside headings of other measures that stand beside the value
 * @param cut whether findings were left out because there are too many
 * @param rows the worst, with glyphs
 * @param more the others, without
 */
public record MeasureTable(
        String caption,
        boolean targets,
        boolean yardsticks,
        boolean matches,
        boolean excesses,
        boolean games,
        List<String> beside,
        boolean cut,
        List<MeasureRow> rows,
        List<MeasureRow> more) {

    /**
     * Makes a table.
     *
     * @param caption what it holds
     * @param findings measured findings
     * @param beside other measures of the same targets
     * @param index the report
     * @param drawn how many rows have a glyph
     * @param most how many rows there are at most
     */
    static MeasureTable of(
            String caption, List<ReportFinding> findings, List<Beside> beside, Index index, int drawn, int most) {
        boolean targets = findings.stream().anyMatch(f -> !f.target().columns().isEmpty());
        List<ReportFinding> sorted = new ArrayList<>(findings);
        if (targets) {
            sorted.sort(Comparator.comparingDouble((ReportFinding f) -> rank(f, index))
                    .thenComparing(ReportFinding::key));
        }
        Scale common = targets ? scale(sorted.subList(0, Math.min(drawn, sorted.size())), index) : null;
        List<MeasureRow> rows = new ArrayList<>();
        List<MeasureRow> more = new ArrayList<>();
        for (ReportFinding finding : sorted.subList(0, Math.min(most, sorted.size()))) {
            boolean first = rows.size() < drawn;
            Scale scale = first && common == null ? scale(List.of(finding), index) : common;
            boolean told = rows.isEmpty() || index.decides(finding);
            List<String> others = beside.stream().map(b -> b.value(finding)).toList();
            (first ? rows : more).add(MeasureRow.of(finding, others, index, scale, first, told));
        }
        return new MeasureTable(
                caption,
                targets,
                findings.stream().anyMatch(f -> f.yardstick() != null && !MeasureRow.played(f)),
                findings.stream().anyMatch(f -> f.matched() != null),
                findings.stream().anyMatch(f -> f.excess() != null),
                findings.stream().anyMatch(MeasureRow::played),
                beside.stream().map(Beside::heading).toList(),
                sorted.size() > most,
                rows,
                more);
    }

    private static double rank(ReportFinding finding, Index index) {
        double badness = index.badness(finding);
        return Double.isNaN(badness) ? Double.POSITIVE_INFINITY : -badness;
    }

    private static Scale scale(List<ReportFinding> findings, Index index) {
        List<Entry> entries = new ArrayList<>();
        Limit limit = null;
        boolean seen = findings.size() > 1;
        for (ReportFinding finding : findings) {
            entries.addAll(MeasureRow.entries(finding));
            double own = MeasureRow.yardstick(finding);
            entries.add(new Entry("yardstick", own, own, own));
            seen |= Double.isFinite(own);
            limit = limit == null ? MeasureRow.limit(finding, index) : limit;
        }
        if (findings.stream().allMatch(MeasureRow::played)) {
            return NumberLine.scale(entries);
        }
        return seen || limit != null ? NumberLine.scale(entries, limit, Double.NaN) : NumberLine.fromZero(entries);
    }
}
