package io.synthaudit.reports.html;

import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.AuditReport.FamilyCount;
import io.synthaudit.reports.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of one family's findings and gates: counts beside one another, never one score.
 *
 * @param family the family's name
 * @param anchor anchor of its section, or the empty string
 * @param findings how many were measured, not applicable, failed, held back
 * @param gates how many passed, failed, are inconclusive, were not evaluated
 */
public record FamilyRow(String family, String anchor, List<String> findings, List<String> gates) {

    private static final List<String> SECTIONS = List.of("privacy", "fidelity", "utility", "validity");
    private static final List<Verdict> VERDICTS =
            List.of(Verdict.PASS, Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.NOT_EVALUATED);

    static List<FamilyRow> all(AuditReport report) {
        List<FamilyRow> rows = new ArrayList<>();
        for (FamilyCount count : report.coverage().byFamily()) {
            String name = count.family();
            rows.add(new FamilyRow(
                    title(name),
                    SECTIONS.contains(name) ? name : "",
                    List.of(
                            Numbers.count(count.measured()),
                            Numbers.count(count.notApplicable()),
                            Numbers.count(count.failed()),
                            Numbers.count(count.suppressed())),
                    VERDICTS.stream()
                            .map(v -> Numbers.count(gates(report, name, v)))
                            .toList()));
        }
        return rows;
    }

    private static long gates(AuditReport report, String family, Verdict verdict) {
        return report.judgements().stream()
                .filter(j -> j.verdict() == verdict && j.gate().startsWith(family + "."))
                .count();
    }

    private static String title(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
