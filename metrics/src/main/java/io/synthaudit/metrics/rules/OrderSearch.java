package io.synthaudit.metrics.rules;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the pairs of number columns of which one is at most the other in every training row, where independent columns would
 * not be.
 *
 * <p>If each a met a b at random, no row would break the order with probability \(\prod_i P(b \ge a_i)\), which is 1 for columns
 * whose ranges do not overlap; minus its logarithm must reach {@link Chance#limit}.
 */
final class OrderSearch {

    private static final int MOST_PAIRS = 200_000;

    private final Run run;
    private final int[] columns;
    private final double[][] values;
    private final ColumnPairs pairs;
    private final double limit;

    OrderSearch(Run run) {
        this.run = run;
        Table training = run.tables().training();
        this.columns = IntStream.of(training.schema().content())
                .filter(c -> training.column(c) instanceof NumberColumn)
                .toArray();
        this.values = IntStream.of(columns)
                .mapToObj(c -> ((NumberColumn) training.column(c)).values())
                .toArray(double[][]::new);
        this.pairs = ColumnPairs.of(columns.length, MOST_PAIRS, run, "column-order/pairs");
        this.limit = Chance.limit(2 * pairs.possible());
    }

    String sentence() {
        return pairs.sentence("columns of numbers or instants");
    }

    List<Rule> rules() {
        boolean[][] holds = new boolean[pairs.count()][];
        int tasks = Math.min(pairs.count(), 64);
        run.parallel(tasks, task -> {
            for (int i = task; i < holds.length; i += tasks) {
                holds[i] = holds(pairs.first()[i], pairs.second()[i]);
            }
        });
        double[][] sorted = new double[columns.length][];
        boolean[] wanted = new boolean[columns.length];
        for (int i = 0; i < holds.length; i++) {
            if (holds[i][0] || holds[i][1]) {
                wanted[pairs.first()[i]] = true;
                wanted[pairs.second()[i]] = true;
            }
        }
        run.parallel(columns.length, c -> sorted[c] = wanted[c] ? sorted(values[c]) : null);
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < holds.length; i++) {
            int a = pairs.first()[i];
            int b = pairs.second()[i];
            if (holds[i][0] && isSure(sorted[a], sorted[b], rows(a, b))) {
                rules.add(new Order(run, columns[a], columns[b], target(a, b), true));
            }
            if (holds[i][1] && isSure(sorted[b], sorted[a], rows(a, b))) {
                rules.add(new Order(run, columns[b], columns[a], target(a, b), false));
            }
        }
        return rules;
    }

    private Target target(int a, int b) {
        return Target.pair(field(a).name(), field(b).name());
    }

    private Field field(int position) {
        return run.tables().schema().field(columns[position]);
    }

    /** Whether first is at most second, and second at most first, in every row, and neither by their ranges alone. */
    private boolean[] holds(int first, int second) {
        ColumnProfile x = run.profile().column(columns[first]);
        ColumnProfile y = run.profile().column(columns[second]);
        boolean rising = x.max() > y.min();
        boolean falling = y.max() > x.min();
        if (!isAlike(field(first), field(second))) {
            return new boolean[2];
        }
        double[] a = values[first];
        double[] b = values[second];
        for (int row = 0; row < a.length && (rising || falling); row++) {
            rising &= !(a[row] > b[row]);
            falling &= !(a[row] < b[row]);
        }
        return new boolean[] {rising, falling};
    }

    private static boolean isAlike(Field a, Field b) {
        boolean dates = a.kind() == Kind.DATETIME;
        String unit = a.domain().unit();
        String other = b.domain().unit();
        return dates == (b.kind() == Kind.DATETIME) && (unit.isEmpty() || other.isEmpty() || unit.equals(other));
    }

    private int rows(int a, int b) {
        int rows = 0;
        for (int row = 0; row < values[a].length; row++) {
            rows += Double.isNaN(values[a][row]) || Double.isNaN(values[b][row]) ? 0 : 1;
        }
        return rows;
    }

    private static double[] sorted(double[] values) {
        double[] present = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        Arrays.sort(present);
        return present;
    }

    /** Goes through the a from the largest, which break the order most easily, until enough is known. */
    private boolean isSure(double[] a, double[] b, int rows) {
        if (rows < Chance.FEWEST_ROWS) {
            return false;
        }
        double share = (double) rows / a.length;
        double surprise = 0;
        int above = 0;
        for (int i = a.length - 1; i >= 0 && surprise < limit && above < b.length; i--) {
            while (above < b.length && b[b.length - 1 - above] >= a[i]) {
                above++;
            }
            // Rows are complete, so some b is not below the largest a of them; a lone a without b may be above.
            surprise -= share * StrictMath.log(Math.max(1, above) / (double) b.length);
        }
        return surprise >= limit;
    }
}
