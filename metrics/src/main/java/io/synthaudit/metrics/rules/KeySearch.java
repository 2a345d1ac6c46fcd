package io.synthaudit.metrics.rules;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the columns and pairs of columns of which no two training rows have the same values, where independent draws would
 * have.
 *
 * <p>Of n rows with independent columns \(\binom n2 \sum p_x^2 \sum p_y^2\) pairs of rows are expected to agree in both columns;
 * for a column of whole numbers \(\binom n2/R\), with R the numbers in its range. That number must reach {@link Chance#limit}.
 * A single column counts if it names things, or holds whole numbers: measurements and texts are unique by their precision.
 */
final class KeySearch {

    private static final int MOST_PAIRS = 50_000;

    private final Run run;
    private final Schema schema;
    private final ValueCodes[] codes;
    private final int[] repeating;
    private final ColumnPairs pairs;
    private final double limit;

    KeySearch(Run run) {
        this.run = run;
        this.schema = run.tables().schema();
        this.codes = ValueCodes.ofTraining(run);
        this.repeating = IntStream.range(0, codes.length)
                .filter(c -> !codes[c].isConstant() && !codes[c].isUnique())
                .toArray();
        this.pairs = ColumnPairs.of(repeating.length, MOST_PAIRS, run, "key-combinations/pairs");
        this.limit = Chance.limit(pairs.possible() + codes.length);
    }

    String sentence() {
        return "Each column was tried. " + pairs.sentence("columns with repeating values");
    }

    List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (int c = 0; c < codes.length; c++) {
            if (codes[c].isUnique() && codes[c].present() >= Chance.FEWEST_ROWS && names(c)) {
                rules.add(new Key(
                        run, new int[] {c}, Target.column(schema.field(c).name())));
            }
        }
        boolean[] unique = new boolean[pairs.count()];
        int tasks = Math.min(unique.length, 64);
        run.parallel(tasks, task -> {
            for (int i = task; i < unique.length; i += tasks) {
                unique[i] = isUnique(codes[repeating[pairs.first()[i]]], codes[repeating[pairs.second()[i]]]);
            }
        });
        for (int i = 0; i < unique.length; i++) {
            if (unique[i]) {
                int x = repeating[pairs.first()[i]];
                int y = repeating[pairs.second()[i]];
                Target target =
                        Target.pair(schema.field(x).name(), schema.field(y).name());
                rules.add(new Key(run, new int[] {x, y}, target));
            }
        }
        return rules;
    }

    private boolean names(int column) {
        Field field = schema.field(column);
        if (field.isKey()) {
            return true;
        }
        ColumnProfile profile = run.profile().column(column);
        double range = profile.max() - profile.min() + 1;
        return field.kind() == Kind.INTEGER && agreements(codes[column].present(), 1 / range) >= limit;
    }

    private static double agreements(int rows, double chance) {
        return rows * (rows - 1.0) / 2 * chance;
    }

    private boolean isUnique(ValueCodes x, ValueCodes y) {
        int n = Math.min(x.present(), y.present());
        boolean mayBe = (double) x.distinct() * y.distinct() >= n / 2.0;
        if (!mayBe || n < Chance.FEWEST_ROWS || agreements(n, x.collision() * y.collision()) < limit) {
            return false;
        }
        Combinations seen = new Combinations();
        int rows = 0;
        for (int row = 0; row < x.codes().length; row++) {
            int a = x.codes()[row];
            int b = y.codes()[row];
            if (a >= 0 && b >= 0) {
                rows++;
                if (seen.add(a, b) >= 0) {
                    return false;
                }
            }
        }
        return rows >= Chance.FEWEST_ROWS && agreements(rows, x.collision() * y.collision()) >= limit;
    }
}
