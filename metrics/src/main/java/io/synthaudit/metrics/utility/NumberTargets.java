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
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.TwoLevel;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.learn.model.Majority;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How well models that learned from the synthetic table predict a number of rows that the generator never saw.
 *
 * <p>Over holdout rows \[ R^2 = 1 - \frac{\sum (y - \hat y)^2}{\sum (y - \bar y)^2}, \] the root of the mean squared error and the
 * mean absolute error, of linear (ridge) regression, forest, boosting, nearest neighbours and learners of other libraries
 * found. {@code r2-difference} is \(R^2\) minus that of the same learner on real training rows, both on min(n, m) rows.
 *
 * <ul>
 *   <li><b>Range</b>: \(R^2\) at most 1, below 0 where the test rows' mean would do better; errors in the unit of the target.
 *   <li><b>Applies to</b>: declared targets of numbers and instants, given all other content columns.
 *   <li><b>Missing cells</b>: a feature's are a mark of their own; rows without the number are left out.
 *   <li><b>Interval</b>: of the difference influence of test rows, widened by the variance between 12 refits on rows drawn with
 *       repetition from either table, three seeds in turn; of all others influence of test rows alone.
 *   <li><b>Yardstick</b>: the same learner on min(n, m) training rows.
 *   <li><b>Cost</b>: per target and learner up to four fits on at most 40,000 rows a side, and 24 on at most 2,000.
 * </ul>
 *
 * <p>A few extreme rows decide a squared error; compare with the mean absolute error.
 *
 * @see <a href="https://arxiv.org/abs/1706.02633">Esteban, Hyland and Raetsch (2017)</a>
 */
@AutoService(TableEvaluation.class)
public final class NumberTargets implements TableEvaluation {

    private static final int MOST_ROWS = 40_000;
    private static final int REFITS = 12;
    private static final int SEEDS = 3;

    private static final Measure R2 = new Measure("r2", "1", "(-inf, 1]", Direction.HIGHER, Measure.Against.OWN)
            .called("share of variance explained");
    private static final Measure DIFFERENCE = new Measure(
                    "r2-difference", "1", "(-inf, inf)", Direction.HIGHER, Measure.Against.OWN)
            .called("difference of the shares of variance explained");
    private static final Measure RMSE = new Measure(
                    "rmse", "unit of the target", "[0, inf)", Direction.LOWER, Measure.Against.OWN)
            .called("root mean squared error");
    private static final Measure MAE = new Measure(
                    "mae", "unit of the target", "[0, inf)", Direction.LOWER, Measure.Against.OWN)
            .called("mean absolute error");
    private static final Measure REAL = new Measure("real-r2", "1", "(-inf, 1]", Direction.NONE, Measure.Against.OWN)
            .called("share of variance explained after learning from all training rows");
    private static final Measure FLOOR = new Measure("floor-r2", "1", "(-inf, 1]", Direction.NONE, Measure.Against.OWN)
            .called("share of variance explained by the synthetic mean");

    private static final Description DESCRIPTION = new Description(
            "utility.tstr-number",
            "1",
            "Train on synthetic, test on real, for numbers",
            "Do models that learn from the synthetic table predict the numbers of real rows?",
            "Share of variance explained, root mean squared and mean absolute error, on holdout rows, of models that learned to"
                    + " predict the target from the synthetic table; r2-difference is against the same learner on training"
                    + " rows, both on as many rows as the smaller table has.",
            "A few extreme rows decide a squared error.",
            Scope.MODEL,
            List.of("holdout", "target"),
            List.of(R2, DIFFERENCE, RMSE, MAE, REAL, FLOOR),
            List.of("Esteban, Hyland and Raetsch (2017), arXiv:1706.02633"));

