package io.synthaudit.reports.text;

import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.AuditReport.CatalogEntry;
import io.synthaudit.core.report.ReportJudgement;
import io.synthaudit.core.report.ReportProvenance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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

    /** The answer to the audit's question: which gates decided it. */
    public static String because(AuditReport report) {
        List<String> deciding = new ArrayList<>();
        boolean remarks = false;
        for (ReportJudgement judgement : worstFirst(report.judgements())) {
            if (judgement.severity().decides()) {
                remarks |= judgement.verdict() != Verdict.PASS;
                if (judgement.verdict() == report.verdict()) {
                    deciding.add(name(judgement, report));
                }
            }
        }
        switch (report.verdict()) {
            case FAIL:
                return "No. " + gates(deciding, "lies outside its limit", "lie outside their limits") + ".";
            case INCONCLUSIVE:
                return "Not on this evidence. Nothing that decides lies outside its limit, but "
                        + gates(deciding, "cannot be told with so few rows", "cannot be told with so few rows") + ".";
            case NOT_EVALUATED:
                return "Not on this evidence. "
                        + (report.provenance().only().isEmpty()
                                ? gates(deciding, "has no number to judge", "have no number to judge") + "."
                                : "Only a part of the evaluations was asked for: a partial audit passes nothing.");
            default:
                return "This policy allows it. Every gate that decides lies inside its limit"
                        + (remarks ? ", or is one that the policy only remarks on." : ".");
        }
    }

    /** What a reader must know before believing the verdict; what the model does not tell itself comes first. */
    public static List<String> warnings(ReportProvenance provenance) {
        List<String> warnings = new ArrayList<>();
        String told = String.join(" ", provenance.warnings()).toLowerCase(Locale.ROOT);
        if (!provenance.schemaDeclared() && !told.contains("schema.yaml")) {
            warnings.add("Roles and kinds were guessed, review schema.yaml: a wrong role switches gates on or off.");
        }
        if (provenance.seedChosen() && !told.contains("seed")) {
            warnings.add("The seed was chosen by the user (" + provenance.seed()
                    + "), so a verdict could have been shopped for; the default seed is derived from the files.");
        }
        if (!provenance.only().isEmpty()) {
            warnings.add("A partial audit: only " + String.join(", ", provenance.only()) + " was asked for.");
        }
        provenance.warnings().forEach(warning -> warnings.add(Visible.prose(warning)));
        return warnings;
    }

    /** A gate's name with what it measures, such as {@code Near copies (privacy.near-copies)}. */
    private static String name(ReportJudgement judgement, AuditReport report) {
        String evaluation = judgement.measure().split("/", 2)[0];
        for (CatalogEntry entry : report.catalog()) {
            if (entry.evaluation().equals(evaluation)) {
                return entry.title() + " (" + judgement.gate() + ")";
            }
        }
        return judgement.gate();
    }

    private static String gates(List<String> names, String one, String many) {
        if (names.isEmpty()) {
            return "The audit as a whole " + one;
        }
        if (names.size() == 1) {
            return names.get(0) + " " + one;
        }
        if (names.size() > NAMED) {
            return String.join(", ", names.subList(0, NAMED)) + " and others (see the decision table) " + many;
        }
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last) + " " + many;
    }
}
