package io.synthaudit.reports.text;

import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.ReportJudgement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sentences that every output shares. They count gates and name them; they hold no number of their own. */
public final class Words {

    /** What a PASS says, and what it does not. */
    public static final String PASS_MEANS = "PASS means: the listed attacks, run once on this file, found at most the"
            + " limits shown. It is no proof of anonymity, and it rests on the training and holdout files being what the"
            + " submitter says.";

    private static final int NAMED = 4;

    private Words() {}

    /** {@code NOT EVALUATED} for {@link Verdict#NOT_EVALUATED}, else the constant's name. */
    public static String of(Verdict verdict) {
        return verdict.name().replace('_', ' ');
    }

    /** Gates as a reader wants them: worst verdict first, then the heaviest, then in policy order. */
    public static List<ReportJudgement> worstFirst(List<ReportJudgement> judgements) {
        List<ReportJudgement> sorted = new ArrayList<>(judgements);
        sorted.sort(Comparator.comparing(ReportJudgement::verdict).thenComparing(ReportJudgement::severity));
        return sorted;
    }

    /** Why the verdict is what it is: which gates decided it. */
    public static String because(AuditReport report) {
        List<String> deciding = new ArrayList<>();
        for (ReportJudgement judgement : worstFirst(report.judgements())) {
            if (judgement.severity().decides() && judgement.verdict() == report.verdict()) {
                deciding.add(judgement.gate());
            }
        }
        switch (report.verdict()) {
            case FAIL:
                return gates(deciding, "lies outside its limit", "lie outside their limits") + ".";
            case INCONCLUSIVE:
                return "No deciding gate lies outside its limit, but "
                        + gates(deciding, "cannot be decided", "cannot be decided") + " with so few rows.";
            case NOT_EVALUATED:
                return notEvaluated(report, deciding);
            default:
                return "Every gate that decides lies inside its limit, or is one that this policy lets pass as a remark.";
        }
    }

    private static String notEvaluated(AuditReport report, List<String> deciding) {
        if (!report.provenance().only().isEmpty()) {
            return "Only a part of the evaluations was asked for: a partial audit passes nothing.";
        }
        return "No deciding gate lies outside its limit, but "
                + gates(deciding, "has no number to judge", "have no number to judge") + ".";
    }

    private static String gates(List<String> names, String one, String many) {
        if (names.isEmpty()) {
            return "the audit as a whole " + one;
        }
        List<String> shown = names.subList(0, Math.min(NAMED, names.size()));
        String rest = names.size() > NAMED ? " and others (see the decision table)" : "";
        return String.join(", ", shown) + rest + " " + (names.size() == 1 ? one : many);
    }
}
