package io.synthaudit.reports.html;

import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.AuditReport.TableSize;
import io.synthaudit.reports.text.Numbers;
import io.synthaudit.reports.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a reader sees first.
 *
 * @param verdict the release's verdict
 * @param policy policy id
 * @param because one sentence: what decided the verdict
 * @param passMeans what a PASS says and what it does not
 * @param families one verdict per family
 * @param warnings what must be known before reading on
 * @param tables sizes of the tables
 * @param audience who may read the report
 * @param restricted whether the report is for the holder of the data only
 */
public record Cover(
        Badge verdict,
        String policy,
        String because,
        String passMeans,
        List<Family> families,
        List<String> warnings,
        List<Size> tables,
        String audience,
        boolean restricted) {

    /** A family with its verdict. */
    public record Family(String name, Badge verdict) {}

    /** A table with its size. */
    public record Size(String role, String rows, String columns) {}

    static Cover of(AuditReport report) {
        List<Family> families = new ArrayList<>();
        report.families().forEach((family, verdict) -> families.add(new Family(title(family), Badge.of(verdict))));
        List<Size> tables = new ArrayList<>();
        for (TableSize table : report.tables()) {
            tables.add(new Size(
                    title(table.role().toLowerCase(Locale.ROOT)),
                    Numbers.count(table.rows()),
                    Numbers.count(table.columns())));
        }
        return new Cover(
                Badge.of(report.verdict()),
                report.provenance().policy(),
                Words.because(report),
                Words.PASS_MEANS,
                families,
                Words.warnings(report.provenance()),
                tables,
                report.audience().name().toLowerCase(Locale.ROOT),
                report.audience() == AuditReport.Audience.RESTRICTED);
    }

    private static String title(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
