package io.synthaudit.metrics.utility;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.table.Table;
import io.synthaudit.learn.model.LogisticRegression;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a model that learned from training rows predicts the target of synthetic rows: whether their answers follow from
 * their other cells as those of real rows do.
 *
 * <p>The logistic regression of {@code utility.trtr}, tested on synthetic rows. Near its score on real rows, the synthetic
 * target hangs together with the rest as the real one does; far below, the relation is lost; above, it is cleaner than in life.
 *
 * <ul>
 *   <li><b>Range</b>: as {@code utility.tstr}. Nearest to the yardstick is best.
 *   <li><b>Applies to</b>: each target column with 2 to 50 categories, given all other content columns.
 *   <li><b>Missing cells</b>: a feature's are a mark of their own; rows without a class that training has are left out.
 *   <li><b>Interval</b>: over test rows: DeLong, Wilson per class, influence of rows.
 *   <li><b>Yardstick</b>: the same model on holdout rows.
 *   <li><b>Cost</b>: one fit per target.
 * </ul>
 *
 * <p>A table of a single typical row per class is predicted without error: read it beside {@code utility.tstr}.
 *
 * @see <a href="https://arxiv.org/abs/1706.02633">Esteban, Hyland and Raetsch (2017)</a>
 */
@AutoService(TableEvaluation.class)
public final class TrainRealTestSynthetic implements TableEvaluation {

    private static final Description DESCRIPTION = new Description(
            "utility.trts",
            "1",
            "Train on real, test on synthetic",
            "Does a model that learned from real rows recognise the target of synthetic ones?",
            "Area under the ROC curve, on synthetic rows, of a logistic regression (lambda 0.5) that learned to predict the"
                    + " target from all training rows; beside it that on holdout rows.",
            "A table of few typical rows is easy to predict and of little use.",
            Scope.MODEL,
            List.of("holdout", "target"),
            Scorecard.all(
                    List.of(Scorecard.area(Direction.NONE), Scorecard.accuracy(Direction.NONE)),
                    Scorecard.others(false)),
            List.of("Esteban, Hyland and Raetsch (2017), arXiv:1706.02633"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        return Contest.observe(run, DESCRIPTION, contest -> observe(run, contest));
    }

    private static List<Observation> observe(Run run, Contest contest) {
        Predictions real = Match.of(run, contest, Rival.LINEAR).training();
        Table table = contest.sides().allMade();
        Labels labels = contest.labels();
        TestRows made = new TestRows(table, labels.of(table), null, labels.classes(), labels.positive(), 0);
        Predictions guesses =
                Predictions.of(new LogisticRegression(), contest.sides().allReal(), labels, contest.features(), made);
        String note = "Learned from all training rows, tested on " + table.rows() + " synthetic rows."
                + contest.repeats().note();
        Scorecard.Row onMade = new Scorecard.Row(made, contest.target(), guesses.rows(), table.rows(), note);
        Scorecard.Row onReal = new Scorecard.Row(contest.test(), contest.target(), guesses.rows(), 0, note);
        List<Observation> scores = onMade.scores(guesses, null, run.level());
        List<Observation> beside = onReal.scores(real, null, run.level());
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            boolean both = scores.get(i).reason() == null && beside.get(i).reason() == null;
            all.add(
                    both
                            ? scores.get(i)
                                    .yardstick(
                                            beside.get(i).estimate(),
                                            contest.test().labels().length)
                            : scores.get(i));
        }
        return all;
    }
}
