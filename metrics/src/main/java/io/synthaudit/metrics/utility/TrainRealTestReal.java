package io.synthaudit.metrics.utility;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a model that learned from all training rows predicts a target of rows that it never saw: what the real table is
 * worth for the task, beside which {@code utility.tstr} is read.
 *
 * <p>Area under the ROC curve and balanced accuracy as in {@link TrainSyntheticTestReal}, learned from every training row.
 *
 * <ul>
 *   <li><b>Range</b>: \([0, 1]\). Larger is better; an area of 0.5 is chance.
 *   <li><b>Applies to</b>: each target column with 2 to 50 categories, given all other content columns.
 *   <li><b>Missing cells</b>: a feature's are a mark of their own; rows without a target are left out and counted.
 *   <li><b>Interval</b>: DeLong, and Wilson per class, over test rows.
 *   <li><b>Cost</b>: one fit per target, shared with {@code utility.tstr}.
 * </ul>
 *
 * <p>It says nothing of the synthetic table. Where it is near 0.5 the target cannot be predicted, and no synthetic table can
 * be told from another by it.
 *
 * @see <a href="https://arxiv.org/abs/1706.02633">Esteban, Hyland and Raetsch (2017)</a>
 */
@AutoService(TableEvaluation.class)
public final class TrainRealTestReal implements TableEvaluation {

    private static final Measure AUC = Scorecard.area(Direction.NONE);
    private static final Measure ACCURACY = Scorecard.accuracy(Direction.NONE);

    private static final Description DESCRIPTION = new Description(
            "utility.trtr",
            "1",
            "Train on real, test on real",
            "How well can the target be predicted at all?",
            "Area under the ROC curve, on holdout rows, of a logistic regression (lambda 0.5) that learned to predict the"
                    + " target from all training rows.",
            "It speaks of the real table only; a stronger learner may find more.",
            Scope.MODEL,
            List.of("holdout", "target"),
            Scorecard.all(List.of(AUC, ACCURACY), Scorecard.others(false)),
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
                    contest.unfit() != null
                            ? Observation.none(DESCRIPTION, contest.target(), contest.unfit())
                            : observe(run, contest));
        }
        return all;
    }

    private static List<Observation> observe(Run run, Contest contest) {
        Predictions real = Match.of(run, contest, Rival.LINEAR).training();
        String note = "Learned from all training rows. " + contest.testNote() + real.encodingNote();
        return new Scorecard.Row(contest.test(), contest.target(), real.rows(), 0, note)
                .scores(real, null, run.level());
    }
}
