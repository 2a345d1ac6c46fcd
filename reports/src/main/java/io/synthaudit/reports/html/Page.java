package io.synthaudit.reports.html;

import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.AuditReport.CatalogEntry;
import io.synthaudit.core.report.AuditReport.ReasonCount;
import io.synthaudit.core.report.ReportProvenance.GateOutlook;
import io.synthaudit.reports.text.Numbers;
import io.synthaudit.reports.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that the templates print: strings that are ready to be escaped, and coordinates.
 *
 * @param cover what a reader sees first
 * @param gates the decision table
 * @param families counts of findings and gates by family
 * @param attacks attacks with an adversary
 * @param similarity similarity metrics, which have none
 * @param exposed shares of exposed persons, by the metric that counts them
 * @param charts drawings of the fidelity section
 * @param fidelity fidelity evaluations
 * @param utility utility evaluations
 * @param validity validity evaluations
 * @param counts what was measured and what was not, name and number
 * @param silent what was not measured, by reason
 * @param outlook what can pass at these sizes
 * @param rules disclosure rules
 * @param actions what disclosure control did
 * @param methods the catalogue
 * @param provenance name and value
 * @param command the canonical command
 */
public record Page(
        Cover cover,
        List<GateRow> gates,
        List<FamilyRow> families,
        List<Evaluation> attacks,
        List<Evaluation> similarity,
        List<Fact> exposed,
        Charts charts,
        List<Evaluation> fidelity,
        List<Evaluation> utility,
        List<Evaluation> validity,
        List<Fact> counts,
        List<Reasoned> silent,
        List<Outlook> outlook,
        List<Fact> rules,
        List<String> actions,
        List<Method> methods,
        List<Fact> provenance,
        String command) {

    /** A name with what it stands for. */
    public record Fact(String name, String value) {}

    /** A reason with how often it occurred and where. */
    public record Reasoned(String text, String code, String count, List<String> evaluations) {}

    /** Whether a gate can pass at these sizes. */
    public record Outlook(String gate, boolean canPass, String text) {}

    /** A method card. */
    public record Method(
            String anchor,
            String id,
            String version,
            String title,
            String family,
            String definition,
            List<String> needs,
            List<AuditReport.CatalogMeasure> measures,
            List<String> references) {}

    static Page of(AuditReport report) {
        Index index = new Index(report);
        return new Page(
                Cover.of(report),
                GateRow.all(index),
                FamilyRow.all(report),
                Evaluation.family("privacy", "attack.", index),
                Evaluation.family("privacy", "similarity.", index),
                exposed(index),
                Charts.of(index),
                Evaluation.family("fidelity", "", index),
                Evaluation.family("utility", "", index),
                Evaluation.family("validity", "", index),
                counts(report.coverage()),
                silent(report.coverage()),
                outlook(report),
                facts(report.disclosure().rules()),
                report.disclosure().actions().stream().map(Visible::prose).toList(),
                methods(report, index),
                Provenance.facts(report),
                report.provenance().command());
    }

    private static List<Fact> exposed(Index index) {
        return index.report().findings().stream()
                .filter(f -> f.measure().contains("exposed") && Double.isFinite(f.value()))
                .map(f -> new Fact(index.title(f.evaluation()), Numbers.with(f.value(), f.interval())))
                .toList();
    }

    private static List<Fact> counts(AuditReport.Coverage coverage) {
        return List.of(
                new Fact("Measured", Numbers.count(coverage.measured())),
                new Fact("Not applicable", Numbers.count(coverage.notApplicable())),
                new Fact("Failed", Numbers.count(coverage.failed())),
                new Fact("Held back", Numbers.count(coverage.suppressed())),
                new Fact("Not requested", Numbers.count(coverage.notRequested())));
    }

    private static List<Reasoned> silent(AuditReport.Coverage coverage) {
        List<Reasoned> reasons = new ArrayList<>();
        for (ReasonCount reason : coverage.byReason()) {
            reasons.add(new Reasoned(
                    Visible.prose(reason.text()), reason.code(), Numbers.count(reason.count()), reason.evaluations()));
        }
        return reasons;
    }

    private static List<Outlook> outlook(AuditReport report) {
        List<Outlook> outlook = new ArrayList<>();
        for (GateOutlook gate : report.provenance().attainability()) {
            outlook.add(new Outlook(gate.gate(), gate.canPass(), Visible.prose(gate.text())));
        }
        return outlook;
    }

    private static List<Fact> facts(Map<String, String> rules) {
        List<Fact> facts = new ArrayList<>();
        rules.forEach((name, text) -> facts.add(new Fact(name, Visible.prose(text))));
        return facts;
    }

    private static List<Method> methods(AuditReport report, Index index) {
        List<Method> methods = new ArrayList<>();
        for (CatalogEntry entry : report.catalog()) {
            methods.add(new Method(
                    index.method(entry.evaluation()),
                    entry.evaluation(),
                    entry.version(),
                    entry.title(),
                    entry.family(),
                    Visible.prose(entry.definition()),
                    entry.needs(),
                    entry.measures(),
                    entry.references().stream().map(Visible::prose).toList()));
        }
        return methods;
    }
}
