package io.synthaudit.core.report;

import io.synthaudit.core.gate.Verdict;
import java.util.List;
import java.util.Map;

/**
 * A report after disclosure control: the only thing that renderers see, and exactly what report.json holds. It has no
 * clock, duration, thread count, host, user or path, so equal runs give equal reports. Made only by {@code Disclosure}.
 *
 * @param audience who may read it
 * @param verdict the release's verdict
 * @param families one verdict per family: privacy, fidelity, utility, validity, in this order
 * @param exitCode exit code of the run that made it
 * @param provenance with what it was made
 * @param tables the tables' sizes
 * @param catalog the evaluations that took part, sorted by id
 * @param findings all findings, sorted by key
 * @param judgements the gates in policy order
 * @param series what charts show, sorted by key
 * @param coverage what was measured and what was not
 * @param disclosure what was held back, and by which rule
 */
public record AuditReport(
        Audience audience,
        Verdict verdict,
        Map<String, Verdict> families,
        int exitCode,
        ReportProvenance provenance,
        List<TableSize> tables,
        List<CatalogEntry> catalog,
        List<ReportFinding> findings,
        List<ReportJudgement> judgements,
        List<Series> series,
        Coverage coverage,
        DisclosureLog disclosure) {

    /** Who may read a report. */
    public enum Audience {
        /** Anybody: values and counts are rounded. */
        PUBLIC,
        /** The holder of the data: the same rules, but values and counts in full. */
        RESTRICTED
    }

    /**
     * Size of a table.
     *
     * @param role {@code TRAINING}, {@code SYNTHETIC} or {@code HOLDOUT}
     * @param rows number of rows
     * @param columns number of columns
     */
    public record TableSize(String role, long rows, int columns) {}

    /**
     * One measure of an evaluation.
     *
     * @param measure id within the evaluation
     * @param unit unit
     * @param range possible values
     * @param direction {@code LOWER}, {@code HIGHER}, {@code ZERO} or {@code NONE}
     * @param title what sentences call it
     */
    public record CatalogMeasure(String measure, String unit, String range, String direction, String title) {}

    /**
     * One evaluation of the catalogue.
     *
     * @param evaluation id
     * @param version version
     * @param title a few words
     * @param definition formula or procedure, and where it misleads
     * @param family privacy, fidelity, utility or validity
     * @param needs what must be given
     * @param measures its numbers
     * @param references papers
     * @param rankedBy measure by which targets are ranked, all measures of a target side by side; null when each measure is
     *     told by itself
     */
    public record CatalogEntry(
            String evaluation,
            String version,
            String title,
            String definition,
            String family,
            List<String> needs,
            List<CatalogMeasure> measures,
            List<String> references,
            String rankedBy) {}

    /**
     * What a chart shows, rounded and merged by disclosure control.
     *
     * @param key finding key it belongs to, or an own name
     * @param kind {@code HISTOGRAM}, {@code HEATMAP}, {@code ECDF} or {@code ROC}
     * @param axis bin labels (histogram), column names (heat map) or x positions
     * @param lines named sequences of numbers; for a heat map one line per row
     */
    public record Series(String key, String kind, List<String> axis, List<Line> lines) {}

    /**
     * One line of a series.
     *
     * @param name what it is: {@code training}, {@code synthetic}, a column
     * @param y the numbers; NaN where there is none
     */
    public record Line(String name, List<Double> y) {}

    /**
     * What was measured and what was not.
     *
     * @param measured findings with a number
     * @param notApplicable findings without a meaning here
     * @param failed evaluations that broke
     * @param suppressed numbers held back
     * @param notRequested evaluations that {@code --only} left out
     * @param byReason counts per reason code, sorted by code
     * @param byFamily counts per family: privacy, fidelity, utility, validity, in this order
     */
    public record Coverage(
            int measured,
            int notApplicable,
            int failed,
            int suppressed,
            int notRequested,
            List<ReasonCount> byReason,
            List<FamilyCount> byFamily) {}

    /** What became of the findings of one family. */
    public record FamilyCount(String family, int measured, int notApplicable, int failed, int suppressed) {}

    /**
     * How many findings lack a number for one reason.
     *
     * @param code reason code
     * @param text the reason as a sentence
     * @param count how many findings
     * @param evaluations ids of the evaluations, sorted
     */
    public record ReasonCount(String code, String text, int count, List<String> evaluations) {}

    /**
     * What disclosure control did.
     *
     * @param rules rule name to what it says
     * @param actions what was held back or changed, as sentences without values
     */
    public record DisclosureLog(Map<String, String> rules, List<String> actions) {}

    public AuditReport {
        families = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(families));
        tables = List.copyOf(tables);
        catalog = List.copyOf(catalog);
        findings = List.copyOf(findings);
        judgements = List.copyOf(judgements);
        series = List.copyOf(series);
    }
}
