package io.synthaudit.learn.neighbour;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds rows that some row of another table meets: equal levels, and numbers apart by no more than a share of training's range.
 *
 * <p>Candidate rows are grouped by their levels and by where their numbers are missing, and sorted within a group by the number of
 * most values; so only rows within the tolerance in that number are looked at. At worst, without levels and with one value in
 * every number but few, that is every pair.
 *
 * <p>Memory: 40 bytes per candidate row.
 */
public final class ToleranceMatch {

    /** What rounding may add to a difference that equals the tolerance. */
    private static final double ROUNDING = 1e-9;

    private final int[] content;
    private final double[] tolerances;
    private final Groups groups;
    private final int[][] sorted;
    private final double[][] candidates;
    /** Place of the number that groups are sorted by, or -1. */
    private final int guide;

    private ToleranceMatch(Table training, Table candidates, double share) {
        this.content = training.schema().content();
        this.tolerances = new double[content.length];
        this.candidates = new double[content.length][];
        int most = 0;
        int widest = -1;
        for (int j = 0; j < content.length; j++) {
            if (training.column(content[j]) instanceof NumberColumn cells) {
                double[] present = Arrays.stream(cells.values())
                        .filter(x -> !Double.isNaN(x))
                        .toArray();
                double low = Arrays.stream(present).min().orElse(0);
                double high = Arrays.stream(present).max().orElse(0);
                tolerances[j] = (high * share - low * share) * (1 + ROUNDING);
                this.candidates[j] = ((NumberColumn) candidates.column(content[j])).values();
                int distinct =
                        (int) Arrays.stream(this.candidates[j]).distinct().count();
                if (distinct > most) {
                    most = distinct;
                    widest = j;
                }
            }
        }
        this.guide = widest;
        this.groups = Groups.of(new Pattern(columns(candidates), candidates.rows()));
        this.sorted = new int[groups.count()][];
        for (int group = 0; group < sorted.length; group++) {
            int g = group;
            IntStream rows = IntStream.range(0, groups.size(group)).map(i -> groups.member(g, i));
            sorted[group] = guide < 0 ? rows.limit(1).toArray() : byGuide(rows.toArray());
        }
    }

    /**
     * Makes ready.
     *
     * @param training the table whose content columns and ranges count
     * @param candidates rows that may meet others
     * @param share tolerance as a share of the range
     */
    public static ToleranceMatch of(Table training, Table candidates, double share) {
        return new ToleranceMatch(training, candidates, share);
    }

    /** For each row of a table whether a candidate meets it. */
    public boolean[] hits(Table table) {
        Column[] columns = columns(table);
        Pattern pattern = new Pattern(columns, table.rows());
        double[][] numbers = new double[content.length][];
        for (int j = 0; j < content.length; j++) {
            numbers[j] = columns[j] instanceof NumberColumn cells ? cells.values() : null;
        }
        boolean[] hits = new boolean[table.rows()];
        for (int row = 0; row < hits.length; row++) {
            int group = groups.find(pattern, row);
            hits[row] = group >= 0 && isHit(numbers, row, sorted[group]);
        }
        return hits;
    }

    private boolean isHit(double[][] numbers, int row, int[] rows) {
        if (guide < 0 || Double.isNaN(numbers[guide][row])) {
            return Arrays.stream(rows).anyMatch(candidate -> meets(numbers, row, candidate));
        }
        double least = numbers[guide][row] - tolerances[guide];
        int low = 0;
        int high = rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (candidates[guide][rows[middle]] < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low;
                i < rows.length && candidates[guide][rows[i]] - numbers[guide][row] <= tolerances[guide];
                i++) {
            if (meets(numbers, row, rows[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean meets(double[][] numbers, int row, int candidate) {
        for (int j = 0; j < numbers.length; j++) {
            // A comparison with a missing number is false, and where one is missing the other is too.
            if (numbers[j] != null && Math.abs(numbers[j][row] - candidates[j][candidate]) > tolerances[j]) {
                return false;
            }
        }
        return true;
    }

    private int[] byGuide(int[] rows) {
        double[] keys = Arrays.stream(rows)
                .mapToDouble(row -> candidates[guide][row])
                .sorted()
                .toArray();
        int[] next = new int[rows.length];
        int[] ordered = new int[rows.length];
        for (int row : rows) {
            int first = firstAt(keys, candidates[guide][row]);
            ordered[first + next[first]++] = row;
        }
        return ordered;
    }

    private static int firstAt(double[] keys, double key) {
        int at = Arrays.binarySearch(keys, key);
        int low = 0;
        int high = at;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Double.compare(keys[middle], key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Column[] columns(Table table) {
        return Arrays.stream(content).mapToObj(table::column).toArray(Column[]::new);
    }

    /** Levels, and whether numbers are missing. */
    private record Pattern(Column[] table, int rows) implements Groups.Cells {

        @Override
        public int columns() {
            return table.length;
        }

        @Override
        public long cell(int column, int row) {
            return table[column] instanceof NumberColumn numbers
                    ? (Double.isNaN(numbers.values()[row]) ? 1 : 0)
                    : ((CodeColumn) table[column]).codes()[row];
        }
    }
}
