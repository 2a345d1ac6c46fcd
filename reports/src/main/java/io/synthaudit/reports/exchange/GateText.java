package io.synthaudit.reports.exchange;

import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.ReportFinding;
import io.synthaudit.core.report.ReportJudgement;
import io.synthaudit.reports.text.Numbers;
import io.synthaudit.reports.text.Visible;
import io.synthaudit.reports.text.Words;

/** One gate in plain words, the same for every file that other tools read. Nothing in it is escaped for a format yet. */
final class GateText {

    private GateText() {}

    /** Whether the verdict stands in the way of the release. */
    static boolean blocks(ReportJudgement judgement) {
        return judgement.blocking() && judgement.verdict() != Verdict.PASS;
    }

    /**
     * Whether the verdict withholds the release though no gate does, as in a partial audit: then a file that lists gates
     * alone would look like a pass.
     */
    static boolean withheld(AuditReport report) {
        return report.verdict() != Verdict.PASS && report.judgements().stream().noneMatch(GateText::blocks);
    }

    /** The verdict with its reason. */
    static String verdict(AuditReport report) {
        return Words.of(report.verdict()) + ": " + Visible.prose(Words.because(report));
    }

    /** Such as {@code FAIL: observed 0.12, bound 0.15, at most 0.05; ...}. */
    static String line(ReportJudgement judgement) {
        StringBuilder text = new StringBuilder(Words.of(judgement.verdict()));
        text.append(": ").append(numbers(judgement));
        String reason = Visible.prose(judgement.reason());
        if (!reason.isEmpty()) {
            text.append(". ").append(reason);
        }
        return text.toString();
    }

    /** Observed value, adverse bound and limit. */
    static String numbers(ReportJudgement judgement) {
        String limit = judgement.limit() == null ? "no limit" : "limit " + Numbers.limit(judgement.limit());
        if (!Double.isFinite(judgement.observed())) {
            return "no number to judge, " + limit;
        }
        String bound = Double.isFinite(judgement.bound())
                ? ", bound " + Numbers.beside(judgement.bound(), judgement.limit())
                : "";
        return "observed " + Numbers.beside(judgement.observed(), judgement.limit()) + bound + ", " + limit;
    }

    /** Which number must lie where. */
    static String numbersAsked(ReportJudgement judgement) {
        String limit = judgement.limit() == null ? "no limit" : Numbers.limit(judgement.limit());
        return judgement.of() + " " + limit;
    }

    /** Family by the gate's name, as in {@code privacy.near-copies}. */
    static String family(ReportJudgement judgement) {
        int dot = judgement.gate().indexOf('.');
        return Visible.prose(dot < 0 ? "other" : judgement.gate().substring(0, dot));
    }

    /** Sentence of the worst finding, or the empty string. */
    static String sentence(ReportJudgement judgement, AuditReport report) {
        if (judgement.findings().isEmpty()) {
            return "";
        }
        String key = judgement.findings().get(0);
        for (ReportFinding finding : report.findings()) {
            if (finding.key().equals(key)) {
                return Visible.prose(finding.sentence());
            }
        }
        return "";
    }
}
