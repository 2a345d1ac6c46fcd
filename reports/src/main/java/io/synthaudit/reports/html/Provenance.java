package io.synthaudit.reports.html;

import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.ReportProvenance;
import io.synthaudit.reports.html.Page.Fact;
import java.util.ArrayList;
import java.util.List;

/** With what a report was made, as names and values. */
final class Provenance {

    private Provenance() {}

    static List<Fact> facts(AuditReport report) {
        ReportProvenance provenance = report.provenance();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Tool", provenance.tool()));
        facts.add(new Fact("Policy", provenance.policy()));
        facts.add(new Fact("Policy, SHA-256", provenance.policyDigest()));
        facts.add(new Fact(
                "Schema, SHA-256",
                provenance.schemaDeclared() ? provenance.schemaDigest() : "none given: kinds and roles were guessed"));
        if (!provenance.analysesDigest().isEmpty()) {
            facts.add(new Fact("Declared analyses, SHA-256", provenance.analysesDigest()));
        }
        facts.add(new Fact("Synthetic table, SHA-256", provenance.syntheticDigest()));
        facts.add(new Fact(
                "Seed", provenance.seedChosen() ? provenance.seed() + ", chosen by the user" : provenance.seed()));
        facts.add(new Fact(
                "Evaluations asked for", provenance.only().isEmpty() ? "all" : String.join(", ", provenance.only())));
        facts.add(new Fact("Exit code", Integer.toString(report.exitCode())));
        return facts;
    }
}
