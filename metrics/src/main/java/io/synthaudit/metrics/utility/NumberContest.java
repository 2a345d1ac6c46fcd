package io.synthaudit.metrics.utility;

import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import io.synthaudit.learn.model.Design;
import io.synthaudit.learn.model.Encoding;
import io.synthaudit.learn.model.NumberLearner;
import io.synthaudit.learn.neighbour.Neighbourhood;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One target of numbers, its test rows and the rows to learn from: the counterpart of {@link Contest}.
 *
 * @param column position of the target
 * @param target the target and the columns used beside it
 * @param test holdout rows that have a number; null when {@code unfit} is given
 * @param scores of predictions for them; null when {@code unfit} is given
 * @param sides the rows to learn from; null when {@code unfit} is given
 * @param repeats synthetic rows that equal a test row; null when {@code unfit} is given
 * @param unfit why nothing can be learned or tested, or null
 */
record NumberContest(
        int column, Target target, Table test, NumberScores scores, Sides sides, HoldoutRepeats repeats, Reason unfit) {

    /** The contest of one column of numbers or instants, on at most so many rows a side. */
    static NumberContest of(Run run, int column, int most) {
        Optional<Reason> uncontrolled = Neighbourhood.of(run).uncontrolled();
        Target target = Contest.target(run.tables().schema(), column);
        if (uncontrolled.isPresent()) {
            return unfit(column, target, uncontrolled.get());
        }
        HoldoutRepeats repeats = HoldoutRepeats.of(run);
        Table holdout = run.control().orElseThrow();
        int[] tested = rows(holdout, column);
        String name = "utility." + run.tables().schema().field(column).name();
        if (tested.length > most) {
            int[] all = tested;
            tested = Arrays.stream(RandomStreams.sample(all.length, most, run.stream(name + ".test")))
                    .map(i -> all[i])
                    .toArray();
        }
        int[] real = rows(run.tables().training(), column);
        int[] made = repeats.kept(rows(run.tables().synthetic(), column));
        Table test = holdout.select(tested);
        for (Table table : new Table[] {
            run.tables().training().select(real), run.tables().synthetic().select(made), test
        }) {
            double[] values = values(table, column);
            if (values.length < Contest.FEWEST_ROWS || Arrays.stream(values).allMatch(v -> v == values[0])) {
                return unfit(
                        column,
                        target,
                        new Reason(
                                "too-few",
                                "A table has fewer than 50 rows with a number of the target, or all are the same."));
            }
        }
        int[] rows = tested;
        int[] person = run.tables()
                .holdoutEntity()
                .map(all -> Arrays.stream(rows).map(row -> all[row]).toArray())
                .orElse(null);
        return new NumberContest(
                column,
                target,
                test,
                new NumberScores(values(test, column), person),
                Sides.of(run, name, real, made, most),
                repeats,
                null);
    }

    private static NumberContest unfit(int column, Target target, Reason reason) {
        return new NumberContest(column, target, null, null, null, null, reason);
    }

    private static int[] rows(Table table, int column) {
        double[] values = values(table, column);
        return IntStream.range(0, values.length)
                .filter(row -> !Double.isNaN(values[row]))
                .toArray();
    }

    private static double[] values(Table table, int column) {
        return ((NumberColumn) table.column(column)).values();
    }

    /** What a learner that learned from a table says of the test rows. */
    double[] predict(NumberLearner learner, Table side) {
        Encoding encoding = Encoding.fit(side, Contest.features(side.schema(), column));
        Design design = encoding.encode(side);
        return learner.fit(design, values(side, column)).predict(encoding.encode(test));
    }

    /** A seed of learners, the same on all sides. */
    long seed() {
        return sides.run().stream(sides.name() + ".learners").nextLong();
    }

    /** What stands beside every number. */
    String note() {
        return "Tested on " + test.rows() + " holdout rows." + repeats.note();
    }
}
