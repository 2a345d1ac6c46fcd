package io.synthaudit.metrics.utility;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.TwoLevel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether the synthetic table ranks learners as the real one does: who chooses a model on it, chooses rightly.
 *
 * <p>Kendall's \(\tau_b\) between the areas under the ROC curve, on holdout rows, of learners (class shares alone, logistic
 * regression, forest, boosting, nearest neighbours, and those of other libraries found) that learned from training rows, and from as many synthetic rows.
 *
 * <ul>
 *   <li><b>Range</b>: \([-1, 1]\). 1 is the same order.
 *   <li><b>Applies to</b>: each target column with 2 to 50 categories, given all other content columns.
 *   <li><b>Missing cells</b>: as {@code utility.tstr}.
 *   <li><b>Interval</b>: Student's, by 12 refits on at most 2,000 rows drawn with repetition, each on test rows drawn with
 *       repetition. Ranks of smaller samples vary more, so it is rather too wide.
 *   <li><b>Yardstick</b>: mean of the same between refits on different draws of training rows.
 *   <li><b>Cost</b>: shared with {@code utility.tstr} and {@code utility.learners}.
 * </ul>
 *
 * <p>Learners that are equally good are ranked by chance, and tau says nothing of how much a wrong choice costs.
 *
 * @see <a href="https://doi.org/10.1093/biomet/30.1-2.81">Kendall (1938)</a>
 */
@AutoService(TableEvaluation.class)
public final class ModelRanks implements TableEvaluation {

    private static final Measure TAU = new Measure("kendall", "1", "[-1, 1]", Direction.HIGHER, Measure.Against.OWN)
            .called("rank correlation of learners");

    private static final Description DESCRIPTION = new Description(
            "utility.model-ranks",
            "1",
            "Ranks of learners",
            "Is the learner that is best on the synthetic table also best on the real one?",
            "Kendall's tau-b between the areas under the ROC curve of class shares alone, logistic regression, forest,"
                    + " boosting and nearest neighbours (and learners of other libraries, where found) trained on real and on as many synthetic"
                    + " rows, tested on the holdout.",
            "Learners that are equally good are ranked by chance.",
            Scope.MODEL,
            List.of("holdout", "target"),
            List.of(TAU),
            List.of("Kendall (1938), doi:10.1093/biomet/30.1-2.81"));

    private static final Reason ALIKE = new Reason("constant", "All learners score the same on one of the tables.");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        return Contest.observe(run, DESCRIPTION, contest -> List.of(observe(run, contest)));
    }

    private static Observation observe(Run run, Contest contest) {
        List<Match> matches =
                Rival.all().stream().map(r -> Match.of(run, contest, r)).toList();
        List<Refits> refits =
                Rival.all().stream().map(r -> Refits.of(run, contest, r)).toList();
        double[] real = areas(matches.size(), i -> area(contest, matches.get(i).trainingEqual()));
        double[] made = areas(matches.size(), i -> area(contest, matches.get(i).syntheticEqual()));
        double value = RankAgreement.of(real, made);
        int times = refits.get(0).each().length;
        double[] repeated = new double[times];
        double[] fresh = new double[times];
        for (int b = 0; b < times; b++) {
            Refits.Refit[] own = at(refits, b);
            Refits.Refit[] next = at(refits, (b + 1) % times);
            double[] realHere = areas(own.length, i -> own[i].realElsewhere());
            repeated[b] = RankAgreement.of(realHere, areas(own.length, i -> own[i].madeElsewhere()));
            fresh[b] = RankAgreement.of(realHere, areas(next.length, i -> next[i].realElsewhere()));
        }
        double[] known = Arrays.stream(repeated).filter(v -> !Double.isNaN(v)).toArray();
        if (Double.isNaN(value) || known.length < 2) {
            return Observation.not(TAU.id(), contest.target(), ALIKE);
        }
        Predictions any = matches.get(0).syntheticEqual();
        double yardstick =
                Arrays.stream(fresh).filter(v -> !Double.isNaN(v)).average().orElse(0);
        return Observation.of(
                        TAU.id(),
                        contest.target(),
                        TwoLevel.ofRepeated(value, known, -1, 1, run.level()),
                        matches.get(0).trainingEqual().rows(),
                        any.rows())
                .yardstick(
                        Estimate.point(yardstick, "It is a mean over pairs of refits."),
                        refits.get(0).rows())
                .note("Learners: class shares alone, "
                        + Rival.all().stream().map(r -> r.word(true)).collect(Collectors.joining(", ")) + ". "
                        + contest.testNote() + contest.syntheticNote(any)
                        + " The yardstick is of models that learned from "
                        + refits.get(0).rows() + " rows.");
    }

    private static Refits.Refit[] at(List<Refits> refits, int b) {
        return refits.stream().map(r -> r.each()[b]).toArray(Refits.Refit[]::new);
    }

    private static double area(Contest contest, Predictions predictions) {
        return Discrimination.value(contest.test(), predictions.probabilities());
    }

    /** Areas of all learners; that of class shares alone, 0.5, comes first. */
    private static double[] areas(int learners, java.util.function.IntToDoubleFunction of) {
        double[] all = new double[learners + 1];
        all[0] = 0.5;
        for (int i = 0; i < learners; i++) {
            all[i + 1] = of.applyAsDouble(i);
        }
        return all;
    }
}
