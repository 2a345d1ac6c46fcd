package io.synthaudit.reports.html;

import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.AuditReport.CatalogEntry;
import io.synthaudit.core.report.AuditReport.CatalogMeasure;
import io.synthaudit.core.report.ReportFinding;
import io.synthaudit.core.report.ReportJudgement;
import io.synthaudit.reports.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the parts of a report by their ids: what a reader does by leafing through it. */
final class Index {

    private final AuditReport report;
    private final Map<String, ReportFinding> findings = new LinkedHashMap<>();
    private final Map<String, ReportJudgement> judged = new LinkedHashMap<>();
    private final Map<String, CatalogEntry> catalog = new LinkedHashMap<>();
    private final List<String> methods = new ArrayList<>();
    private final Map<String, List<ReportFinding>> byEvaluation = new HashMap<>();

    Index(AuditReport report) {
        this.report = report;
        for (ReportFinding finding : report.findings()) {
            findings.put(finding.key(), finding);
            byEvaluation
                    .computeIfAbsent(finding.evaluation(), id -> new ArrayList<>())
                    .add(finding);
        }
        for (CatalogEntry entry : report.catalog()) {
            catalog.put(entry.evaluation(), entry);
            methods.add(entry.evaluation());
        }
        for (ReportJudgement judgement : Words.worstFirst(report.judgements())) {
            judgement.findings().forEach(key -> judged.putIfAbsent(key, judgement));
        }
    }

    AuditReport report() {
        return report;
    }

    /** The finding of that key, or null. */
    ReportFinding finding(String key) {
        return findings.get(key);
    }

    /** The gate that judged a finding, the worst one if there were several, or null. */
    ReportJudgement judgement(ReportFinding finding) {
        return judged.get(finding.key());
    }

    /** Whether a gate rests on this finding more than on any other. */
    boolean decides(ReportFinding finding) {
        ReportJudgement gate = judgement(finding);
        return gate != null && gate.findings().get(0).equals(finding.key());
    }

    List<CatalogEntry> entries(String family) {
        return report.catalog().stream()
                .filter(entry -> entry.family().equals(family))
                .toList();
    }

    List<ReportFinding> of(CatalogEntry entry) {
        return of(entry.evaluation());
    }

    /** The findings of an evaluation, sorted by key. */
    List<ReportFinding> of(String evaluation) {
        return byEvaluation.getOrDefault(evaluation, List.of());
    }

    /** What an evaluation is called; its id when the catalogue does not know it. */
    String title(String evaluation) {
        CatalogEntry entry = catalog.get(evaluation);
        return entry == null ? evaluation : entry.title();
    }

    /** What sentences call a measure of an evaluation. */
    String called(CatalogEntry entry, String measure) {
        return entry.measures().stream()
                .filter(m -> m.measure().equals(measure))
                .map(CatalogMeasure::title)
                .findFirst()
                .orElse(measure.replace('-', ' '));
    }

    /** Anchor of an evaluation's method card, or the empty string. */
    String method(String evaluation) {
        int position = methods.indexOf(evaluation);
        return position < 0 ? "" : "method-" + (position + 1);
    }

    /** Which way a measure gets better: {@code LOWER}, {@code HIGHER}, {@code ZERO} or {@code NONE}. */
    String direction(ReportFinding finding) {
        CatalogEntry entry = catalog.get(finding.evaluation());
        if (entry != null) {
            for (CatalogMeasure measure : entry.measures()) {
                if (measure.measure().equals(finding.measure())) {
                    return measure.direction();
                }
            }
        }
        return "NONE";
    }

    /** How bad a finding is among its like: larger is worse, NaN when that cannot be said. */
    double badness(ReportFinding finding) {
        double number =
                finding.excess() == null ? finding.value() : finding.excess().value();
        switch (direction(finding)) {
            case "HIGHER":
                return -number;
            case "ZERO":
                return Math.abs(number);
            default:
                return number;
        }
    }

    /** Class of a verdict in the style sheet. */
    static String style(Verdict verdict) {
        switch (verdict) {
            case PASS:
                return "pass";
            case FAIL:
                return "fail";
            case INCONCLUSIVE:
                return "open";
            default:
                return "none";
        }
    }
}
