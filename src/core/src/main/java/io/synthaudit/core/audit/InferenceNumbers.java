package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Attack;
import io.synthaudit.core.evaluation.AttackDetail;
import io.synthaudit.core.evaluation.Game;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Outcome.RareValue;
import io.synthaudit.core.evaluation.Outcome.SecretGuesses;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.interval.DesignEffect;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Proportions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns guesses of secrets into numbers: success on training targets minus success on holdout targets, and more. */
final class InferenceNumbers {

    private static final int FEWEST_TARGETS = 20;

    private InferenceNumbers() {}

    static List<Observation> of(Attack attack, List<SecretGuesses> secrets, Run run) {
        List<Observation> result = new ArrayList<>();
        for (SecretGuesses secret : secrets) {
            boolean enough = secret.main().length >= FEWEST_TARGETS && secret.control().length >= FEWEST_TARGETS;
            if (enough) {
                add(result, attack, secret, run.level());
            } else {
                result.addAll(Observation.none(
                        attack.description(),
                        secret.target(),
                        new Reason(
                                "too-few",
                                secret.target().given().isEmpty()
                                        ? "Nothing is known from which this column could be guessed."
                                        : "Fewer than 20 targets on a side have a value of this column.")));
            }
        }
        return result;
    }

    private static void add(List<Observation> result, Attack attack, SecretGuesses s, double level) {
        double main = mean(s.main());
        double control = mean(s.control());
        double mainRows = effective(s.main(), s.mainPerson());
        double controlRows = effective(s.control(), s.controlPerson());
        Estimate mainRate = Proportions.share(main * mainRows, mainRows, 1, level);
        Estimate controlRate = Proportions.share(control * controlRows, controlRows, 1, level);
        Estimate excess = Proportions.differenceOfRates(main, mainRows, control, controlRows, level);
        Estimate overBaseline = Proportions.pairedMean(s.main(), s.mainBaseline(), s.mainPerson(), level);
        double baseline = mean(s.mainBaseline());
        AttackDetail detail = new AttackDetail(
                attack.threatModel(),
                List.of(
                        game(Game.Kind.MAIN, s.main(), mainRate),
                        game(Game.Kind.CONTROL, s.control(), controlRate),
                        game(
                                Game.Kind.BASELINE,
                                s.mainBaseline(),
                                Proportions.share(baseline * mainRows, mainRows, 1, level))),
                Double.NaN);
        long n = s.main().length;
        long h = s.control().length;
        String weak = overBaseline.hasInterval() && overBaseline.interval().lower() > 0
                ? ""
                : "The attacker does not clearly beat one who ignores the synthetic table.";
        result.add(Observation.of("excess", s.target(), excess, n, h).note(weak).attack(detail));
        result.add(Observation.of("success", s.target(), mainRate, n, h)
                .yardstick(controlRate, h)
                .excess(excess)
                .attack(detail));
        result.add(
                Observation.of("over-baseline", s.target(), overBaseline, n, h).attack(detail));
        rare(result, s, level);
    }

    /** Rows behind a rate are the targets that it is over, so that a rate over a handful of people is held back. */
    private static void rare(List<Observation> result, SecretGuesses s, double level) {
        RareValue r = s.rare();
        if (r == null) {
            Reason none = new Reason(
                    "no-rare-value", "The secret is a number, or no value of it has at least 50 training rows.");
            result.add(Observation.not("rare-precision", s.target(), none));
            result.add(Observation.not("rare-recall", s.target(), none));
            return;
        }
        result.add(
                rate("rare-precision", s, r.mainHits(), r.mainGuessed(), r.controlHits(), r.controlGuessed(), level));
        result.add(rate("rare-recall", s, r.mainHits(), r.mainTrue(), r.controlHits(), r.controlTrue(), level));
    }

    private static Observation rate(
            String measure, SecretGuesses s, double k1, double n1, double k2, double n2, double level) {
        if (n1 < 1 || n2 < 1) {
            return Observation.not(
                    measure,
                    s.target(),
                    new Reason("too-few", "The rare value is not met among the targets of a side."));
        }
        Estimate difference = Proportions.differenceOfRates(Math.min(1, k1 / n1), n1, Math.min(1, k2 / n2), n2, level);
        return Observation.of(measure, s.target(), difference, (long) Math.min(n1, n2), (long) n1);
    }

    private static Game game(Game.Kind kind, double[] success, Estimate rate) {
        return new Game(kind, Double.NaN, Arrays.stream(success).sum(), success.length, rate.value(), rate.interval());
    }

    private static double effective(double[] values, int[] person) {
        return person == null
                ? values.length
                : DesignEffect.effective(values.length, DesignEffect.ofClusters(values, person));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
