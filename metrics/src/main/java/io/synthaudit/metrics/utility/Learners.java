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
import java.util.Map;

/**
 * How well other learners than a logistic regression, which learned from the synthetic table, predict a target of rows that
 * the generator never saw.
 *
 * <p>Random forest, gradient-boosted trees, nearest neighbours and learners of other libraries found, by the definitions of
 * {@code utility.tstr}; in {@code real-auc} the same learner on all training rows, the best that it can do.
 *
 * <ul>
 *   <li><b>Range</b>, <b>Applies to</b>, <b>Missing cells</b>, <b>Yardstick</b>: as {@code utility.tstr}.
 *   <li><b>Interval</b>: as there; refits take three seeds in turn.
 *   <li><b>Cost</b>: per target and learner up to four fits and 24 on at most 1,000 rows. Tables whose sizes differ by less than
 *       1 % are learned from once, on the smaller number of rows. Neighbours are looked for among at most 4,000 rows.
 * </ul>
 *
 * <p>Strong learners find what a generator broke; a table may be good for a linear model and no other.
 *
 * @see <a href="https://arxiv.org/abs/1706.02633">Esteban, Hyland and Raetsch (2017)</a>
 */
@AutoService(TableEvaluation.class)
public final class Learners implements TableEvaluation {

    private static final Measure REAL = new Measure("real-auc", "1", "[0, 1]", Direction.NONE, Measure.Against.OWN)
            .called("area under the ROC curve learned from all training rows");

    private static final Description DESCRIPTION = new Description(
            "utility.learners",
            "1",
            "Train on synthetic, test on real, by other learners",
            "Do forests, boosted trees and nearest neighbours that learn from the synthetic table predict real rows?",
            "Area under the ROC curve, on holdout rows, of a learner that learned to predict the target from the synthetic"
                    + " table; auc-difference is that area minus the one learned from training rows, both on as many rows as"
                    + " the smaller table has.",
            "Learners are used as they come, without tuning; the best one for a task may do better on either table.",
            Scope.MODEL,
            List.of("holdout", "target"),
            Scorecard.all(
                    List.of(
                            Scorecard.area(Direction.HIGHER),
                            Scorecard.accuracy(Direction.HIGHER),
                            TrainSyntheticTestReal.DIFFERENCE,
                            REAL),
                    Scorecard.others(true)),
            List.of(
                    "Esteban, Hyland and Raetsch (2017), arXiv:1706.02633",
                    "Breiman (2001), doi:10.1023/A:1010933404324",
                    "Friedman (2001), doi:10.1214/aos/1013203451"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        return Contest.observe(
                run,
                DESCRIPTION,
                contest -> Rival.all().stream()
                        .filter(rival -> rival != Rival.LINEAR)
                        .flatMap(rival -> observe(run, contest, rival).stream()
                                .map(o -> o.params(Map.of("learner", rival.word(true)))))
                        .toList());
    }

    private static List<Observation> observe(Run run, Contest contest, Rival rival) {
        Match match = Match.of(run, contest, rival);
        Refits refits = Refits.of(run, contest, rival);
        Predictions made = match.synthetic();
        Predictions real = match.trainingEqual();
        long n = contest.test().labels().length;
        String note = contest.testNote() + contest.syntheticNote(made) + rival.settings();
        Scorecard.Row row = new Scorecard.Row(contest.test(), contest.target(), n, made.rows(), note);
        List<Observation> all = new ArrayList<>(row.scores(made, real, run.level()));
        Observation difference = TrainSyntheticTestReal.difference(contest, match, refits, rival, run.level());
        all.add(difference.note(difference.note() + rival.settings()));
        Predictions whole = match.training();
        all.add(Observation.of(
                        REAL.id(),
                        contest.target(),
                        Discrimination.area(contest.test(), whole.probabilities(), run.level()),
                        whole.rows(),
                        0)
                .note("Learned from " + whole.rows() + " training rows. " + contest.testNote() + rival.settings()));
        return all;
    }
}
