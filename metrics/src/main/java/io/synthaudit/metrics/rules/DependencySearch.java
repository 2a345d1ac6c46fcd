package io.synthaudit.metrics.rules;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the functional dependencies of the training table: exact ones, from one column and from two of which neither does it
 * alone, that independent columns would not show by chance. Most candidates die within a few rows.
 *
 * <p>If the determined column were independent of the others, each row that repeats a determining value would agree with the
 * first such row with a probability of at most \(p\), the share of the most frequent value. So all \(k\) repeating rows agree
 * with probability \(p^k\) at most, and a dependency needs \(-k\ln p\) of at least {@link Chance#limit}.
 */
final class DependencySearch {

    /** Pairs of determining columns are tried up to this number: all pairs of 100 columns. */
    private static final int MOST_PAIRS = 4_950;

    /** Most cells of a pair of determining columns. */
    private static final int MOST_CELLS = 65_536;

    private final Run run;
    private final Schema schema;
    private final int[] columns;
    private final ValueCodes[] codes;
    private final boolean[] determines;
    private final double[] cost;
    private final boolean[][] alone;
    private final ColumnPairs pairs;
    private final int[] determining;
    private final double limit;

    DependencySearch(Run run) {
        this.run = run;
        this.schema = run.tables().schema();
        this.columns = IntStream.range(0, schema.size())
                .filter(c -> !schema.field(c).isKey())
                .toArray();
        this.codes = ValueCodes.ofTraining(run);
        this.determines = new boolean[schema.size()];
        this.cost = new double[schema.size()];
        for (int c : columns) {
            ValueCodes values = codes[c];
            determines[c] = !values.isConstant() && 2L * values.distinct() <= values.present();
            cost[c] = values.isConstant() ? 0 : -StrictMath.log((double) values.most() / values.present());
        }
        this.determining = IntStream.of(columns).filter(c -> determines[c]).toArray();
        this.pairs = ColumnPairs.of(determining.length, MOST_PAIRS, run, "functional-dependency/pairs");
        this.alone = new boolean[schema.size()][schema.size()];
        this.limit = Chance.limit((determining.length + pairs.possible()) * columns.length);
    }

    /** How many combinations were tried, as a sentence. */
    String sentence() {
        return "Each of " + determining.length + " columns with repeating values was tried against all others. "
                + pairs.sentence("them");
    }

    List<Rule> rules() {
        List<List<Found>> places = new ArrayList<>();
        for (int i = 0; i < determining.length + pairs.count(); i++) {
            places.add(List.of());
        }
        run.parallel(determining.length, i -> places.set(i, ofOne(determining[i])));
        int singles = determining.length;
        run.parallel(
                pairs.count(),
                i -> places.set(singles + i, ofTwo(determining[pairs.first()[i]], determining[pairs.second()[i]])));
        List<Found> found = places.stream().flatMap(List::stream).toList();
        Translated translated = new Translated(found);
        return found.stream().<Rule>map(f -> f.rule(translated)).toList();
    }

    /** A dependency before the other tables are looked at. */
    private record Found(Target target, int[] from, int to, int width, int[] value) {
        Rule rule(Translated codes) {
            return new Dependency(target, from, to, width, value, codes);
        }
    }

    private List<Found> ofOne(int x) {
        List<Found> found = new ArrayList<>();
        long[] first = new long[codes[x].size()];
        for (int i = 0; i < columns.length; i++) {
            int y = columns[i];
            if (y != x && !codes[y].isConstant()) {
                int[] value = determined(codes[x].codes(), first, i + 1, y);
                if (value != null) {
                    alone[x][y] = true;
                    addIfSure(found, new int[] {x}, y, 1, value);
                }
            }
        }
        return found;
    }

    private static final int[] BY_CHANCE = {};

    private void addIfSure(List<Found> found, int[] from, int y, int width, int[] value) {
        if (value != BY_CHANCE) {
            List<String> given =
                    Arrays.stream(from).mapToObj(c -> schema.field(c).name()).toList();
            found.add(new Found(Target.given(schema.field(y).name(), given), from, y, width, value));
        }
    }

    /**
     * The value of y per value of x; {@link #BY_CHANCE} if there is one but chance might do it; null if there is none.
     *
     * @param first scratch, per value of x the stamp and the value of y in its first row
     * @param stamp tells this search's entries from those before
     */
    private int[] determined(int[] x, long[] first, int stamp, int y) {
        int[] of = codes[y].codes();
        int rows = 0;
        int repeats = 0;
        for (int row = 0; row < x.length; row++) {
            if (x[row] < 0 || of[row] < 0) {
                continue;
            }
            rows++;
            long seen = first[x[row]];
            if (seen >>> 32 != stamp) {
                first[x[row]] = (long) stamp << 32 | of[row];
            } else if ((int) seen != of[row]) {
                return null;
            } else {
                repeats++;
            }
        }
        if (rows < Chance.FEWEST_ROWS || repeats * cost[y] < limit) {
            return BY_CHANCE;
        }
        int[] value = new int[first.length];
        for (int i = 0; i < value.length; i++) {
            value[i] = first[i] >>> 32 == stamp ? (int) first[i] : ValueCodes.NEW;
        }
        return value;
    }

    private List<Found> ofTwo(int x1, int x2) {
        int width = codes[x2].size();
        long cells = (long) codes[x1].size() * width;
        int n = codes[x1].codes().length;
        if (cells > Math.min(MOST_CELLS, n / 2) || alone[x1][x2] || alone[x2][x1]) {
            return List.of();
        }
        int[] alive = candidates(x1, x2, (int) cells);
        int[] a = codes[x1].codes();
        int[] b = codes[x2].codes();
        int[] first = new int[(int) cells];
        int left = alive.length;
        for (int row = 0; row < n && left > 0; row++) {
            if (a[row] < 0 || b[row] < 0) {
                continue;
            }
            int cell = a[row] * width + b[row];
            int before = first[cell] - 1;
            if (before < 0) {
                first[cell] = row + 1;
                continue;
            }
            for (int i = 0; i < left; i++) {
                int[] of = codes[alive[i]].codes();
                if (of[row] != of[before] && of[row] >= 0 && of[before] >= 0) {
                    alive[i--] = alive[--left];
                }
            }
        }
        return left == 0 ? List.of() : confirmed(x1, x2, Arrays.copyOf(alive, left));
    }

    /** What two columns might determine: nothing that either does alone, nor what is too constant to tell. */
    private int[] candidates(int x1, int x2, int cells) {
        int rows = codes[x1].present();
        return IntStream.of(columns)
                .filter(y -> y != x1 && y != x2 && !alone[x1][y] && !alone[x2][y] && rows * cost[y] >= limit)
                .toArray();
    }

    /** The first row of a cell may lack the determined value, so what is left is looked at again in full. */
    private List<Found> confirmed(int x1, int x2, int[] candidates) {
        Arrays.sort(candidates);
        int width = codes[x2].size();
        int[] a = codes[x1].codes();
        int[] b = codes[x2].codes();
        int[] x = new int[a.length];
        for (int row = 0; row < x.length; row++) {
            x[row] = a[row] < 0 || b[row] < 0 ? ValueCodes.MISSING : a[row] * width + b[row];
        }
        long[] first = new long[codes[x1].size() * width];
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < candidates.length; i++) {
            int[] value = determined(x, first, i + 1, candidates[i]);
            if (value != null) {
                addIfSure(found, new int[] {x1, x2}, candidates[i], width, value);
            }
        }
        return found;
    }

    /** The values of the synthetic table and the holdout in training's numbers, for the columns of which rules speak. */
    final class Translated {

        private final int[][] synthetic = new int[schema.size()][];
        private final int[][] holdout = new int[schema.size()][];

        private Translated(List<Found> found) {
            int[] used = found.stream()
                    .flatMapToInt(f -> IntStream.concat(IntStream.of(f.from), IntStream.of(f.to)))
                    .sorted()
                    .distinct()
                    .toArray();
            Table control = run.control().orElse(null);
            run.parallel(used.length, i -> {
                int c = used[i];
                Column training = run.tables().training().column(c);
                synthetic[c] =
                        codes[c].translate(training, run.tables().synthetic().column(c));
                holdout[c] = control == null ? null : codes[c].translate(training, control.column(c));
            });
        }

        int[] of(Rule.Side side, int column) {
            return side == Rule.Side.SYNTHETIC ? synthetic[column] : holdout[column];
        }
    }
}
