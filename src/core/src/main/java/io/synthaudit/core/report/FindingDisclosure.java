package io.synthaudit.core.report;

import io.synthaudit.core.evaluation.AttackDetail;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Finding.Measurement;
import io.synthaudit.core.evaluation.Game;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Subject;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.report.ReportFinding.ReportAttack;
import io.synthaudit.core.report.ReportFinding.ReportGame;
import io.synthaudit.core.report.ReportFinding.ReportReason;
import io.synthaudit.core.report.ReportFinding.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns findings into what a report may say of them: rounded, cleaned, or held back. Sentences come later. */
final class FindingDisclosure {

    private final Rounding rounding;
    private final Withheld withheld;
    private final Texts texts;
    private final long synthetic;
    private final Map<String, Integer> renamed = new HashMap<>();
    private int subgroups;

    /** @param synthetic rows of the synthetic table, the one count that needs no rounding */
    FindingDisclosure(Rounding rounding, Withheld withheld, Texts texts, long synthetic) {
        this.rounding = rounding;
        this.withheld = withheld;
        this.texts = texts;
        this.synthetic = synthetic;
    }

    /** How many subgroups were left without their name. */
    int subgroups() {
        return subgroups;
    }

    /** The finding without its sentence. */
    ReportFinding of(Finding finding) {
        Subject subject = subject(finding);
        if (isHeldBack(finding)) {
            return without(subject, Status.SUPPRESSED, Ledger.SUPPRESSED);
        }
        return finding.fold(
                m -> measured(subject, m),
                n -> without(subject, Status.NOT_APPLICABLE, n.reason()),
                f -> without(subject, Status.FAILED, f.reason()));
    }

    private static boolean isHeldBack(Finding finding) {
        return finding instanceof Measurement m && m.restsOnFew();
    }

    private ReportFinding measured(Subject s, Measurement m) {
        return new ReportFinding(
                s.key(),
                s.description().id(),
                s.description().version(),
                s.measure().id(),
                s.variant(),
                s.params(),
                s.target(),
                Status.MEASURED,
                null,
                s.description().scope().name(),
                rounding.value(m.estimate().value()),
                rounding.value(m.estimate().bias()),
                rounding.interval(m.estimate().interval()),
                texts.clean(m.estimate().noInterval()),
                rounding.side(m.yardstick(), m.matchedRows()),
                rounding.side(m.matched(), m.matchedRows()),
                rounding.side(m.excess(), 0),
                rounding.rows(m.referenceRows()),
                m.candidateRows() == synthetic ? synthetic : rounding.rows(m.candidateRows()),
                "",
                m.attack() == null ? null : attack(m.attack()));
    }

    private ReportFinding without(Subject s, Status status, Reason reason) {
        return new ReportFinding(
                s.key(),
                s.description().id(),
                s.description().version(),
                s.measure().id(),
                s.variant(),
                s.params(),
                s.target(),
                status,
                new ReportReason(reason.code(), texts.clean(reason.text())),
                s.description().scope().name(),
                Double.NaN,
                Double.NaN,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                "",
                null);
    }

    private ReportAttack attack(AttackDetail detail) {
        List<ReportGame> games = detail.games().stream().map(this::game).toList();
        double detectable = rounding.value(detail.minimumDetectable());
        var model = detail.threatModel();
        return model == null
                ? new ReportAttack(null, null, List.of(), null, games, detectable)
                : new ReportAttack(model.goal(), model.access(), model.knowledge(), model.targets(), games, detectable);
    }

    private ReportGame game(Game game) {
        // Repetitions of a control are no people: rounding 18 alarms to 20 would turn its meaning around.
        boolean people = game.kind() != Game.Kind.PERMUTED && game.kind() != Game.Kind.SPIKE;
        return new ReportGame(
                game.kind().name(),
                rounding.value(game.share()),
                people ? rounding.sum(game.successes()) : finite(game.successes()),
                people ? rounding.sum(game.trials()) : finite(game.trials()),
                rounding.value(game.value()),
                rounding.interval(game.interval()));
    }

    private static double finite(double v) {
        return Double.isFinite(v) ? v + 0.0 : Double.NaN;
    }

    /** The subject with a clean variant, clean parameters and no name of a small subgroup; its key stays unique. */
    private Subject subject(Finding finding) {
        Subject s = finding.subject();
        Map<String, String> params = new TreeMap<>();
        s.params().forEach((name, value) -> params.put(name, word(value)));
        Subject clean = new Subject(s.description(), s.measure(), word(s.variant()), params, target(finding));
        String key = clean.key();
        if (key.equals(s.key())) {
            return clean;
        }
        int number = renamed.merge(key, 1, Integer::sum);
        params.put("withheld", Integer.toString(number));
        return new Subject(clean.description(), clean.measure(), clean.variant(), params, clean.target());
    }

    private String word(String value) {
        return withheld.holds(value) ? Withheld.MARK : texts.clean(value);
    }

    private Target target(Finding finding) {
        Target t = finding.subject().target();
        if (t.subgroup() == null) {
            return t;
        }
        String name = isHeldBack(finding) ? Withheld.MARK : word(t.subgroup());
        if (!name.equals(t.subgroup())) {
            subgroups++;
        }
        return new Target(t.kind(), t.columns(), t.given(), name);
    }
}
