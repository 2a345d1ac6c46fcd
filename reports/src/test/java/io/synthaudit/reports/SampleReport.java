package io.synthaudit.reports;

import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.gate.Severity;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.AuditReport.Audience;
import io.synthaudit.core.report.AuditReport.Coverage;
import io.synthaudit.core.report.AuditReport.DisclosureLog;
import io.synthaudit.core.report.AuditReport.FamilyCount;
import io.synthaudit.core.report.AuditReport.ReasonCount;
import io.synthaudit.core.report.AuditReport.TableSize;
import io.synthaudit.core.report.ReportFinding;
import io.synthaudit.core.report.ReportJudgement;
import io.synthaudit.core.report.ReportProvenance;
import io.synthaudit.core.report.ReportProvenance.GateOutlook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report as an audit of a hospital's table would give it: every verdict, every kind of finding, every chart. */
public final class SampleReport {

    static final List<String> COLUMNS = List.of(
            "age",
            "sex",
            "race",
            "admission_type",
            "discharge_disposition",
            "time_in_hospital",
            "lab_procedures",
            "medications",
            "diagnosis_group",
            "HbA1c",
            "insulin",
            "readmitted");

    private SampleReport() {}

    /** The sample as it is: verdict FAIL, public. */
    public static AuditReport failing() {
        List<ReportFinding> findings = findings(COLUMNS);
        return report(Verdict.FAIL, findings, SampleGates.all(), COLUMNS);
    }

    /** The same with nothing but passes. */
    public static AuditReport passing() {
        List<ReportJudgement> gates = SampleGates.all().stream()
                .filter(gate -> gate.verdict() == Verdict.PASS)
                .toList();
        return report(Verdict.PASS, findings(COLUMNS), gates, COLUMNS);
    }

    /** A table with many columns, all measured. */
    public static AuditReport wide(int columns) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            names.add("laboratory_measurement_" + i);
        }
        return report(Verdict.FAIL, findings(names), SampleGates.all(), names);
    }

    /** A report in which nothing was measured and nothing judged. */
    public static AuditReport empty() {
        ReportProvenance provenance = new ReportProvenance(
                "synthaudit 0.1.0",
                "public-release",
                "",
                "",
                true,
                "",
                "derived",
                false,
                List.of(),
                "",
                List.of(),
                List.of());
        return new AuditReport(
                Audience.PUBLIC,
                Verdict.NOT_EVALUATED,
                Map.of(),
                3,
                provenance,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Coverage(0, 0, 0, 0, 0, List.of(), List.of()),
                new DisclosureLog(Map.of(), List.of()));
    }

    private static AuditReport report(
            Verdict verdict, List<ReportFinding> findings, List<ReportJudgement> gates, List<String> columns) {
        Map<String, Verdict> families = new LinkedHashMap<>();
        for (String family : List.of("privacy", "fidelity", "utility", "validity")) {
            Verdict worst = Verdict.PASS;
            for (ReportJudgement gate : gates) {
                if (gate.gate().startsWith(family) && gate.severity().decides()) {
                    worst = worst.and(gate.verdict());
                }
            }
            families.put(family, worst);
        }
        return new AuditReport(
                Audience.PUBLIC,
                verdict,
                families,
                verdict == Verdict.FAIL ? 1 : 0,
                provenance(gates),
                List.of(
                        new TableSize("TRAINING", 39032, columns.size()),
                        new TableSize("SYNTHETIC", 39000, columns.size()),
                        new TableSize("HOLDOUT", 9758, columns.size())),
                SampleCatalog.entries(),
                findings,
                gates,
                SampleSeries.of(columns),
                new Coverage(
                        214,
                        9,
                        1,
                        2,
                        0,
                        List.of(
                                new ReasonCount(
                                        "kind",
                                        "The measure has no meaning for columns of this kind.",
                                        7,
                                        List.of("fidelity.correlation-difference", "fidelity.ks")),
                                new ReasonCount(
                                        "not-resolvable",
                                        "A rate of 0.01 cannot be resolved with fewer than 3000 people outside.",
                                        2,
                                        List.of("attack.membership.distance")),
                                new ReasonCount(
                                        "failed",
                                        "The evaluation broke; nothing is concluded from it.",
                                        1,
                                        List.of("utility.tstr"))),
                        List.of(
                                new FamilyCount("privacy", 14, 2, 0, 0),
                                new FamilyCount("fidelity", 180, 7, 0, 2),
                                new FamilyCount("utility", 4, 0, 1, 0),
                                new FamilyCount("validity", 16, 0, 0, 0))),
                new DisclosureLog(
                        rules(),
                        List.of(
                                "Labels of 14 rare categories were pooled into \"other\".",
                                "Bins of 3 columns were merged with a neighbour.")));
    }

    private static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("Rows", "No row and no cell of any table is shown.");
        rules.put("Labels", "A category with fewer than 11 training rows is named only if the schema declares it.");
        rules.put("Extremes", "Nothing beyond the 1st and 99th percentile is shown; axis ends are rounded.");
        rules.put("Numbers", "Values are rounded to 3 decimals, counts to two significant digits.");
        return rules;
    }

    private static ReportProvenance provenance(List<ReportJudgement> gates) {
        List<GateOutlook> outlook = new ArrayList<>();
        for (ReportJudgement gate : gates) {
            boolean can = gate.verdict() != Verdict.INCONCLUSIVE;
            outlook.add(new GateOutlook(
                    gate.gate(),
                    can,
                    can
                            ? "9,758 holdout rows are enough."
                            : "It would need 24,000 holdout rows, so that the bound of a perfect table lies inside."));
        }
        return new ReportProvenance(
                "synthaudit 0.1.0",
                "medical-research",
                "b1946ac92492d2347c6235b4d2611184aa3c1c2b1a6f2e8e0a7f3d1c4b5a6978",
                "",
                false,
                "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03",
                "1",
                true,
                List.of(),
                "synthaudit audit --training <TRAINING> --synthetic <SYNTHETIC> --holdout <HOLDOUT> --policy"
                        + " medical-research --seed 1 --out <DIR>",
                List.of("Column patient_nbr looks like a person id, but no entity key is declared: if one person owns"
                        + " several rows, every interval here is too narrow."),
                outlook);
    }

    private static List<ReportFinding> findings(List<String> columns) {
        List<ReportFinding> findings = new ArrayList<>(SampleFindings.whole());
        for (int i = 0; i < columns.size(); i++) {
            findings.addAll(SampleFindings.column(columns.get(i), i));
        }
        int pairs = 0;
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size() && pairs < 1000; j++, pairs++) {
                findings.add(SampleFindings.pair(columns.get(i), columns.get(j), i, j));
            }
        }
        findings.sort(Comparator.comparing(ReportFinding::key));
        return findings;
    }

    static ReportJudgement gate(
            String id,
            String measure,
            String of,
            Verdict verdict,
            Severity severity,
            Limit limit,
            double[] numbers,
            String finding,
            String because,
            String reason) {
        return new ReportJudgement(
                id,
                measure,
                of,
                verdict,
                severity,
                severity.decides(),
                limit,
                numbers[0],
                numbers[1],
                numbers[2],
                finding == null ? List.of() : List.of(finding),
                because,
                List.of("wp216." + id.substring(id.indexOf('.') + 1)),
                reason);
    }
}
