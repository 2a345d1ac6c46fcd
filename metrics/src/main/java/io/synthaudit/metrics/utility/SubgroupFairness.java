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
import io.synthaudit.core.interval.DesignEffect;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.interval.RowInfluence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Whether a model that learned from the synthetic table treats a group of people worse than one that learned from real rows.
 *
 * <p>For each group g, over its holdout rows, of the logistic regressions of {@code utility.tstr} on min(n, m) rows:
 *
 * <ul>
 *   <li>{@code error-difference}: share of wrong predictions, learned from synthetic minus learned from real rows;
 *   <li>{@code tpr-gap-difference}: the gap \(TPR_g - TPR_{rest}\) of the synthetic model minus that of the real one, and the same
 *       of false positive rates: equalised odds (two classes only, the rarer one positive);
 *   <li>{@code base-rate-difference}: share of the positive class among the group's synthetic rows minus among its training rows.
 * </ul>
 *
 * <ul>
 *   <li><b>Range</b>: \([-1, 1]\), gaps \([-2, 2]\). 0 is best; a positive error difference is a loss to the group.
 *   <li><b>Applies to</b>: each target of 2 to 50 categories and each level of a SUBGROUP column with at least 200 training rows
 *       (11 persons), the largest 50, and at least 50 holdout rows.
 *   <li><b>Missing cells</b>: rows without a group are in none; else as {@code utility.tstr}.
 *   <li><b>Interval</b>: influence of test rows, paired, by person where persons own several; base rates by Newcombe, on the
 *       effective number of training rows.
 *   <li><b>Yardstick</b>: the real side is in the difference; a fresh table would score 0 on average.
 *   <li><b>Cost</b>: none beside {@code utility.tstr}.
 * </ul>
 *
 * <p>Predictions are the likeliest class: where a class is rare in a group nobody may be predicted as it by either model.
 *
 * @see <a href="https://arxiv.org/abs/1610.02413">Hardt, Price and Srebro (2016)</a>
 */
@AutoService(TableEvaluation.class)
public final class SubgroupFairness implements TableEvaluation {

    private static final int FEWEST_TEST_ROWS = 50;
    private static final int FEWEST_OF_A_KIND = 10;

    private static final Measure ERROR = new Measure(
                    "error-difference", "1", "[-1, 1]", Direction.LOWER, Measure.Against.OWN)
            .called("difference of the shares of wrong predictions");
    private static final Measure TPR = new Measure(
                    "tpr-gap-difference", "1", "[-2, 2]", Direction.ZERO, Measure.Against.OWN)
            .called("difference of the gaps of true positive rates");
    private static final Measure FPR = new Measure(
                    "fpr-gap-difference", "1", "[-2, 2]", Direction.ZERO, Measure.Against.OWN)
            .called("difference of the gaps of false positive rates");
    private static final Measure BASE = new Measure(
                    "base-rate-difference", "1", "[-1, 1]", Direction.ZERO, Measure.Against.OWN)
            .called("difference of the shares of the positive class");

    private static final Description DESCRIPTION = new Description(
            "utility.fairness",
            "1",
            "Fairness to subgroups",
            "Do models that learn from the synthetic table treat each group as models that learn from real rows do?",
            "Per group, on holdout rows: share of wrong predictions, and gaps of true and false positive rates to all others, of"
                    + " a logistic regression learned from synthetic rows minus learned from as many training rows; and"
                    + " the difference of the shares of the positive class between synthetic and training rows.",
            "Equal treatment by both models says nothing of whether the real table is fair.",
            Scope.MODEL,
            List.of("holdout", "target"),
            List.of(ERROR, TPR, FPR, BASE),
            List.of("Hardt, Price and Srebro (2016), arXiv:1610.02413"));

