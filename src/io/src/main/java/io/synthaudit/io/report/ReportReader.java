package io.synthaudit.io.report;

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
import io.synthaudit.core.report.ReportJudgement;
import io.synthaudit.core.report.ReportProvenance;
import io.synthaudit.core.report.ReportProvenance.GateOutlook;

/** Reads the members of a report. */
final class ReportReader {

    private ReportReader() {}

    static AuditReport report(Members m) {
        if (!m.string("format").equals(ReportJson.FORMAT)) {
            throw new ReportFormatException("report.json.format: expected \"" + ReportJson.FORMAT + "\".");
        }
        return m.end(new AuditReport(
                m.word("audience", Audience.class),
                m.word("verdict", Verdict.class),
                m.words("families", Verdict.class),
                m.smallCount("exitCode"),
                m.object("provenance", ReportReader::provenance),
                m.objects("tables", t -> new TableSize(t.string("role"), t.count("rows"), t.smallCount("columns"))),
                m.objects("catalog", ReportReader::entry),
                m.objects("findings", FindingReader::finding),
                m.objects("judgements", ReportReader::judgement),
                m.objects("series", ReportReader::series),
                m.object("coverage", ReportReader::coverage),
                m.object("disclosure", d -> new DisclosureLog(d.map("rules"), d.strings("actions")))));
    }

    private static ReportProvenance provenance(Members m) {
        return new ReportProvenance(
                m.string("tool"),
                m.string("policy"),
                m.string("policyDigest"),
                m.string("schemaDigest"),
                m.flag("schemaDeclared"),
                m.string("analysesDigest"),
                m.string("syntheticDigest"),
                m.string("seed"),
                m.flag("seedChosen"),
                m.strings("only"),
                m.string("command"),
                m.strings("warnings"),
                m.objects(
                        "attainability", o -> new GateOutlook(o.string("gate"), o.flag("canPass"), o.string("text"))));
    }

    private static CatalogEntry entry(Members m) {
        return new CatalogEntry(
                m.string("evaluation"),
                m.string("version"),
                m.string("title"),
                m.string("definition"),
                m.string("family"),
                m.strings("needs"),
                m.objects(
                        "measures",
                        e -> new CatalogMeasure(
                                e.string("measure"),
                                e.string("unit"),
                                e.string("range"),
                                e.string("direction"),
                                e.string("title"))),
                m.strings("references"),
                m.stringOrNull("rankedBy"));
    }

    private static ReportJudgement judgement(Members m) {
        return new ReportJudgement(
                m.string("gate"),
                m.string("measure"),
                m.string("of"),
                m.word("verdict", Verdict.class),
                m.word("severity", Severity.class),
                m.flag("blocking"),
                m.object("limit", ReportReader::limit),
                m.number("observed"),
                m.number("bound"),
                m.number("margin"),
                m.strings("findings"),
                m.string("because"),
                m.strings("criteria"),
                m.string("reason"));
    }

    private static Limit limit(Members m) {
        double min = m.number("min");
        double max = m.number("max");
        if (Double.isNaN(min) && Double.isNaN(max) || min > max) {
            throw new ReportFormatException("report.json: a judgement's limit needs an end, and min not above max.");
        }
        return new Limit(min, max);
    }

    private static Series series(Members m) {
        return new Series(
                m.string("key"),
                m.string("kind"),
                m.strings("axis"),
                m.objects("lines", l -> new Line(l.string("name"), l.numbers("y"))));
    }

    private static Coverage coverage(Members m) {
        return new Coverage(
                m.smallCount("measured"),
                m.smallCount("notApplicable"),
                m.smallCount("failed"),
                m.smallCount("suppressed"),
                m.smallCount("notRequested"),
                m.objects(
                        "byReason",
                        b -> new ReasonCount(
                                b.string("code"), b.string("text"), b.smallCount("count"), b.strings("evaluations"))),
                m.objects(
                        "byFamily",
                        f -> new FamilyCount(
                                f.string("family"),
                                f.smallCount("measured"),
                                f.smallCount("notApplicable"),
                                f.smallCount("failed"),
                                f.smallCount("suppressed"))));
    }
}
