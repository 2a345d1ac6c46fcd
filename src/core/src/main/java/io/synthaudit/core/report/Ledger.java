package io.synthaudit.core.report;

import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.report.AuditReport.Coverage;
import io.synthaudit.core.report.AuditReport.ReasonCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what was measured and what was not, over all findings, those that the report has no room for among them. */
final class Ledger {

    static final Reason SUPPRESSED =
            new Reason("suppressed", "The number is held back: fewer than 11 real rows stand behind it.");
    private static final String NOT_REQUESTED = "not-requested";

    private static final class Row {
        private final String text;
        private final TreeSet<String> evaluations = new TreeSet<>();
        private int count;

        private Row(String text) {
            this.text = text;
        }
    }

    private final Map<String, Row> reasons = new TreeMap<>();
    private final Texts texts;
    private int measured;
    private int notApplicable;
    private int failed;
    private int suppressed;

    private Ledger(Texts texts) {
        this.texts = texts;
    }

    static Coverage of(List<Finding> findings, List<String> notRequested, Texts texts) {
        Ledger ledger = new Ledger(texts);
        findings.forEach(ledger::count);
        for (String evaluation : notRequested) {
            ledger.add(new Reason(NOT_REQUESTED, "The run was asked to leave it out."), evaluation);
        }
        List<ReasonCount> byReason = new ArrayList<>();
        ledger.reasons.forEach(
                (code, row) -> byReason.add(new ReasonCount(code, row.text, row.count, List.copyOf(row.evaluations))));
        return new Coverage(
                ledger.measured,
                ledger.notApplicable,
                ledger.failed,
                ledger.suppressed,
                notRequested.size(),
                List.copyOf(byReason));
    }

    /** Whether a number stands on so few real rows that it is held back. */
    static boolean isSuppressed(Finding finding) {
        return finding instanceof Finding.Measurement m && m.referenceRows() < Withheld.FEWEST_ROWS;
    }

    private void count(Finding finding) {
        String evaluation = finding.subject().description().id();
        if (isSuppressed(finding)) {
            suppressed++;
            add(SUPPRESSED, evaluation);
        } else {
            Reason reason = finding.fold(m -> null, Finding.NotApplicable::reason, Finding.Failed::reason);
            if (reason == null) {
                measured++;
            } else if (finding instanceof Finding.Failed) {
                failed++;
                add(reason, evaluation);
            } else {
                notApplicable++;
                add(reason, evaluation);
            }
        }
    }

    private void add(Reason reason, String evaluation) {
        Row row = reasons.computeIfAbsent(reason.code(), c -> new Row(texts.clean(reason.text())));
        row.count++;
        row.evaluations.add(evaluation);
    }
}
