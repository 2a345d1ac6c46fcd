package io.synthaudit.core.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Infers the kinds of the columns from the training table alone. The first rule that fits decides:
 *
 * <ol>
 *   <li>no value: categorical without levels;
 *   <li>every value an ISO-8601 date or date-time: datetime;
 *   <li>every value a finite number, at least 11 of them distinct: integer if all are written without fraction and
 *       exponent, else numeric; but id if they are integers and more than 95 % as many as there are rows;
 *   <li>two values: boolean; fewer than 11: categorical;
 *   <li>more than 95 % as many values as rows: id; more than 1,000 or longer than 40 characters on average: text;
 *   <li>else categorical.
 * </ol>
 *
 * <p>Ordinal is never inferred. {@code 5.0} is read as a number with a fraction, not as an integer, because a synthetic
 * table may then rightly hold {@code 5.2}. Roles are only guessed, in {@link Field#review()}; {@link Field#roles()}
 * stays empty.
 */
public final class Inference {

    static final int FEWEST_NUMBERS = 11;
    private static final double ID_SHARE = 0.95;
    private static final int MOST_LEVELS = 1_000;
    private static final double LONGEST_LEVEL = 40;

    private Inference() {}

    /** The schema of a training table, not declared, with a reason and what to review per column. */
    public static Schema infer(RawTable training) {
        return infer(training, Parallel.NONE);
    }

    /** The same with columns read side by side. */
    public static Schema infer(RawTable training, Parallel parallel) {
        Evidence[] seenOf = new Evidence[training.columns().size()];
        parallel.run(
                seenOf.length, i -> seenOf[i] = Evidence.of(training.columns().get(i)));
        List<Evidence> evidence = List.of(seenOf);
        List<Kind> kinds = evidence.stream().map(Inference::kind).toList();
        int target = Guesses.target(kinds, evidence);
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            String name = training.columns().get(i).name();
            Evidence seen = evidence.get(i);
            fields.add(new Field(
                    name,
                    kinds.get(i),
                    Set.of(),
                    seen.missing(),
                    Domain.NONE,
                    reason(kinds.get(i), seen),
                    Guesses.review(name, kinds.get(i), seen, i == target)));
        }
        return new Schema(fields, false);
    }

    private static Kind kind(Evidence seen) {
        if (seen.levels() == 0) {
            return Kind.CATEGORICAL;
        }
        if (seen.dates()) {
            return Kind.DATETIME;
        }
        boolean nearlyUnique = seen.distinctShare() > ID_SHARE;
        if (seen.numbers() >= FEWEST_NUMBERS) {
            if (!seen.whole()) {
                return Kind.NUMERIC;
            }
            return nearlyUnique ? Kind.ID : Kind.INTEGER;
        }
        if (seen.levels() == 2) {
            return Kind.BOOLEAN;
        }
        if (seen.levels() < FEWEST_NUMBERS || seen.numbers() >= 0) {
            return Kind.CATEGORICAL;
        }
        if (nearlyUnique) {
            return Kind.ID;
        }
        return seen.levels() > MOST_LEVELS || seen.length() > LONGEST_LEVEL ? Kind.TEXT : Kind.CATEGORICAL;
    }

    private static String reason(Kind kind, Evidence seen) {
        String distinct = Evidence.count(seen.levels()) + " distinct";
        return switch (kind) {
            case DATETIME -> seen.all() + " are ISO-8601 dates or date-times, " + distinct;
            case INTEGER -> seen.all() + " are whole numbers, " + Evidence.count(seen.numbers()) + " distinct";
            case NUMERIC -> seen.all() + " are numbers, " + Evidence.count(seen.numbers()) + " distinct";
            case ID ->
                distinct + (seen.numbers() >= 0 ? " whole numbers in " : " values in ") + Evidence.count(seen.rows())
                        + " rows: above 95 %";
            case BOOLEAN -> "two distinct values";
            case TEXT ->
                seen.levels() > MOST_LEVELS
                        ? distinct + " values: more than 1,000"
                        : String.format(Locale.ROOT, "%.0f characters on average: more than 40", seen.length());
            default -> category(seen, distinct);
        };
    }

    private static String category(Evidence seen, String distinct) {
        if (seen.levels() == 0) {
            return "no cell has a value";
        }
        String few = seen.numbers() >= 0 ? seen.all() + " are numbers, but only " : "";
        return few + distinct + (few.isEmpty() ? " values" : ": fewer than 11 numbers are taken as categories");
    }
}