    private static final Reason NO_TARGET =
            new Reason("no-target", "No column is declared as a target: name one with --target.");
    private static final Reason NO_NUMBER = new Reason("kind", "The target holds no numbers: see utility.tstr.");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        if (run.targets().isEmpty()) {
            return Observation.none(DESCRIPTION, Target.TABLE, NO_TARGET);
        }
        Schema schema = run.tables().schema();
        List<Observation> all = new ArrayList<>();
        for (int column : run.targets()) {
            if (schema.field(column).kind().isCategory()
                    || !schema.field(column).isContent()) {
                all.addAll(Observation.none(DESCRIPTION, Contest.target(schema, column), NO_NUMBER));
                continue;
            }
            NumberContest contest = NumberContest.of(run, column, MOST_ROWS);
            if (contest.unfit() != null) {
                all.addAll(Observation.none(DESCRIPTION, contest.target(), contest.unfit()));
                continue;
            }
            for (Rival rival : Rival.all()) {
                Map<String, String> learner = Map.of("learner", rival.word(false));
                observe(run, contest, rival).forEach(o -> all.add(o.params(learner)));
            }
            double[] mean = contest.predict(new Majority(), contest.sides().allMade());
            all.add(Observation.of(
                    FLOOR.id(),
                    contest.target(),
                    contest.scores().r2(mean, run.level()),
                    contest.test().rows(),
                    contest.sides().made().length));
        }
        return all;
    }

    private static List<Observation> observe(Run run, NumberContest contest, Rival rival) {
        Sides sides = contest.sides();
        long seed = contest.seed();
        double[][] results = new double[4][];
        List<Supplier<Table>> tables = Arrays.asList(
                sides.real().length == sides.k() ? null : sides::allReal,
                sides::equalReal,
                sides.made().length == sides.k() ? null : sides::allMade,
                sides::equalMade);
        double[] refitted = new double[REFITS];
        int rows = sides.refitRows(rival);
        run.parallel(4 + REFITS, i -> {
            if (i >= 4) {
                refitted[i - 4] = refit(contest, rival, seed, i - 4);
            } else if (tables.get(i) != null) {
                results[i] =
                        contest.predict(rival.numberLearner(seed), tables.get(i).get());
            }
        });
        double[] real = results[1];
        double[] made = results[2] == null ? results[3] : results[2];
        NumberScores scores = contest.scores();
        double level = run.level();
        Estimate difference = TwoLevel.of(
                scores.r2Difference(results[3], real, level),
                refitted,
                rival.share(rows, sides.k()),
                -Double.MAX_VALUE,
                Double.MAX_VALUE);
        long n = contest.test().rows();
        String note = contest.note() + rival.settings();
        Target target = contest.target();
        return List.of(
                Observation.of(R2.id(), target, scores.r2(made, level), n, sides.made().length)
                        .yardstick(scores.r2(real, level), sides.k())
                        .note(note),
                Observation.of(DIFFERENCE.id(), target, difference, n, sides.k())
                        .note("Both models learned from " + sides.k() + " rows. " + note
                                + " The interval covers the choice of test rows and of rows learned from, the latter by "
                                + REFITS + " refits on " + rows + " drawn rows a side."),
                Observation.of(RMSE.id(), target, scores.rmse(made, level), n, sides.made().length)
                        .yardstick(scores.rmse(real, level), sides.k())
                        .note(note),
                Observation.of(MAE.id(), target, scores.mae(made, level), n, sides.made().length)
                        .yardstick(scores.mae(real, level), sides.k())
                        .note(note),
                Observation.of(
                                REAL.id(),
                                target,
                                scores.r2(results[0] == null ? real : results[0], level),
                                sides.real().length,
                                0)
                        .note("Learned from " + sides.real().length + " training rows. " + note));
    }

    private static double refit(NumberContest contest, Rival rival, long seed, int b) {
        int rows = contest.sides().refitRows(rival);
        double[] real = contest.predict(
                rival.refittedNumbers(seed + b % SEEDS), contest.sides().drawnReal(b, rows));
        double[] made = contest.predict(
                rival.refittedNumbers(seed + b % SEEDS), contest.sides().drawnMade(b, rows));
        return contest.scores().r2(made) - contest.scores().r2(real);
    }
}
