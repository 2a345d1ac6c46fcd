package io.synthaudit.attacks.membership;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Attack;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Outcome;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.ThreatModel;
import io.synthaudit.learn.neighbour.CrossFit;
import io.synthaudit.learn.neighbour.Gower;
import io.synthaudit.learn.neighbour.Nearest;
import io.synthaudit.learn.neighbour.Neighbourhood;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Membership inference by distance: who lies near the synthetic table was probably in training.
 *
 * <p>Two scores of a target \(x\), larger for members: the raw distance \(-d(x, S)\), and the log-ratio
 * \[ -\log \frac{d(x, S) + \varepsilon}{d(x, R) + \varepsilon}, \qquad \varepsilon = 10^{-6}, \] which forgives targets that
 * lie in a crowd. R is half of the holdout, never with x in it ({@link CrossFit}). A difference of the two distances instead
 * of their ratio sees next to nothing of an exact copy that stands near other people.
 *
 * <ul>
 *   <li><b>How to read</b>: AUC .5, advantage 0 and a true positive rate equal to the false positive rate are guessing. Averages
 *       hide the few who are exposed: the rate at 1 % false positives does not.
 *   <li><b>Applies to</b>: at least 50 persons of training and of the holdout whose row is nobody else's.
 *   <li><b>Missing cells</b>: as in {@link Gower}.
 *   <li><b>Persons</b>: where persons own several rows a person's score is that of the most exposed row.
 *   <li><b>Cost</b>: searches of training and holdout in the synthetic table and in half the holdout.
 * </ul>
 *
 * <p>Persons whose row is also another person's, in training or the holdout, are attacked on neither side: nobody could tell
 * them apart, and without them members and non-members are alike unless something was copied. It is a weak attacker:
 * one who knows the generator can do better.
 *
 * @see <a href="https://arxiv.org/abs/1909.03935">Chen et al. (2020), GAN-Leaks</a>
 */
@AutoService(Attack.class)
public final class DistanceMembership implements Attack {

    private static final double EPSILON = 1e-6;
    private static final int FEWEST = 50;

    private static final Description DESCRIPTION = new Description(
            "attack.membership.distance",
            "2",
            "Membership inference by distance",
            "Can someone who holds a person's row tell from the released table whether that person was in training?",
            "Scores: raw = -d(x, S); log-ratio = -log((d(x, S) + 1e-6) / (d(x, R) + 1e-6)), R one half of the holdout that does not"
                    + " hold x (members: either half, by a seeded coin). Members are training rows that equal no holdout row,"
                    + " non-members all holdout rows; persons with several rows count once, with their largest score. The finding"
                    + " is the larger of both scores' numbers.",
            "A weak attacker: one who knows the generator can do better, so a low number is no proof of safety. AUC and advantage"
                    + " are averages and hide a few exposed persons.",
            Scope.RELEASE,
            List.of("holdout"),
            List.of(
                    new Measure("auc", "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN)
                            .called("area under the attack's ROC curve"),
                    new Measure("advantage", "1", "[-1, 1]", Direction.LOWER, Measure.Against.OWN)
                            .called("attacker's advantage"),
                    new Measure("tpr-at-fpr-0.01", "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN)
                            .called("excess of the true positive rate at a false positive rate of 1 %")),
            List.of(
                    "Chen et al. (2020), GAN-Leaks, https://arxiv.org/abs/1909.03935",
                    "Carlini et al. (2022), Membership Inference Attacks From First Principles, https://arxiv.org/abs/2112.03570",
                    "Yao et al. (2025), The DCR Delusion, https://arxiv.org/abs/2505.01524"));

    private static final ThreatModel THREAT = new ThreatModel(
            "Tell whether a person's row was in the training table",
            "synthetic-only",
            List.of("the person's whole row", "other rows of the same population"),
            "every training person, and as non-members every holdout person");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public ThreatModel threatModel() {
        return THREAT;
    }

    @Override
    public Outcome play(Run run) {
        if (run.control().isEmpty()) {
            return new Outcome.NotPlayed(run.noControl());
        }
        Neighbourhood neighbours = Neighbourhood.of(run);
        if (!neighbours.isMeasurable()) {
            return new Outcome.NotPlayed(new Reason(
                    "no-columns",
                    "Every column is a key, an identifier or text, so that there is nothing to measure distances by."));
        }
        Optional<Reason> uncontrolled = neighbours.uncontrolled();
        if (uncontrolled.isPresent()) {
            return new Outcome.NotPlayed(uncontrolled.get());
        }
        Targets.Sides sides = Targets.of(run);
        Targets nonMembers = sides.nonMembers();
        if (nonMembers.persons() < FEWEST) {
            return tooFew("holdout");
        }
        Targets members = sides.members();
        if (members.persons() < FEWEST) {
            return tooFew("training");
        }
        Nearest ours = neighbours.trainingToSynthetic();
        Nearest theirs = neighbours.holdoutToSynthetic();
        CrossFit reference = neighbours.crossFit();
        return new Outcome.Scores(List.of(
                scores("raw", members, x -> -ours.distance(x), nonMembers, x -> -theirs.distance(x)),
                scores(
                        "log-ratio",
                        members,
                        x -> logRatio(ours.distance(x), reference.training(x)),
                        nonMembers,
                        x -> logRatio(theirs.distance(x), reference.holdout(x)))));
    }

    private static Outcome.ScoreSet scores(
            String name, Targets members, IntToDoubleFunction ours, Targets nonMembers, IntToDoubleFunction theirs) {
        return new Outcome.ScoreSet(name, members.worst(ours), nonMembers.worst(theirs));
    }

    private static double logRatio(double toSynthetic, double toReference) {
        return -StrictMath.log((toSynthetic + EPSILON) / (toReference + EPSILON));
    }

    /** How many there are is not said: it is a number of real persons, and small. */
    private static Outcome tooFew(String table) {
        return new Outcome.NotPlayed(new Reason(
                "too-few", "It needs at least " + FEWEST + " " + table + " persons whose row is nobody else's."));
    }
}
