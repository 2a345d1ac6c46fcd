package io.synthaudit.metrics.utility;

import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.learn.neighbour.Neighbourhood;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One target of classes, its test rows and the rows to learn from: made once per run for all evaluations of this package.
 *
 * @param target the target and the columns used beside it
 * @param features positions of those columns
 * @param labels its classes
 * @param test the test rows; null when {@code unfit} is given
 * @param sides the rows to learn from; null when {@code unfit} is given
 * @param repeats synthetic rows that equal a test row; null when {@code unfit} is given
 * @param unfit why nothing can be tested, or null
 * @param noSynthetic why nothing can be learned from the synthetic table, or null
 */
record Contest(
        Target target,
        int[] features,
        Labels labels,
        TestRows test,
        Sides sides,
        HoldoutRepeats repeats,
        Reason unfit,
        Reason noSynthetic) {

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
        return run.targets().stream().map(column -> of(run, column)).toList();
    }

    /** What is observed of each target; why not, where nothing can be learned from the synthetic table. */
    static List<Observation> observe(
            Run run, Description description, Function<Contest, List<Observation>> observations) {
        List<Observation> all = new ArrayList<>();
        for (Contest contest : of(run)) {
            all.addAll(
                    contest.noSynthetic() != null
                            ? Observation.none(description, contest.target(), contest.noSynthetic())
                            : observations.apply(contest));
        }
        return all;
    }

    /** The contest of one column. */
    static Contest of(Run run, int column) {
        // Asked for here, since no shared computation waits inside another one.
        Optional<Reason> uncontrolled = Neighbourhood.of(run).uncontrolled();
        HoldoutRepeats repeats = uncontrolled.isPresent() ? null : HoldoutRepeats.of(run);
        return run.shared(
                "utility.contest." + column,
                Contest.class,
                () -> prepare(run, column, uncontrolled, repeats, Integer.MAX_VALUE));
    }

    /** The contest of one column on at most so many rows a side; not kept. */
    static Contest apart(Run run, int column, int most) {
        Optional<Reason> uncontrolled = Neighbourhood.of(run).uncontrolled();
        return prepare(run, column, uncontrolled, uncontrolled.isPresent() ? null : HoldoutRepeats.of(run), most);
    }

    private static Contest unfit(Target target, Reason reason) {
        return new Contest(target, null, null, null, null, null, reason, reason);
    }

    /** The other content columns. */
    static int[] features(Schema schema, int column) {
        return Arrays.stream(schema.content()).filter(c -> c != column).toArray();
    }

    /** A column with those that predict it. */
    static Target target(Schema schema, int column) {
        return Target.given(
                schema.field(column).name(),
                Arrays.stream(features(schema, column))
                        .mapToObj(c -> schema.field(c).name())
                        .toList());
    }

    private static Contest prepare(
            Run run, int column, Optional<Reason> uncontrolled, HoldoutRepeats repeats, int most) {
        Schema schema = run.tables().schema();
        Target target = target(schema, column);
        if (!schema.field(column).kind().isCategory()) {
            return unfit(target, new Reason("kind", "The target holds no categories: see utility.tstr-number."));
        }
        if (uncontrolled.isPresent()) {
            return unfit(target, uncontrolled.get());
        }
        Table holdout = run.control().orElseThrow();
        Labels labels = Labels.of(run.tables().training(), column);
        if (labels.classes() > MOST_CLASSES) {
            return unfit(target, new Reason("kind", "The target has more than 50 levels, too many to be classes."));
        }
        String name = "utility." + schema.field(column).name();
        TestRows test = testRows(run, holdout, labels).sample(most, run.stream(name + ".test"));
        int[] real = labels.rows(run.tables().training());
        if (labels.classes() < 2 || real.length < FEWEST_ROWS) {
            return unfit(target, tooFew("training table"));
        }
        if (test.present() < 2 || test.labels().length < FEWEST_ROWS) {
            return unfit(target, tooFew("holdout"));
        }
        int[] made = repeats.kept(labels.rows(run.tables().synthetic()));
        Sides sides = Sides.of(run, name, real, made, most);
        // A sample may miss the rarer class although the whole table has it.
        boolean learnable =
                made.length >= FEWEST_ROWS && has2(labels, sides.equalMade()) && has2(labels, sides.equalReal());
        return new Contest(
                target,
                features(schema, column),
                labels,
                test,
                sides,
                repeats,
                null,
                learnable ? null : tooFew("synthetic table"));
    }

    private static boolean has2(Labels labels, Table table) {
        return Arrays.stream(labels.of(table)).distinct().count() >= 2;
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

    /** What was left out of the synthetic table, and how many classes it lacks; empty when nothing. */
    String syntheticNote(Predictions synthetic) {
        int absent = test.classes() - synthetic.classes();
        return repeats.note()
                + (absent == 0
                        ? ""
                        : " The synthetic table lacks " + absent + " of " + test.classes()
                                + " classes: their rows count as errors.");
    }
}
