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
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.table.Schema;
import io.synthaudit.learn.model.GradientBoosting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What each column loses when it is predicted by models that learned from the synthetic table: whether structure is kept
 * without a chosen task.
 *
 * <p>Each content column in turn is the target, all others predict it by gradient boosting, learned from k synthetic and from k
 * training rows, both tested on the holdout: the difference of the areas under the ROC curve for categories, of \(R^2\) for
 * numbers.
 *
 * <ul>
 *   <li><b>Range</b>: as {@code utility.tstr} and {@code utility.tstr-number}. 0 is no loss.
 *   <li><b>Applies to</b>: content columns of numbers, instants and 2 to 50 categories, when asked for with {@code
 *       --every-target}.
 *   <li><b>Missing cells</b>: a feature's are a mark of their own; rows without the target are left out.
 *   <li><b>Interval</b>: over test rows, paired, by person where persons own several; the choice of rows learned from is not
 *       covered.
 *   <li><b>Yardstick</b>: the difference has the real side in it; a fresh table would score 0 on average.
 *   <li><b>Cost</b>: two fits per column on at most 4,000 rows, tested on at most 4,000.
 * </ul>
 *
 * <p>A column that nothing predicts loses nothing; see its area or \(R^2\) beside the difference.
 *
 * @see <a href="https://arxiv.org/abs/2509.11950">Jiang et al. (2025), TabStruct: utility per feature</a>
 */
@AutoService(TableEvaluation.class)
public final class EveryTarget implements TableEvaluation {

    private static final int MOST_ROWS = 4_000;

    private static final Measure AREAS = new Measure(
                    "auc-difference", "1", "[-1, 1]", Direction.HIGHER, Measure.Against.OWN)
            .called("difference of the areas under the ROC curve");
    private static final Measure AREA =
            new Measure("auc", "1", "[0, 1]", Direction.HIGHER, Measure.Against.OWN).called("area under the ROC curve");
    private static final Measure SHARES = new Measure(
                    "r2-difference", "1", "(-inf, inf)", Direction.HIGHER, Measure.Against.OWN)
            .called("difference of the shares of variance explained");
    private static final Measure SHARE = new Measure("r2", "1", "(-inf, 1]", Direction.HIGHER, Measure.Against.OWN)
            .called("share of variance explained");

    private static final Description DESCRIPTION = new Description(
            "utility.every-target",
            "1",
            "Every column predicted in turn",
            "Can each column be predicted from the others as well after learning from synthetic rows as from real ones?",
            "Each content column in turn predicted by gradient boosting from all others: area under the ROC curve, or R^2,"
                    + " on holdout rows, learned from synthetic rows minus learned from as many training rows.",
            "A column that nothing predicts loses nothing.",
            Scope.MODEL,
            List.of("holdout"),
            List.of(AREAS, AREA, SHARES, SHARE),
            List.of("Jiang et al. (2025), arXiv:2509.11950"));

    private static final Reason NOT_ASKED = new Reason(
            "not-requested", "It predicts each column in turn and is measured when asked for: --every-target.");
    private static final Reason NO_SUCH = new Reason("kind", "No column is of that kind.");

    /** One column's work: what it gives is known when all tasks are done. */
    private record Task(Contest classes, NumberContest numbers) {}

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        if (!run.everyTarget()) {
            return Observation.none(DESCRIPTION, Target.TABLE, NOT_ASKED);
        }
        Schema schema = run.tables().schema();
        List<Task> tasks = new ArrayList<>();
        for (int column : schema.content()) {
            boolean classes = schema.field(column).kind().isCategory();
            tasks.add(new Task(
                    classes ? Contest.apart(run, column, MOST_ROWS) : null,
                    classes ? null : NumberContest.of(run, column, MOST_ROWS)));
        }
        List<List<Observation>> found =
                new ArrayList<>(tasks.stream().map(t -> List.<Observation>of()).toList());
        run.parallel(tasks.size(), i -> {
            Task task = tasks.get(i);
            List<Observation> own = task.classes() != null
                    ? classes(task.classes(), run.level())
                    : numbers(task.numbers(), run.level());
            found.set(i, own);
        });
        List<Observation> all = new ArrayList<>();
        found.forEach(all::addAll);
        for (Measure measure : DESCRIPTION.measures()) {
            if (all.stream().noneMatch(o -> o.measure().equals(measure.id()))) {
                all.add(Observation.not(measure.id(), Target.TABLE, NO_SUCH));
            }
        }
        return all;
    }

    private static List<Observation> classes(Contest contest, double level) {
        if (contest.noSynthetic() != null) {
            return not(contest.target(), contest.noSynthetic(), AREAS, AREA);
        }
        GradientBoosting learner = new GradientBoosting();
        int k = contest.sides().k();
        Predictions made = Predictions.of(
                learner, contest.sides().equalMade(), contest.labels(), contest.features(), contest.test());
        Predictions real = Predictions.of(
                learner, contest.sides().equalReal(), contest.labels(), contest.features(), contest.test());
        long n = contest.test().labels().length;
        String note = note(k) + contest.testNote() + contest.syntheticNote(made);
        return List.of(
                Observation.of(
                                AREAS.id(),
                                contest.target(),
                                Discrimination.difference(
                                        contest.test(), made.probabilities(), real.probabilities(), level),
                                n,
                                k)
                        .note(note),
                Observation.of(
                                AREA.id(),
                                contest.target(),
                                Discrimination.area(contest.test(), made.probabilities(), level),
                                n,
                                k)
                        .yardstick(Discrimination.area(contest.test(), real.probabilities(), level), k)
                        .note(note));
    }

    private static List<Observation> numbers(NumberContest contest, double level) {
        if (contest.unfit() != null) {
            return not(contest.target(), contest.unfit(), SHARES, SHARE);
        }
        GradientBoosting learner = new GradientBoosting();
        int k = contest.sides().k();
        double[] made = contest.predict(learner, contest.sides().equalMade());
        double[] real = contest.predict(learner, contest.sides().equalReal());
        NumberScores scores = contest.scores();
        long n = contest.test().rows();
        return List.of(
                Observation.of(SHARES.id(), contest.target(), scores.r2Difference(made, real, level), n, k)
                        .note(note(k) + contest.note()),
                Observation.of(SHARE.id(), contest.target(), scores.r2(made, level), n, k)
                        .yardstick(scores.r2(real, level), k)
                        .note(note(k) + contest.note()));
    }

    private static String note(int k) {
        return "Both models learned from " + k + " rows. The interval covers the choice of test rows alone. ";
    }

    private static List<Observation> not(Target target, Reason reason, Measure... measures) {
        return Arrays.stream(measures)
                .map(m -> Observation.not(m.id(), target, reason))
                .toList();
    }
}
