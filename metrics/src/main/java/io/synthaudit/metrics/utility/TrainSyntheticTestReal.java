package io.synthaudit.metrics.utility;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.TwoLevel;
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
 *   <li><b>Range</b>: areas, accuracies and F1 \([0, 1]\), the difference \([-1, 1]\). Larger is better; an area of 0.5 is
 *       chance. Log-loss and Brier score: smaller is better. A calibration slope of 1 is right, below 1 too bold.
 *   <li><b>Applies to</b>: each target column with 2 to 50 categories, given all other content columns.
 *   <li><b>Missing cells</b>: a feature's are a mark of their own; rows without a target are left out and counted. A class
 *       that the synthetic table lacks is never predicted, so its rows are errors. Synthetic rows that equal a test row are
 *       left out and counted.
 *   <li><b>Interval</b>: of the difference DeLong, paired, for test rows, widened by the variance between 12 refits on rows
 *       drawn with repetition from either table. All other intervals cover test rows only: DeLong, Wilson per class,
 *       influence of rows; all by person where persons own several rows.
 *   <li><b>Yardstick</b>: the same learner on min(n, m) training rows.
 *   <li><b>Cost</b>: up to four fits per target, shared with {@code utility.trtr}, and 24 on at most 2,000 rows.
 * </ul>
 *
 * <p>A model that needs only a few strong columns is satisfied by a table that is wrong in all the others.
 *
 * @see <a href="https://arxiv.org/abs/1706.02633">Esteban, Hyland and Raetsch (2017)</a>
 */
@AutoService(TableEvaluation.class)
public final class TrainSyntheticTestReal implements TableEvaluation {

    private static final Measure AUC = Scorecard.area(Direction.HIGHER);
    private static final Measure ACCURACY = Scorecard.accuracy(Direction.HIGHER);
    static final Measure DIFFERENCE = new Measure(
                    "auc-difference", "1", "[-1, 1]", Direction.HIGHER, Measure.Against.OWN)
            .called("difference of the areas under the ROC curve");
    private static final Measure FLOOR = new Measure(
                    "floor-balanced-accuracy", "1", "[0, 1]", Direction.NONE, Measure.Against.OWN)
            .called("balanced accuracy that knows nothing of the other columns");

    private static final Description DESCRIPTION = new Description(
            "utility.tstr",
            "2",
            "Train on synthetic, test on real",
            "Do models that learn from the synthetic table predict real rows?",
            "Area under the ROC curve, on holdout rows, of a logistic regression (lambda 0.5) that learned to predict the"
                    + " target from the synthetic table; auc-difference is that area minus the one learned from training"
                    + " rows, both on as many rows as the smaller table has, with an interval over test rows and rows"
                    + " learned from.",
            "A few strong columns may carry the prediction while all the others are wrong.",
            Scope.MODEL,
            List.of("holdout", "target"),
            Scorecard.all(List.of(AUC, ACCURACY, DIFFERENCE, FLOOR), Scorecard.others(true)),
            List.of(
                    "Esteban, Hyland and Raetsch (2017), arXiv:1706.02633",
                    "DeLong et al. (1988), doi:10.2307/2531595"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        return Contest.observe(run, DESCRIPTION, contest -> observe(run, contest));
    }

    private static List<Observation> observe(Run run, Contest contest) {
        Match match = Match.of(run, contest, Rival.LINEAR);
        Refits refits = Refits.of(run, contest, Rival.LINEAR);
        TestRows test = contest.test();
        Predictions made = match.synthetic();
        Predictions real = match.trainingEqual();
        long n = test.labels().length;
        String note = contest.testNote() + contest.syntheticNote(made);
        Scorecard.Row row = new Scorecard.Row(test, contest.target(), n, made.rows(), note + made.encodingNote());
        List<Observation> all = new ArrayList<>();
        all.add(row.score(AUC.id(), made, real, run.level()));
        all.add(row.score(ACCURACY.id(), made, real, run.level()));
        all.add(difference(contest, match, refits, Rival.LINEAR, run.level()));
        all.add(Observation.of(
                        FLOOR.id(),
                        contest.target(),
                        Estimate.point(
                                BalancedAccuracy.value(test, made.floor()),
                                "It always guesses one class, whatever the row."),
                        n,
                        made.rows())
                .note("The most frequent class of the synthetic table, guessed for every row."));
        all.addAll(row.others(made, real, run.level()));
        return all;
    }

    /** Area learned from synthetic rows minus area learned from as many training rows. */
    static Observation difference(Contest contest, Match match, Refits refits, Rival rival, double level) {
        Predictions made = match.syntheticEqual();
        Predictions real = match.trainingEqual();
        Estimate tested = Discrimination.difference(contest.test(), made.probabilities(), real.probabilities(), level);
        Estimate value = TwoLevel.of(tested, refits.differences(), rival.share(refits.rows(), real.rows()), -1, 1);
        return Observation.of(
                        DIFFERENCE.id(), contest.target(), value, contest.test().labels().length, made.rows())
                .note("Both models learned from " + real.rows() + " rows. " + contest.testNote()
                        + contest.syntheticNote(match.synthetic()) + refits.note());
    }
}
