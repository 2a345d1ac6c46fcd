package io.synthaudit.io.report;

import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.report.ReportFinding;
import io.synthaudit.core.report.ReportFinding.ReportAttack;
import io.synthaudit.core.report.ReportFinding.ReportGame;
import io.synthaudit.core.report.ReportFinding.ReportInterval;
import io.synthaudit.core.report.ReportFinding.Side;

/** Writes the members of a finding. */
final class FindingWriter {

    private final JsonText json;

    FindingWriter(JsonText json) {
        this.json = json;
    }

    void write(ReportFinding f) {
        json.string("key", f.key())
                .string("evaluation", f.evaluation())
                .string("version", f.version())
                .string("measure", f.measure())
                .string("variant", f.variant())
                .map("params", f.params())
                .object("target", () -> target(f.target()))
                .word("status", f.status())
                .object("reason", f.reason(), r -> json.string("code", r.code()).string("text", r.text()))
                .string("scope", f.scope())
                .number("value", f.value())
                .number("bias", f.bias());
        interval(f.interval());
        json.string("noInterval", f.noInterval());
        json.object("yardstick", f.yardstick(), this::sided);
        json.object("matched", f.matched(), this::sided);
        json.object("excess", f.excess(), this::bare);
        json.object("rows", () -> json.count("reference", f.referenceRows()).count("candidate", f.candidateRows()));
        json.string("sentence", f.sentence());
        json.object("attack", f.attack(), this::attack);
    }

    private void target(Target t) {
        json.word("kind", t.kind())
                .strings("columns", t.columns())
                .strings("given", t.given())
                .string("subgroup", t.subgroup());
    }

    private void interval(ReportInterval interval) {
        json.object(
                "interval",
                interval,
                i -> json.number("lower", i.lower())
                        .number("upper", i.upper())
                        .number("level", i.level())
                        .string("method", i.method()));
    }

    private void bare(Side side) {
        json.number("value", side.value());
        interval(side.interval());
    }

    private void sided(Side side) {
        bare(side);
        json.count("rows", side.rows());
    }

    private void attack(ReportAttack attack) {
        if (attack.goal() == null) {
            json.string("threatModel", null);
        } else {
            json.object(
                    "threatModel",
                    () -> json.string("goal", attack.goal())
                            .string("access", attack.access())
                            .strings("knowledge", attack.knowledge())
                            .string("targets", attack.targets()));
        }
        json.array("games", attack.games(), g -> json.object(null, () -> game(g)));
        json.number("minimumDetectable", attack.minimumDetectable());
    }

    private void game(ReportGame game) {
        json.string("game", game.game())
                .number("share", game.share())
                .number("successes", game.successes())
                .number("trials", game.trials())
                .number("value", game.value());
        interval(game.interval());
    }
}
