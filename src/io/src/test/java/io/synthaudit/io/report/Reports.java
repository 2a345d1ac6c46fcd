package io.synthaudit.io.report;

import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.gate.Severity;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.AuditReport.Audience;
import io.synthaudit.core.report.AuditReport.CatalogEntry;
import io.synthaudit.core.report.AuditReport.CatalogMeasure;
import io.synthaudit.core.report.AuditReport.Coverage;
import io.synthaudit.core.report.AuditReport.DisclosureLog;
import io.synthaudit.core.report.AuditReport.FamilyCount;
import io.synthaudit.core.report.AuditReport.Line;
import io.synthaudit.core.report.AuditReport.ReasonCount;
import io.synthaudit.core.report.AuditReport.Series;
import io.synthaudit.core.report.AuditReport.TableSize;
import io.synthaudit.core.report.ReportFinding;
import io.synthaudit.core.report.ReportFinding.ReportAttack;
import io.synthaudit.core.report.ReportFinding.ReportGame;
import io.synthaudit.core.report.ReportFinding.ReportInterval;
import io.synthaudit.core.report.ReportFinding.ReportReason;
import io.synthaudit.core.report.ReportFinding.Side;
import io.synthaudit.core.report.ReportFinding.Status;
import io.synthaudit.core.report.ReportJudgement;
import io.synthaudit.core.report.ReportProvenance;
import io.synthaudit.core.report.ReportProvenance.GateOutlook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report in which every member of the format has a value somewhere and is empty elsewhere. */
final class Reports {

    private static final ReportInterval INTERVAL = new ReportInterval(1e-5, 0.1 + 0.2, 0.95, "exact");

    private Reports() {}

    static AuditReport full() {
        Map<String, Verdict> families = new LinkedHashMap<>();
        families.put("privacy", Verdict.FAIL);
        families.put("fidelity", Verdict.PASS);
        families.put("utility", Verdict.INCONCLUSIVE);
        families.put("validity", Verdict.NOT_EVALUATED);
        return new AuditReport(
                Audience.PUBLIC,
                Verdict.FAIL,
                families,
                1,
                new ReportProvenance(
                        "synthaudit 0.1",
                        "public-release",
                        "0123456789abcdef".repeat(4),
                        "",
                        false,
                        "f".repeat(64),
                        "derived",
                        false,
                        List.of("fidelity.*"),
                        "synthaudit audit --training <TRAINING>",
                        List.of("Roles were guessed."),
                        List.of(new GateOutlook("privacy.auc", false, "Needs 52 holdout rows."))),
                List.of(new TableSize("TRAINING", 39030, 15)),
                List.of(new CatalogEntry(
                        "fidelity.ks",
                        "1",
                        "KS",
                        "sup |F - G|",
                        "fidelity",
                        List.of("holdout"),
                        List.of(new CatalogMeasure("distance", "1", "[0, 1]", "LOWER", "KS distance")),
                        List.of("https://doi.org/10.1/1"),
                        "distance")),
                List.of(measured(), attacked(), missing()),
                List.of(new ReportJudgement(
                        "fidelity.ks",
                        "fidelity.ks",
                        "excess",
                        Verdict.PASS,
                        Severity.BLOCKER,
                        true,
                        Limit.atMost(0.1),
                        0.05,
                        Double.NaN,
                        0.02,
                        List.of("fidelity.ks/distance@a\u202eb"),
                        "because",
                        List.of("wp216.inference"),
                        "inside")),
                List.of(new Series(
                        "series:histogram@a",
                        "HISTOGRAM",
                        List.of("up to 5", "\u00e9<b>"),
                        List.of(new Line("training", List.of(0.5, Double.NaN))))),
                new Coverage(
                        2,
                        1,
                        0,
                        0,
                        3,
                        List.of(new ReasonCount("no-holdout", "None.", 1, List.of("a.b"))),
                        List.of(new FamilyCount("fidelity", 2, 1, 0, 0))),
                new DisclosureLog(Map.of("rows", "No row."), List.of("1 number was held back.")));
    }

    private static ReportFinding measured() {
        return new ReportFinding(
                "fidelity.ks/distance@a\u202eb",
                "fidelity.ks",
                "1",
                "distance",
                "exact",
                Map.of("p", "1"),
                Target.column("a\u202eb"),
                Status.MEASURED,
                null,
                "MODEL",
                2e-3,
                0.01,
                INTERVAL,
                null,
                new Side(0.1, INTERVAL, 500),
                new Side(0.2, null, 500),
                new Side(0.1, null, 0),
                1000,
                900,
                "Asked? Found \"0.002\".\u0007\u007f",
                null);
    }

    private static ReportFinding attacked() {
        return new ReportFinding(
                "attack.x/auc@a^b#g",
                "attack.x",
                "1",
                "auc",
                "",
                Map.of(),
                new Target(Target.Kind.COLUMN, List.of("a"), List.of("b"), "g"),
                Status.MEASURED,
                null,
                "RELEASE",
                1.0 / 3,
                Double.NaN,
                null,
                "No method.",
                null,
                null,
                null,
                1,
                2,
                "It is so.",
                new ReportAttack(
                        "guess",
                        "synthetic-only",
                        List.of("ages"),
                        "rows",
                        List.of(new ReportGame("MAIN", Double.NaN, 10, 20, 0.5, INTERVAL)),
                        0.05));
    }

    private static ReportFinding missing() {
        return new ReportFinding(
                "utility.z/auc",
                "utility.z",
                "1",
                "auc",
                "",
                Map.of(),
                Target.TABLE,
                Status.NOT_APPLICABLE,
                new ReportReason("no-holdout", "None."),
                "MODEL",
                Double.NaN,
                Double.NaN,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                "Not measured.",
                null);
    }
}
