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
import io.synthaudit.core.interval.RowInfluence;
import io.synthaudit.core.interval.TwoLevel;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether adding synthetic rows to the real ones makes a better model.
 *
 * <p>Gradient boosting learned from all training and all synthetic rows together, minus learned from training rows alone, both
 * tested on the holdout: the area under the ROC curve, and for the rarest class its recall at a precision of at least 0.9,
 * \[ r = \max_t \{ TPR(t) : TP(t) \ge 0.9\,(TP(t) + FP(t)) \}. \]
 *
 * <ul>
 *   <li><b>Range</b>: \([-1, 1]\). Above 0 adding helps.
 *   <li><b>Applies to</b>: each target column with 2 to 50 categories, given all other content columns; recall where the rarest
 *       class of training has 10 test rows.
 *   <li><b>Missing cells</b>: as {@code utility.tstr}.
 *   <li><b>Interval</b>: test rows (DeLong, paired; for recall the influence of rows at the thresholds found), widened by the
 *       variance between 6 refits on rows drawn with repetition. The threshold is chosen on the test rows of either model.
 *   <li><b>Yardstick</b>: none: real rows alone are in the difference.
 *   <li><b>Cost</b>: two fits per target, and 12 on at most 2,000 rows.
 * </ul>
 *
 * <p>A copy of training changes nothing by its rows but doubles their weight. A gain says nothing of the release alone.
 *
 * @see <a href="https://doi.org/10.1214/aos/1013203451">Friedman (2001), the learner</a>
 */
@AutoService(TableEvaluation.class)
public final class Augmentation implements TableEvaluation {

    private static final double PRECISION = 0.9;
    private static final int FEWEST = 10;
    private static final int REFITS = 6;
    private static final int TEST_ROWS = 2_000;

    private static final Measure AREAS = new Measure(
                    "auc-difference", "1", "[-1, 1]", Direction.HIGHER, Measure.Against.OWN)
            .called("gain in the area under the ROC curve by adding the synthetic rows");
    private static final Measure RECALL = new Measure(
                    "rare-recall-difference", "1", "[-1, 1]", Direction.HIGHER, Measure.Against.OWN)
            .called("gain in recall of the rarest class, at a precision of 0.9, by adding the synthetic rows");

    private static final Description DESCRIPTION = new Description(
            "utility.augmentation",
            "1",
            "Real and synthetic rows together",
            "Does adding the synthetic rows to the real ones make a better model?",
            "Gradient boosting learned from training and synthetic rows together minus learned from training rows alone, on"
                    + " holdout rows: area under the ROC curve, and recall of the rarest class at a precision of 0.9.",
            "A gain says nothing of the use of the release without the real rows.",
            Scope.MODEL,
            List.of("holdout", "target"),
            List.of(AREAS, RECALL),
            List.of("Friedman (2001), doi:10.1214/aos/1013203451"));

    private static final Reason FEW =
            new Reason("too-few", "The rarest class has fewer than 10 rows among the test rows, or none but these.");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        return Contest.observe(run, DESCRIPTION, contest -> observe(run, contest));
    }

    private static List<Observation> observe(Run run, Contest contest) {
        Sides sides = contest.sides();
        TestRows test = contest.test();
        TestRows few = test.sample(TEST_ROWS, run.stream(sides.name() + ".refits.test"));
        int rare = rarest(contest.labels().counts());
        int rows = sides.refitRows(Rival.BOOSTING);
        double[][][] full = new double[2][][];
        double[] areas = new double[REFITS];
        double[] recalls = new double[REFITS];
        run.parallel(2 + REFITS, i -> {
            if (i < 2) {
                Table side = i == 0 ? sides.allReal() : Stacked.of(sides.allReal(), sides.allMade());
                full[i] = predict(contest, side, test);
            } else {
                Table real = sides.drawnReal(i, rows);
                double[][] alone = predict(contest, real, few);
                double[][] both = predict(contest, Stacked.of(real, sides.drawnMade(i, rows)), few);
                areas[i - 2] = Discrimination.value(few, both) - Discrimination.value(few, alone);
                recalls[i - 2] = new Recall(few, both, rare).value() - new Recall(few, alone, rare).value();
            }
        });
        double share = Math.min(1, rows / (double) sides.real().length);
        String note = "Learned from " + sides.real().length + " training rows, and from these with "
                + sides.made().length + " synthetic ones. " + contest.testNote()
                + contest.repeats().note();
        Estimate area =
                TwoLevel.of(Discrimination.difference(test, full[1], full[0], run.level()), areas, share, -1, 1);
        List<Observation> all = new ArrayList<>();
        all.add(Observation.of(AREAS.id(), contest.target(), area, sides.real().length, sides.made().length)
                .note(note));
        int own = test.counts()[rare];
        if (own < FEWEST || own == test.labels().length) {
            all.add(Observation.not(RECALL.id(), contest.target(), FEW));
            return all;
        }
        Estimate recall = TwoLevel.of(
                Recall.difference(new Recall(test, full[1], rare), new Recall(test, full[0], rare), run.level()),
                recalls,
                share,
                -1,
                1);
        all.add(Observation.of(RECALL.id(), contest.target(), recall, sides.real().length, sides.made().length)
                .note(note));
        return all;
    }

    private static double[][] predict(Contest contest, Table side, TestRows test) {
        return Predictions.of(Rival.BOOSTING.learner(0), side, contest.labels(), contest.features(), test)
                .probabilities();
    }

    private static int rarest(int[] counts) {
        int rarest = 0;
        for (int k = 1; k < counts.length; k++) {
            rarest = counts[k] < counts[rarest] ? k : rarest;
        }
        return rarest;
    }

    /**
     * Recall of a class at a precision.
     *
     * @param test the test rows
     * @param probabilities of their classes
     * @param rare the class
     */
    record Recall(TestRows test, double[][] probabilities, int rare) {

        double value() {
            int own = test.counts()[rare];
            return own == 0 ? 0 : Arrays.stream(found()).sum() / own;
        }

        /** For each row 1 if it is of the class and predicted as it at the laxest threshold that is precise enough. */
        private double[] found() {
            int n = probabilities.length;
            int[] order = IntStream.range(0, n)
                    .boxed()
                    .sorted((a, b) -> Double.compare(probabilities[b][rare], probabilities[a][rare]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double hits = 0;
            int last = 0;
            for (int i = 0; i < n; i++) {
                hits += test.labels()[order[i]] == rare ? 1 : 0;
                boolean tied = i + 1 < n && probabilities[order[i + 1]][rare] == probabilities[order[i]][rare];
                if (!tied && hits >= PRECISION * (i + 1)) {
                    last = i + 1;
                }
            }
            double[] found = new double[n];
            for (int i = 0; i < last; i++) {
                found[order[i]] = test.labels()[order[i]] == rare ? 1 : 0;
            }
            return found;
        }

        /** The first minus the second on the same rows, at the thresholds found. */
        static Estimate difference(Recall first, Recall second, double level) {
            double[] a = first.found();
            double[] b = second.found();
            int[] rows = IntStream.range(0, a.length)
                    .filter(i -> first.test.labels()[i] == first.rare)
                    .toArray();
            int[] person = first.test.person();
            return RowInfluence.ofMean(
                    Arrays.stream(rows).mapToDouble(i -> a[i] - b[i]).toArray(),
                    person == null
                            ? null
                            : Arrays.stream(rows).map(i -> person[i]).toArray(),
                    1,
                    level,
                    "test rows");
        }
    }
}
