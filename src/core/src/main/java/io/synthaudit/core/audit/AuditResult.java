package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.gate.Judgement;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.report.ReportProvenance;
import io.synthaudit.core.table.Tables;
import java.util.List;
import java.util.Map;

/**
 * All that an audit found, before disclosure control. It holds real cells (through tables and profile), so nothing but
 * {@code Disclosure} reads it, and nothing writes it.
 *
 * @param tables the tables as audited
 * @param profile the training profile
 * @param sizes row counts as given in the files
 * @param catalog evaluations that took part, sorted by id
 * @param notRequested ids of evaluations that {@code --only} left out, sorted
 * @param findings the findings, sorted by key
 * @param dropped findings about pairs, sets and subgroups that were let go, counted
 * @param smallGroups subgroups that were left out because too few training rows belong to them
 * @param surplusGroups subgroups that were left out because there are too many
 * @param judgements one per gate, in policy order
 * @param verdict the release's verdict
 * @param families verdict per family: privacy, fidelity, utility, validity
 * @param exitCode 0, 1 or 3
 * @param columns counts per column, for charts
 * @param provenance with what the audit was made
 */
public record AuditResult(
        Tables tables,
        Profile profile,
        Sizes sizes,
        List<Description> catalog,
        List<String> notRequested,
        List<Finding> findings,
        List<Dropped> dropped,
        int smallGroups,
        int surplusGroups,
        List<Judgement> judgements,
        Verdict verdict,
        Map<String, Verdict> families,
        int exitCode,
        List<ColumnCounts> columns,
        ReportProvenance provenance) {

    /** Evaluations of pairs whose primary measure is drawn as a matrix. */
    public static final List<String> MATRICES = List.of("fidelity.correlation-difference", "fidelity.pair-tvd");
}
