package io.synthaudit.reports.html;

import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.report.AuditReport.CatalogEntry;
import io.synthaudit.core.report.ReportFinding;
import io.synthaudit.reports.text.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Another measure of the targets of a table, told beside the one that ranks them.
 *
 * @param heading what it is called
 * @param findings its measured findings by what they are about
 */
record Beside(String heading, Map<Beside.About, ReportFinding> findings) {

    /** What a finding is about, whatever its measure. */
    record About(Target target, String variant, Map<String, String> params) {

        static About of(ReportFinding finding) {
            return new About(finding.target(), finding.variant(), finding.params());
        }
    }

    /** The other measures of an evaluation that ranks its targets; none for one that does not. */
    static List<Beside> of(CatalogEntry entry, Map<String, List<ReportFinding>> measured, Index index) {
        List<Beside> all = new ArrayList<>();
        if (entry.rankedBy() != null) {
            measured.forEach((measure, findings) -> {
                if (!measure.isEmpty() && !measure.equals(entry.rankedBy())) {
                    Map<About, ReportFinding> byTarget = new HashMap<>();
                    findings.forEach(finding -> byTarget.put(About.of(finding), finding));
                    all.add(new Beside(index.called(entry, measure), byTarget));
                }
            });
        }
        return all;
    }

    /** The measure of what another finding is about. */
    String value(ReportFinding other) {
        ReportFinding own = findings.get(About.of(other));
        return own == null ? Numbers.NONE : Numbers.with(own.value(), own.interval());
    }
}
