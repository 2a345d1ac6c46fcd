package io.synthaudit.reports.html;

import io.synthaudit.core.report.AuditReport.CatalogEntry;
import io.synthaudit.core.report.AuditReport.CatalogMeasure;
import io.synthaudit.core.report.ReportFinding;
import io.synthaudit.core.report.ReportFinding.ReportAttack;
import io.synthaudit.core.report.ReportFinding.Status;
import io.synthaudit.reports.text.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All findings of one evaluation.
 *
 * @param id evaluation id
 * @param title a few words
 * @param method anchor of its method card
 * @param threat the attacker, or null where there is none
 * @param tables what was measured
 * @param silent what has no number, and why
 */
public record Evaluation(
        String id, String title, String method, Threat threat, List<MeasureTable> tables, List<Silent> silent) {

    private static final int DRAWN = 6;
    private static final int MOST = 120;

    /** The attacker: what counts as success, what is reached, what is known, who is attacked. */
    public record Threat(String goal, String access, String knowledge, String targets) {}

    /** A reason with the measures or columns that it silenced. */
    public record Silent(String status, String text, List<String> what) {}

    static List<Evaluation> family(String family, String prefix, Index index) {
        List<Evaluation> all = new ArrayList<>();
        for (CatalogEntry entry : index.entries(family)) {
            if (entry.evaluation().startsWith(prefix)) {
                all.add(of(entry, index));
            }
        }
        return all;
    }

    static Evaluation of(CatalogEntry entry, Index index) {
        List<ReportFinding> findings = index.of(entry);
        return new Evaluation(
                entry.evaluation(),
                entry.title(),
                index.method(entry.evaluation()),
                threat(findings),
                tables(entry, findings, index),
                silent(findings));
    }

    private static List<MeasureTable> tables(CatalogEntry entry, List<ReportFinding> findings, Index index) {
        List<ReportFinding> whole = new ArrayList<>();
        Map<String, List<ReportFinding>> parts = new LinkedHashMap<>();
        entry.measures().stream().map(CatalogMeasure::measure).forEach(m -> parts.put(m, new ArrayList<>()));
        for (ReportFinding finding : findings) {
            if (finding.status() == Status.MEASURED) {
                (finding.target().columns().isEmpty()
                                ? whole
                                : parts.computeIfAbsent(finding.measure(), measure -> new ArrayList<>()))
                        .add(finding);
            }
        }
        List<MeasureTable> tables = new ArrayList<>();
        if (!whole.isEmpty()) {
            tables.add(MeasureTable.of(entry.title() + ": the whole table", whole, index, 2 * DRAWN, MOST));
        }
        parts.forEach((measure, some) -> {
            if (!some.isEmpty()) {
                String caption = entry.title() + ": " + measure.replace('-', ' ') + ", worst first";
                tables.add(MeasureTable.of(caption, some, index, DRAWN, MOST));
            }
        });
        return tables;
    }

    private static Threat threat(List<ReportFinding> findings) {
        for (ReportFinding finding : findings) {
            ReportAttack attack = finding.attack();
            if (attack != null && attack.goal() != null) {
                return new Threat(
                        Visible.prose(attack.goal()),
                        Visible.prose(attack.access()),
                        Visible.prose(String.join("; ", attack.knowledge())),
                        Visible.prose(attack.targets()));
            }
        }
        return null;
    }

    private static List<Silent> silent(List<ReportFinding> findings) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        Map<String, String> status = new LinkedHashMap<>();
        for (ReportFinding finding : findings) {
            if (finding.status() != Status.MEASURED && finding.reason() != null) {
                String text = Visible.prose(finding.reason().text());
                status.putIfAbsent(text, word(finding.status()));
                List<String> what = byReason.computeIfAbsent(text, reason -> new ArrayList<>());
                List<String> columns = finding.target().columns();
                String name = columns.isEmpty() ? finding.measure() : String.join(" \u00D7 ", columns);
                if (!what.contains(name)) {
                    what.add(name);
                }
            }
        }
        List<Silent> silent = new ArrayList<>();
        byReason.forEach((text, what) -> silent.add(new Silent(status.get(text), text, what)));
        return silent;
    }

    private static String word(Status status) {
        switch (status) {
            case FAILED:
                return "Failed";
            case SUPPRESSED:
                return "Held back";
            default:
                return "Not applicable";
        }
    }
}
