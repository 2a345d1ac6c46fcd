package io.synthaudit.metrics.utility;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a model that learned from the synthetic table predicts a target of rows that the generator never saw.
 *
 * <p>Logistic regression is fitted on all synthetic rows; AUC is \[ A = P(s_+ > s_-) + \tfrac12 P(s_+ = s_-) \] over holdout
 * rows, with the rarer training class positive, or the mean of all one-against-rest areas of more than two classes.
 * {@code auc-difference} is that area minus the area of the same learner on real training rows, both on min(n, m) rows.
 *
 * <ul>
 *   <li><b>Range</b>: areas and accuracies \([0, 1]\), the difference \([-1, 1]\). Larger is better; 0.5 is chance.
 *   <li><b>Applies to</b>: each target column with 2 to 50 categories, given all other content columns.
 *   <li><b>Missing cells</b>: a feature's are a mark of their own; rows without a target are left out and counted. A class
 *       that the synthetic table lacks is never predicted, so its rows are errors.
 *   <li><b>Interval</b>: DeLong, paired for the difference, by person where persons own several rows; balanced accuracy by
 *       Wilson per class. Test rows only: the choice of rows learned from is not covered.
 *   <li><b>Yardstick</b>: the same learner on min(n, m) training rows.
 *   <li><b>Cost</b>: up to four fits per target, shared with {@code utility.trtr}.
 * </ul>
 *
 * <p>A model that needs only a few strong columns is satisfied by a table that is wrong in all the others.
 *
 * @see <a href="https://arxiv.org/abs/1706.02633">Esteban, Hyland and Raetsch (2017)</a>
 */
@AutoService(TableEvaluation.class)
public final class TrainSyntheticTestReal implements TableEvaluation {

    private static final Measure AUC =
            new Measure("auc", "1", "[0, 1]", Direction.HIGHER, Measure.Against.OWN).called("area under the ROC curve");
    private static final Measure ACCURACY = new Measure(
                    "balanced-accuracy", "1", "[0, 1]", Direction.HIGHER, Measure.Against.OWN)
            .called("balanced accuracy");
    private static final Measure DIFFERENCE = new Measure(
                    "auc-difference", "1", "[-1, 1]", Direction.HIGHER, Measure.Against.OWN)
            .called("difference of the areas under the ROC curve");
    private static final Measure FLOOR = new Measure(
                    "floor-balanced-accuracy", "1", "[0, 1]", Direction.NONE, Measure.Against.OWN)
            .called("balanced accuracy that knows nothing of the other columns");

    private static final Description DESCRIPTION = new Description(
            "utility.tstr",
            "1",
            "Train on synthetic, test on real",
            "Do models that learn from the synthetic table predict real rows?",
            "Area under the ROC curve, on holdout rows, of a logistic regression (lambda 0.5) that learned to predict the"
                    + " target from the synthetic table; auc-difference is that area minus the one learned from training"
                    + " rows, both on as many rows as the smaller table has.",
            "A few strong columns may carry the prediction while all the others are wrong.",
            Scope.MODEL,
            List.of("holdout", "target"),
            List.of(AUC, ACCURACY, DIFFERENCE, FLOOR),
            List.of(
                    "Esteban, Hyland and Raetsch (2017), arXiv:1706.02633",
                    "DeLong et al. (1988), doi:10.2307/2531595"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        List<Observation> all = new ArrayList<>();
        for (Contest contest : Contest.of(run)) {
            all.addAll(
                    contest.noSynthetic() != null
                            ? Observation.none(DESCRIPTION, contest.target(), contest.noSynthetic())
                            : observe(contest, run.level()));
        }
        return all;
    }

    private static List<Observation> observe(Contest contest, double level) {
        Target target = contest.target();
        TestRows test = contest.test();
        Predictions made = contest.synthetic();
        Predictions real = contest.trainingEqual();
        long n = test.labels().length;
        String note = contest.testNote() + contest.absentNote();
        Estimate difference =
                Discrimination.difference(test, contest.syntheticEqual().probabilities(), real.probabilities(), level);
        return List.of(
                Observation.of(AUC.id(), target, Discrimination.area(test, made.probabilities(), level), n, made.rows())
                        .yardstick(Discrimination.area(test, real.probabilities(), level), real.rows())
                        .note(note),
                Observation.of(
                                ACCURACY.id(),
                                target,
                                BalancedAccuracy.of(test, made.probabilities(), level),
                                n,
                                made.rows())
                        .yardstick(BalancedAccuracy.of(test, real.probabilities(), level), real.rows())
                        .note(note),
                Observation.of(
                                DIFFERENCE.id(),
                                target,
                                difference,
                                n,
                                contest.syntheticEqual().rows())
                        .note("Both models learned from " + real.rows() + " rows. " + note
                                + " The interval covers the choice of test rows; the error from the choice of training rows"
                                + " is not covered."),
                Observation.of(
                                FLOOR.id(),
                                target,
                                Estimate.point(
                                        BalancedAccuracy.value(test, made.floor()),
                                        "It always guesses one class, whatever the row."),
                                n,
                                made.rows())
                        .note("The most frequent class of the synthetic table, guessed for every row."));
    }
}
