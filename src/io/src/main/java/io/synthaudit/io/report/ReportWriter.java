package io.synthaudit.io.report;

import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.AuditReport.CatalogEntry;
import io.synthaudit.core.report.AuditReport.Coverage;
import io.synthaudit.core.report.AuditReport.Series;
import io.synthaudit.core.report.ReportJudgement;
import io.synthaudit.core.report.ReportProvenance;

/** Writes a report member by member, in the order of the format. */
final class ReportWriter {

    private final JsonText json = new JsonText();
    private final FindingWriter findings = new FindingWriter(json);

    byte[] write(AuditReport r) {
        json.object(null, () -> members(r));
        return json.bytes();
    }

    private void members(AuditReport r) {
        json.string("format", ReportJson.FORMAT).word("audience", r.audience()).word("verdict", r.verdict());
        json.object("families", () -> r.families().forEach(json::word));
        json.count("exitCode", r.exitCode());
        json.object("provenance", () -> provenance(r.provenance()));
        json.array(
                "tables",
                r.tables(),
                t -> json.object(
                        null,
                        () -> json.string("role", t.role())
                                .count("rows", t.rows())
                                .count("columns", t.columns())));
        json.array("catalog", r.catalog(), e -> json.object(null, () -> entry(e)));
        json.array("findings", r.findings(), f -> json.object(null, () -> findings.write(f)));
        json.array("judgements", r.judgements(), j -> json.object(null, () -> judgement(j)));
        json.array("series", r.series(), s -> json.object(null, () -> series(s)));
        json.object("coverage", () -> coverage(r.coverage()));
        json.object(
                "disclosure",
                () -> json.map("rules", r.disclosure().rules())
                        .strings("actions", r.disclosure().actions()));
    }

    private void provenance(ReportProvenance p) {
        json.string("tool", p.tool())
                .string("policy", p.policy())
                .string("policyDigest", p.policyDigest())
                .string("schemaDigest", p.schemaDigest())
                .flag("schemaDeclared", p.schemaDeclared())
                .string("analysesDigest", p.analysesDigest())
                .string("syntheticDigest", p.syntheticDigest())
                .string("seed", p.seed())
                .flag("seedChosen", p.seedChosen())
                .strings("only", p.only())
                .string("command", p.command())
                .strings("warnings", p.warnings())
                .array(
                        "attainability",
                        p.attainability(),
                        o -> json.object(
                                null,
                                () -> json.string("gate", o.gate())
                                        .flag("canPass", o.canPass())
                                        .string("text", o.text())));
    }

    private void entry(CatalogEntry e) {
        json.string("evaluation", e.evaluation())
                .string("version", e.version())
                .string("title", e.title())
                .string("definition", e.definition())
                .string("family", e.family())
                .strings("needs", e.needs())
                .array(
                        "measures",
                        e.measures(),
                        m -> json.object(
                                null,
                                () -> json.string("measure", m.measure())
                                        .string("unit", m.unit())
                                        .string("range", m.range())
                                        .string("direction", m.direction())
                                        .string("title", m.title())))
                .strings("references", e.references())
                .string("rankedBy", e.rankedBy());
    }

    private void judgement(ReportJudgement j) {
        json.string("gate", j.gate())
                .string("measure", j.measure())
                .string("of", j.of())
                .word("verdict", j.verdict())
                .word("severity", j.severity())
                .flag("blocking", j.blocking())
                .object("limit", () -> limit(j.limit()))
                .number("observed", j.observed())
                .number("bound", j.bound())
                .number("margin", j.margin())
                .strings("findings", j.findings())
                .string("because", j.because())
                .strings("criteria", j.criteria())
                .string("reason", j.reason());
    }

    private void limit(Limit limit) {
        json.number("min", limit.min()).number("max", limit.max());
    }

    private void series(Series s) {
        json.string("key", s.key())
                .string("kind", s.kind())
                .strings("axis", s.axis())
                .array(
                        "lines",
                        s.lines(),
                        l -> json.object(
                                null,
                                () -> json.string("name", l.name()).array("y", l.y(), y -> json.number(null, y))));
    }

    private void coverage(Coverage c) {
        json.count("measured", c.measured())
                .count("notApplicable", c.notApplicable())
                .count("failed", c.failed())
                .count("suppressed", c.suppressed())
                .count("notRequested", c.notRequested())
                .array(
                        "byReason",
                        c.byReason(),
                        b -> json.object(
                                null,
                                () -> json.string("code", b.code())
                                        .string("text", b.text())
                                        .count("count", b.count())
                                        .strings("evaluations", b.evaluations())))
                .array(
                        "byFamily",
                        c.byFamily(),
                        f -> json.object(
                                null,
                                () -> json.string("family", f.family())
                                        .count("measured", f.measured())
                                        .count("notApplicable", f.notApplicable())
                                        .count("failed", f.failed())
                                        .count("suppressed", f.suppressed())));
    }
}
