package io.synthaudit.metrics.utility;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.random.RandomStreams;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A learner fitted again and again on rows drawn with repetition from each table, three seeds in turn: how far its scores
 * depend on the rows learned from. At most 2,000 rows a fit (1,000 of costly learners) and 2,000 test rows keep the cost bounded.
 *
 * @param rows rows that each model learned from
 * @param each one entry per refit
 */
record Refits(int rows, Refit[] each) {

    private static final int NUMBER = 12;
    private static final int SEEDS = 3;
    private static final int TEST_ROWS = 2_000;

    /**
     * One refit on either side.
     *
     * @param real area under the ROC curve learned from training rows
     * @param made the same learned from synthetic rows
     * @param realElsewhere as {@code real}, on test rows drawn with repetition
     * @param madeElsewhere as {@code made}, on the same test rows drawn with repetition
     * @param realImportance importance of columns, learned from training rows
     * @param madeImportance the same learned from synthetic rows
     */
    record Refit(
            double real,
            double made,
            double realElsewhere,
            double madeElsewhere,
            double[] realImportance,
            double[] madeImportance) {}

    static Refits of(Run run, Contest contest, Rival rival) {
        String key = "utility.refits." + contest.labels().column() + "." + rival.word(true);
        return run.shared(key, Refits.class, () -> fit(run, contest, rival));
    }

    private static Refits fit(Run run, Contest contest, Rival rival) {
        Sides sides = contest.sides();
        long seed = Match.seed(run, contest);
        int rows = sides.refitRows(rival);
        TestRows test = contest.test().sample(TEST_ROWS, run.stream(sides.name() + ".refits.test"));
        Refit[] each = new Refit[NUMBER];
        run.parallel(NUMBER, b -> {
            Predictions real = Predictions.of(
                    rival.refitted(seed + b % SEEDS),
                    sides.drawnReal(b, rows),
                    contest.labels(),
                    contest.features(),
                    test);
            Predictions made = Predictions.of(
                    rival.refitted(seed + b % SEEDS),
                    sides.drawnMade(b, rows),
                    contest.labels(),
                    contest.features(),
                    test);
            int[] elsewhere = elsewhere(run, sides.name() + ".refit" + b + ".test", test);
            each[b] = new Refit(
                    Discrimination.value(test, real.probabilities()),
                    Discrimination.value(test, made.probabilities()),
                    value(test, real, elsewhere),
                    value(test, made, elsewhere),
                    real.importance(),
                    made.importance());
        });
        return new Refits(rows, each);
    }

    /** Test rows drawn with repetition; if only one class is drawn, those given. */
    private static int[] elsewhere(Run run, String stream, TestRows test) {
        int n = test.labels().length;
        var random = run.stream(stream);
        int[] rows = IntStream.range(0, n).map(i -> random.nextInt(n)).toArray();
        long classes =
                Arrays.stream(rows).map(row -> test.labels()[row]).distinct().count();
        return classes > 1 ? rows : RandomStreams.permutation(n, random);
    }

    private static double value(TestRows test, Predictions predictions, int[] rows) {
        double[][] all = predictions.probabilities();
        return Discrimination.value(
                test.select(rows), Arrays.stream(rows).mapToObj(row -> all[row]).toArray(double[][]::new));
    }

    /** One number of each refit. */
    double[] of(ToDoubleFunction<Refit> number) {
        return Arrays.stream(each).mapToDouble(number).toArray();
    }

    /** Area learned from synthetic rows minus area learned from training rows. */
    double[] differences() {
        return of(refit -> refit.made() - refit.real());
    }

    /** What was done, as a sentence. */
    String note() {
        return " The interval covers the choice of test rows and of rows learned from, the latter by " + each.length
                + " refits on " + rows + " drawn rows a side.";
    }
}
