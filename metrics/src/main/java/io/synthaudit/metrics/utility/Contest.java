package io.synthaudit.metrics.utility;

import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.learn.neighbour.Neighbourhood;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One target, predicted for the holdout by models learned from training rows and from synthetic rows. Both evaluations of
 * this package read it, so the models are fitted once per run.
 *
 * <p>Each side learns twice where the tables differ in size: from all its rows, and from k rows, k the smaller number of
 * rows, drawn by a seeded stream. Encodings are fitted on the rows learned from.
 *
 * @param target the target and the columns used beside it
 * @param test the test rows; null when {@code unfit} is given
 * @param unfit why nothing can be tested, or null
 * @param noSynthetic why nothing can be learned from the synthetic table, or null
 * @param training learned from all training rows
 * @param trainingEqual learned from k training rows
 * @param synthetic learned from all synthetic rows
 * @param syntheticEqual learned from k synthetic rows
 */
record Contest(
        Target target,
        TestRows test,
        Reason unfit,
        Reason noSynthetic,
        Predictions training,
        Predictions trainingEqual,
        Predictions synthetic,
        Predictions syntheticEqual) {

    /** Below this many rows on any side a model says nothing. */
    static final int FEWEST_ROWS = 50;

    /** Above this many classes a target is a name rather than a class. */
    static final int MOST_CLASSES = 50;

    private static final Reason NO_TARGET = new Reason(
            "no-target", "No column is declared as a target, and none has 2 to 20 levels: name one with --target.");

    /** One contest per target of the run; a single unfit one when there is no target. */
    static List<Contest> of(Run run) {
        if (run.targets().isEmpty()) {
            return List.of(unfit(Target.TABLE, NO_TARGET));
        }
        // Asked for here, since no shared computation waits inside another one.
        Optional<Reason> uncontrolled = Neighbourhood.of(run).uncontrolled();
        return run.targets().stream()
                .map(column ->
                        run.shared("utility.contest." + column, Contest.class, () -> play(run, column, uncontrolled)))
                .toList();
    }

    private static Contest unfit(Target target, Reason reason) {
        return new Contest(target, null, reason, reason, null, null, null, null);
    }

    private static Contest play(Run run, int column, Optional<Reason> uncontrolled) {
        Schema schema = run.tables().schema();
        Field field = schema.field(column);
        int[] features =
                Arrays.stream(schema.content()).filter(c -> c != column).toArray();
        Target target = Target.given(
                field.name(),
                Arrays.stream(features).mapToObj(c -> schema.field(c).name()).toList());
        if (!field.kind().isCategory()) {
            return unfit(target, new Reason("kind", "The target holds no categories, and only these are predicted."));
        }
        if (uncontrolled.isPresent()) {
            return unfit(target, uncontrolled.get());
        }
        Table holdout = run.control().orElseThrow();
        Labels labels = Labels.of(run.tables().training(), column);
        if (labels.classes() > MOST_CLASSES) {
            return unfit(target, new Reason("kind", "The target has more than 50 levels, too many to be classes."));
        }
        TestRows test = testRows(run, holdout, labels);
        int[] real = labels.rows(run.tables().training());
        if (labels.classes() < 2 || real.length < FEWEST_ROWS) {
            return unfit(target, tooFew("training table"));
        }
        if (test.present() < 2 || test.labels().length < FEWEST_ROWS) {
            return unfit(target, tooFew("holdout"));
        }
        return play(run, target, features, labels, test, real);
    }

    private static Contest play(Run run, Target target, int[] features, Labels labels, TestRows test, int[] real) {
        Table training = run.tables().training();
        Table synthetic = run.tables().synthetic();
        int[] made = labels.rows(synthetic);
        Reason noSynthetic = null;
        if (made.length < FEWEST_ROWS
                || Arrays.stream(labels.of(synthetic.select(made))).distinct().count() < 2) {
            noSynthetic = tooFew("synthetic table");
        }
        int k = Math.min(real.length, made.length);
        String name = "utility." + target.columns().get(0);
        Table[] sides = new Table[4];
        sides[0] = training.select(real);
        if (noSynthetic == null) {
            sides[1] = real.length == k ? null : training.select(sample(real, k, run, name + ".training"));
            sides[2] = synthetic.select(made);
            sides[3] = made.length == k ? null : synthetic.select(sample(made, k, run, name + ".synthetic"));
        }
        Predictions[] results = new Predictions[4];
        run.parallel(4, i -> {
            if (sides[i] != null) {
                results[i] = Predictions.of(sides[i], labels, features, test);
            }
        });
        if (noSynthetic == null) {
            results[1] = results[1] == null ? results[0] : results[1];
            results[3] = results[3] == null ? results[2] : results[3];
            // A sample may miss the rarer class although the whole table has it.
            noSynthetic = results[3].classes() < 2 || results[1].classes() < 2 ? tooFew("synthetic table") : null;
        }
        return new Contest(target, test, null, noSynthetic, results[0], results[1], results[2], results[3]);
    }

    private static TestRows testRows(Run run, Table holdout, Labels labels) {
        int[] rows = labels.rows(holdout);
        Table table = holdout.select(rows);
        int[] person = run.tables()
                .holdoutEntity()
                .map(all -> Arrays.stream(rows).map(row -> all[row]).toArray())
                .orElse(null);
        return new TestRows(
                table, labels.of(table), person, labels.classes(), labels.positive(), holdout.rows() - rows.length);
    }

    private static int[] sample(int[] rows, int k, Run run, String name) {
        return Arrays.stream(RandomStreams.sample(rows.length, k, run.stream(name)))
                .map(i -> rows[i])
                .toArray();
    }

    private static Reason tooFew(String table) {
        return new Reason(
                "too-few",
                "Fewer than 50 rows of the " + table + " have a class of the target, or only one class has any.");
    }

    /** What stands beside every number: rows tested, classes, rows left out. */
    String testNote() {
        StringBuilder note = new StringBuilder();
        note.append("Tested on ").append(test.labels().length).append(" holdout rows");
        note.append(
                test.classes() == 2
                        ? "; the rarer class is the positive one."
                        : "; mean over classes, one against rest.");
        if (test.leftOut() > 0) {
            note.append(" Left out: ")
                    .append(test.leftOut())
                    .append(" holdout rows without a class that training has.");
        }
        return note.toString();
    }

    /** How many classes the synthetic table lacks, as a sentence; empty when it has all. */
    String absentNote() {
        int absent = test.classes() - synthetic.classes();
        return absent == 0
                ? ""
                : " The synthetic table lacks " + absent + " of " + test.classes()
                        + " classes: their rows count as errors.";
    }
}
