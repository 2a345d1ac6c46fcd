package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Attack;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Outcome;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Subject;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.evaluation.Target;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Runs evaluations that need rows and makes findings of what they observed. */
final class RowEvaluations {

    private RowEvaluations() {}

    static List<Finding> of(TableEvaluation evaluation, Run run) {
        return guarded(evaluation.description(), () -> evaluation.evaluate(run));
    }

    static List<Finding> of(Attack attack, Run run) {
        return guarded(attack.description(), () -> observations(attack, run));
    }

    /** What an attack's play comes to in numbers. */
    static List<Observation> observations(Attack attack, Run run) {
        Outcome outcome = attack.play(run);
        if (outcome instanceof Outcome.Scores scores) {
            return MembershipNumbers.of(attack, scores.sets(), run);
        }
        if (outcome instanceof Outcome.Guesses guesses) {
            return InferenceNumbers.of(attack, guesses.secrets(), run);
        }
        if (outcome instanceof Outcome.NotPlayed not) {
            return Observation.none(attack.description(), Target.TABLE, not.reason());
        }
        throw new IllegalStateException("an attack gives scores, guesses or a reason");
    }

    /** Findings of what some work observed; if it breaks, that is the finding. */
    static List<Finding> guarded(Description description, Supplier<List<Observation>> work) {
        try {
            return work.get().stream().map(o -> finding(description, o)).toList();
        } catch (RuntimeException e) {
            return description.measures().stream()
                    .<Finding>map(m -> new Finding.Failed(
                            new Subject(description, m, "", Map.of(), Target.TABLE), Failures.reason(e)))
                    .toList();
        }
    }

    private static Finding finding(Description description, Observation o) {
        Subject subject =
                new Subject(description, description.measure(o.measure()), o.variant(), o.params(), o.target());
        if (o.reason() != null) {
            return new Finding.NotApplicable(subject, o.reason());
        }
        return new Finding.Measurement(
                subject,
                o.estimate(),
                o.yardstick(),
                o.matched(),
                o.excess(),
                o.yardstickRows(),
                o.fresh(),
                0,
                o.referenceRows(),
                o.candidateRows(),
                o.note(),
                o.attack());
    }
}
