package io.synthaudit.core.report;

import io.synthaudit.core.audit.AuditResult;
import io.synthaudit.core.audit.Dropped;
import io.synthaudit.core.audit.Dropped.Fate;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.report.AuditReport.Coverage;
import io.synthaudit.core.report.AuditReport.FamilyCount;
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
    private final Map<String, int[]> byFamily = new TreeMap<>();
    private final Texts texts;
    private int measured;
    private int notApplicable;
    private int failed;
    private int suppressed;

    private Ledger(Texts texts) {
        this.texts = texts;
    }

    static Coverage of(AuditResult result, Texts texts) {
        Ledger ledger = new Ledger(texts);
        for (Finding finding : result.findings()) {
            // Quantiles repeat what single findings say.
            if (!finding.subject().target().kind().isMany()
                    || !finding.subject().params().containsKey("quantile")) {
                ledger.count(new Dropped(
                        finding.subject().description().id(),
                        Fate.of(finding),
                        finding.fold(m -> null, Finding.NotApplicable::reason, Finding.Failed::reason),
                        1));
            }
        }
        result.dropped().forEach(ledger::count);
        for (String evaluation : result.notRequested()) {
            ledger.add(new Reason(NOT_REQUESTED, "The run was asked to leave it out."), evaluation, 1);
        }
        ledger.groups(result);
        List<ReasonCount> byReason = new ArrayList<>();
        ledger.reasons.forEach(
                (code, row) -> byReason.add(new ReasonCount(code, row.text, row.count, List.copyOf(row.evaluations))));
        return new Coverage(
                ledger.measured,
                ledger.notApplicable,
                ledger.failed,
                ledger.suppressed,
                result.notRequested().size(),
                List.copyOf(byReason),
                List.copyOf(ledger.families()));
    }

    private List<FamilyCount> families() {
        List<FamilyCount> counts = new ArrayList<>();
        for (String family : Disclosure.FAMILIES) {
            int[] of = byFamily.getOrDefault(family, new int[Fate.values().length]);
            counts.add(new FamilyCount(
                    family,
                    of[Fate.MEASURED.ordinal()],
                    of[Fate.NOT_APPLICABLE.ordinal()],
                    of[Fate.FAILED.ordinal()],
                    of[Fate.SUPPRESSED.ordinal()]));
        }
        return counts;
    }

    /** Groups are counted, not findings; how large they are is told of none. */
    private void groups(AuditResult result) {
        if (result.smallGroups() > 0) {
            rows(new Reason("small-subgroup", "The subgroup has fewer than 200 training rows, and was left out."))
                            .count +=
                    result.smallGroups();
        }
        if (result.surplusGroups() > 0) {
            rows(new Reason("surplus-subgroup", "The 50 largest subgroups are measured, and this is not one of them."))
                            .count +=
                    result.surplusGroups();
        }
    }

    private void count(Dropped some) {
        byFamily.computeIfAbsent(Description.familyOf(some.evaluation()), f -> new int[Fate.values().length])[
                        some.fate().ordinal()] +=
                some.count();
        switch (some.fate()) {
            case MEASURED -> measured += some.count();
            case SUPPRESSED -> {
                suppressed += some.count();
                add(SUPPRESSED, some.evaluation(), some.count());
            }
            case NOT_APPLICABLE -> {
                notApplicable += some.count();
                add(some.reason(), some.evaluation(), some.count());
            }
            case FAILED -> {
                failed += some.count();
                add(some.reason(), some.evaluation(), some.count());
            }
        }
    }

    private void add(Reason reason, String evaluation, int count) {
        Row row = rows(reason);
        row.count += count;
        row.evaluations.add(evaluation);
    }

    private Row rows(Reason reason) {
        return reasons.computeIfAbsent(reason.code(), c -> new Row(texts.clean(reason.text())));
    }
}