    private static final Reason NO_GROUPS = new Reason(
            "no-subgroup",
            "No column has the role subgroup and a level of 200 training rows: declare one in the schema.");
    private static final Reason TWO_CLASSES = new Reason("kind", "It is defined for targets of two classes.");
    private static final Reason FEW = new Reason(
            "too-few", "The group or the rest has fewer than 10 test rows of one of the classes, or 50 in all.");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        List<Observation> all = new ArrayList<>();
        for (Contest contest : Contest.of(run)) {
            if (contest.noSynthetic() != null) {
                all.addAll(Observation.none(DESCRIPTION, contest.target(), contest.noSynthetic()));
                continue;
            }
            List<People> groups = People.of(run, contest.labels().column());
            if (groups.isEmpty()) {
                all.addAll(Observation.none(DESCRIPTION, contest.target(), NO_GROUPS));
                continue;
            }
            Match match = Match.of(run, contest, Rival.LINEAR);
            List<List<Observation>> found = new ArrayList<>();
            for (People group : groups) {
                found.add(new Group(contest, match, group, run).observe());
            }
            found.sort(Comparator.comparingDouble(SubgroupFairness::loss).reversed());
            found.forEach(all::addAll);
        }
        return all;
    }

    /** Loss of the group, by which the worst stands first. */
    private static double loss(List<Observation> group) {
        Estimate error = group.get(0).estimate();
        return error == null ? -1 : error.value();
    }

    /** The numbers of one group. */
    private record Group(Contest contest, Match match, People people, Run run) {

        List<Observation> observe() {
            TestRows test = contest.test();
            Target target = contest.target().in(people.name());
            boolean[] in = people.in(test.table());
            double[][] made = match.syntheticEqual().probabilities();
            double[][] real = match.trainingEqual().probabilities();
            int[] moreMade = new int[in.length];
            int[] wrong = new int[in.length];
            for (int i = 0; i < in.length; i++) {
                int a = BalancedAccuracy.likeliest(made[i]);
                int b = BalancedAccuracy.likeliest(real[i]);
                wrong[i] = (a == test.labels()[i] ? 0 : 1) - (b == test.labels()[i] ? 0 : 1);
                moreMade[i] = (a == test.positive() ? 1 : 0) - (b == test.positive() ? 1 : 0);
            }
            int[] own = IntStream.range(0, in.length).filter(i -> in[i]).toArray();
            List<Observation> all = new ArrayList<>();
            if (own.length < FEWEST_TEST_ROWS) {
                return Observation.none(DESCRIPTION, target, FEW);
            }
            Estimate error = RowInfluence.ofMean(
                    Arrays.stream(own).mapToDouble(i -> wrong[i]).toArray(), person(own), 1, run.level(), "test rows");
            all.add(Observation.of(
                    ERROR.id(),
                    target,
                    Estimate.of(error.value(), error.interval().clippedTo(-1, 1)),
                    own.length,
                    contest.sides().k()));
            if (test.positive() < 0) {
                all.add(Observation.not(TPR.id(), target, TWO_CLASSES));
                all.add(Observation.not(FPR.id(), target, TWO_CLASSES));
                all.add(Observation.not(BASE.id(), target, TWO_CLASSES));
                return all;
            }
            all.add(gap(TPR, target, in, moreMade, i -> test.labels()[i] == test.positive()));
            all.add(gap(FPR, target, in, moreMade, i -> test.labels()[i] != test.positive()));
            all.add(baseRate(target));
            return all;
        }

        private int[] person(int[] rows) {
            int[] all = contest.test().person();
            return all == null ? null : Arrays.stream(rows).map(i -> all[i]).toArray();
        }

        /** Mean of the values in the group minus outside, over rows of one kind. */
        private Observation gap(Measure measure, Target target, boolean[] in, int[] values, IntPredicate kind) {
            int[] rows = IntStream.range(0, in.length).filter(kind).toArray();
            double inside = 0;
            double outside = 0;
            int n = 0;
            for (int row : rows) {
                inside += in[row] ? values[row] : 0;
                outside += in[row] ? 0 : values[row];
                n += in[row] ? 1 : 0;
            }
            int others = rows.length - n;
            if (n < FEWEST_OF_A_KIND || others < FEWEST_OF_A_KIND) {
                return Observation.not(measure.id(), target, FEW);
            }
            double[] influence = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                int row = rows[i];
                influence[i] = in[row] ? (values[row] - inside / n) / n : -(values[row] - outside / others) / others;
            }
            Estimate value = RowInfluence.of(
                    inside / n - outside / others, influence, person(rows), 1, run.level(), "test rows");
            return Observation.of(
                    measure.id(),
                    target,
                    Estimate.of(value.value(), value.interval().clippedTo(-2, 2)),
                    n,
                    contest.sides().k());
        }

        private Observation baseRate(Target target) {
            double[] real =
                    positives(run.tables().training().select(contest.sides().real()));
            double[] made =
                    positives(run.tables().synthetic().select(contest.sides().made()));
            if (made.length < FEWEST_OF_A_KIND) {
                return Observation.not(BASE.id(), target, FEW);
            }
            int[] person = contest.sides().person();
            double deff = 1;
            if (person != null) {
                boolean[] in =
                        people.in(run.tables().training().select(contest.sides().real()));
                int[] own = IntStream.range(0, in.length)
                        .filter(i -> in[i])
                        .map(i -> person[i])
                        .toArray();
                deff = DesignEffect.ofClusters(real, own);
            }
            double a = Arrays.stream(made).sum() / made.length;
            double b = Arrays.stream(real).sum() / real.length;
            return Observation.of(
                    BASE.id(),
                    target,
                    Proportions.differenceOfRates(a, made.length, b, real.length / deff, run.level()),
                    real.length,
                    made.length);
        }

        /** 1 for each of the group's rows that is positive, else 0. */
        private double[] positives(io.synthaudit.core.table.Table table) {
            boolean[] in = people.in(table);
            int[] labels = contest.labels().of(table);
            return IntStream.range(0, in.length)
                    .filter(i -> in[i])
                    .mapToDouble(i -> labels[i] == contest.test().positive() ? 1 : 0)
                    .toArray();
        }
    }
}
