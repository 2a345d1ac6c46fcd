package io.synthaudit.metrics.utility;

import static io.synthaudit.metrics.utility.SubgroupFairness.BASE;
import static io.synthaudit.metrics.utility.SubgroupFairness.ERROR;
import static io.synthaudit.metrics.utility.SubgroupFairness.FPR;
import static io.synthaudit.metrics.utility.SubgroupFairness.MADE_ERROR;
import static io.synthaudit.metrics.utility.SubgroupFairness.REAL_ERROR;
import static io.synthaudit.metrics.utility.SubgroupFairness.TPR;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.DesignEffect;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.interval.RowInfluence;
import io.synthaudit.core.table.Subgroups;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How two models of one target, one learned from synthetic rows and one from as many real rows, treat groups of test rows.
 *
 * @param contest the target with its rows
 * @param made class that the first model guesses for each test row
 * @param real class that the second model guesses
 * @param run the run
 * @param note what stands beside every number
 */
record Treatment(Contest contest, int[] made, int[] real, Run run, String note) {

    private static final int FEWEST_TEST_ROWS = 50;
    private static final int FEWEST_OF_A_KIND = 10;

    private static final Reason TWO_CLASSES = new Reason("kind", "It is defined for targets of two classes.");
    private static final Reason FEW = new Reason(
            "too-few", "The group or the rest has fewer than 10 test rows of one of the classes, or 50 in all.");
    private static final Reason FEW_MADE = new Reason("too-few", "The group has fewer than 10 synthetic rows.");

    static Treatment of(Run run, Contest contest, String note) {
        Match match = Match.of(run, contest, Rival.LINEAR);
        return new Treatment(
                contest,
                likeliest(match.syntheticEqual()),
                likeliest(match.trainingEqual()),
                run,
                contest.testNote() + note);
    }

    private static int[] likeliest(Predictions predictions) {
        return Arrays.stream(predictions.probabilities())
                .mapToInt(BalancedAccuracy::likeliest)
                .toArray();
    }

    /** The numbers of one group. */
    List<Observation> of(Subgroups.Group group) {
        Target target = contest.target().in(group.name());
        TestRows test = contest.test();
        boolean[] in = group.in(test.table());
        int[] own = IntStream.range(0, in.length).filter(i -> in[i]).toArray();
        if (own.length < FEWEST_TEST_ROWS) {
            return Observation.none(SubgroupFairness.DESCRIPTION, target, FEW);
        }
        double[] wrongMade = wrong(own, made);
        double[] wrongReal = wrong(own, real);
        double[] differences = new double[own.length];
        Arrays.setAll(differences, i -> wrongMade[i] - wrongReal[i]);
        Estimate difference = RowInfluence.ofMean(differences, person(own), 1, run.level(), "test rows");
        List<Observation> all = new ArrayList<>();
        all.add(observed(ERROR, target, clipped(difference, 1), own.length));
        all.add(observed(MADE_ERROR, target, share(own, wrongMade), own.length));
        all.add(observed(REAL_ERROR, target, share(own, wrongReal), own.length));
        if (test.positive() < 0) {
            for (Measure measure : List.of(TPR, FPR, BASE)) {
                all.add(Observation.not(measure.id(), target, TWO_CLASSES));
            }
            return all;
        }
        all.add(gap(TPR, target, in, i -> test.labels()[i] == test.positive()));
        all.add(gap(FPR, target, in, i -> test.labels()[i] != test.positive()));
        all.add(baseRate(target, group));
        return all;
    }

    private Observation observed(Measure measure, Target target, Estimate value, long rows) {
        return Observation.of(measure.id(), target, value, rows, contest.sides().k())
                .note(note);
    }

    private static Estimate clipped(Estimate value, double bound) {
        return Estimate.of(value.value(), value.interval().clippedTo(-bound, bound));
    }

    private int[] person(int[] rows) {
        int[] all = contest.test().person();
        return all == null ? null : Arrays.stream(rows).map(i -> all[i]).toArray();
    }

    private double[] wrong(int[] rows, int[] guesses) {
        return Arrays.stream(rows)
                .mapToDouble(i -> guesses[i] == contest.test().labels()[i] ? 0 : 1)
                .toArray();
    }

    private Estimate share(int[] rows, double[] marks) {
        double deff = DesignEffect.ofClusters(marks, person(rows));
        return Proportions.share(Arrays.stream(marks).sum(), marks.length, deff, run.level());
    }

    /** Positive guesses of the first model minus those of the second, in the group minus outside, over rows of one kind. */
    private Observation gap(Measure measure, Target target, boolean[] in, IntPredicate kind) {
        int positive = contest.test().positive();
        int[] rows = IntStream.range(0, in.length).filter(kind).toArray();
        double[] more = Arrays.stream(rows)
                .mapToDouble(i -> (made[i] == positive ? 1 : 0) - (real[i] == positive ? 1 : 0))
                .toArray();
        double inside = 0;
        double outside = 0;
        int n = 0;
        for (int i = 0; i < rows.length; i++) {
            inside += in[rows[i]] ? more[i] : 0;
            outside += in[rows[i]] ? 0 : more[i];
            n += in[rows[i]] ? 1 : 0;
        }
        int others = rows.length - n;
        if (n < FEWEST_OF_A_KIND || others < FEWEST_OF_A_KIND) {
            return Observation.not(measure.id(), target, FEW);
        }
        double[] influence = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            influence[i] = in[rows[i]] ? (more[i] - inside / n) / n : -(more[i] - outside / others) / others;
        }
        Estimate value =
                RowInfluence.of(inside / n - outside / others, influence, person(rows), 1, run.level(), "test rows");
        return observed(measure, target, clipped(value, 2), n);
    }

    private Observation baseRate(Target target, Subgroups.Group group) {
        Sides sides = contest.sides();
        Table training = run.tables().training();
        Table synthetic = run.tables().synthetic();
        int[] ownReal = among(sides.real(), group.in(training));
        int[] ownMade = among(sides.made(), group.in(synthetic));
        if (ownMade.length < FEWEST_OF_A_KIND) {
            return Observation.not(BASE.id(), target, FEW_MADE);
        }
        double[] real = positives(training, ownReal);
        double[] made = positives(synthetic, ownMade);
        int[] person = run.tables()
                .trainingEntity()
                .map(all -> Arrays.stream(ownReal).map(row -> all[row]).toArray())
                .orElse(null);
        return Observation.of(
                        BASE.id(),
                        target,
                        Proportions.differenceOfRates(
                                Arrays.stream(made).sum() / made.length,
                                made.length,
                                Arrays.stream(real).sum() / real.length,
                                real.length / DesignEffect.ofClusters(real, person),
                                run.level()),
                        real.length,
                        made.length)
                .note(contest.repeats().note());
    }

    private static int[] among(int[] rows, boolean[] in) {
        return Arrays.stream(rows).filter(row -> in[row]).toArray();
    }

    /** 1 for each of the rows that is positive, else 0. */
    private double[] positives(Table table, int[] rows) {
        return Arrays.stream(rows)
                .mapToDouble(
                        row -> contest.labels().at(table, row) == contest.test().positive() ? 1 : 0)
                .toArray();
    }
}
