package io.synthaudit.io.report;

import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.report.ReportFinding;
import io.synthaudit.core.report.ReportFinding.ReportAttack;
import io.synthaudit.core.report.ReportFinding.ReportGame;
import io.synthaudit.core.report.ReportFinding.ReportInterval;
import io.synthaudit.core.report.ReportFinding.ReportReason;
import io.synthaudit.core.report.ReportFinding.Side;
import io.synthaudit.core.report.ReportFinding.Status;
import java.util.List;

/** Reads the members of a finding. */
final class FindingReader {

    private record Rows(long reference, long candidate) {}

    private record Model(String goal, String access, List<String> knowledge, String targets) {}

    private static final Model NONE = new Model(null, null, List.of(), null);

    private FindingReader() {}

    static ReportFinding finding(Members m) {
        Rows rows = m.object("rows", r -> new Rows(r.count("reference"), r.count("candidate")));
        return new ReportFinding(
                m.string("key"),
                m.string("evaluation"),
                m.string("version"),
                m.string("measure"),
                m.string("variant"),
                m.map("params"),
                m.object("target", FindingReader::target),
                m.word("status", Status.class),
                m.objectOrNull("reason", r -> new ReportReason(r.string("code"), r.string("text"))),
                m.string("scope"),
                m.number("value"),
                m.number("bias"),
                interval(m),
                m.stringOrNull("noInterval"),
                m.objectOrNull("yardstick", FindingReader::sided),
                m.objectOrNull("matched", FindingReader::sided),
                m.objectOrNull("excess", e -> new Side(e.finite("value"), interval(e), 0)),
                rows.reference(),
                rows.candidate(),
                m.string("sentence"),
                m.objectOrNull("attack", FindingReader::attack));
    }

    private static Target target(Members m) {
        return new Target(
                m.word("kind", Target.Kind.class),
                m.strings("columns"),
                m.strings("given"),
                m.stringOrNull("subgroup"));
    }

    private static ReportInterval interval(Members m) {
        return m.objectOrNull(
                "interval",
                i -> new ReportInterval(i.finite("lower"), i.finite("upper"), i.finite("level"), i.string("method")));
    }

    private static Side sided(Members m) {
        return new Side(m.finite("value"), interval(m), m.count("rows"));
    }

    private static ReportAttack attack(Members m) {
        Model given = m.objectOrNull(
                "threatModel",
                t -> new Model(t.string("goal"), t.string("access"), t.strings("knowledge"), t.string("targets")));
        Model model = given == null ? NONE : given;
        return new ReportAttack(
                model.goal(),
                model.access(),
                model.knowledge(),
                model.targets(),
                m.objects("games", FindingReader::game),
                m.number("minimumDetectable"));
    }

    private static ReportGame game(Members m) {
        return new ReportGame(
                m.string("game"),
                m.number("share"),
                m.number("successes"),
                m.number("trials"),
                m.number("value"),
                interval(m));
    }
}
