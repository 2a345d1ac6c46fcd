package io.synthaudit.learn.neighbour;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Base rows put into an order in which neighbours stand together, cut into leaves with bounds of their cells: a leaf
 * whose bounds are further away than a neighbour already found is never looked at.
 *
 * <p>The rows are halved again and again, each time at the column in which two rows of the part differ most on average.
 * Nothing is random, and no result depends on the order: it only decides how much work is saved.
 */
final class Leaves {

    private static final int MOST_ROWS = 128;
    private static final int PAIRS = 64;

    /** Base rows in leaf order. */
    final int[] order;
    /** Where each leaf begins in the order, and after the last one where it ends. */
    final int[] starts;
    /** Least code per number column and leaf, null for categories. */
    final int[][] low;
    /** Largest code per number column and leaf, null for categories. */
    final int[][] high;
    /** Codes modulo 32 per category column and leaf, null for numbers. */
    final int[][] present;

    private final CellCodes cells;

    private Leaves(CellCodes cells, int[][] base, int rows) {
        this.cells = cells;
        this.order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        this.starts = cut(base);
        int leaves = starts.length - 1;
        int p = cells.columns();
        this.low = new int[p][];
        this.high = new int[p][];
        this.present = new int[p][];
        for (int j = 0; j < p; j++) {
            if (cells.number[j]) {
                low[j] = new int[leaves];
                high[j] = new int[leaves];
            } else {
                present[j] = new int[leaves];
            }
            bound(j, base[j]);
        }
    }

    /** Cuts rows that are given by their codes, one array per column. */
    static Leaves of(CellCodes cells, int[][] base, int rows) {
        return new Leaves(cells, base, rows);
    }

    int count() {
        return starts.length - 1;
    }

    private void bound(int j, int[] codes) {
        for (int leaf = 0; leaf < count(); leaf++) {
            int least = Integer.MAX_VALUE;
            int largest = Integer.MIN_VALUE;
            int mask = 0;
            for (int i = starts[leaf]; i < starts[leaf + 1]; i++) {
                int code = codes[order[i]];
                least = Math.min(least, code);
                largest = Math.max(largest, code);
                mask |= 1 << (code & 31);
            }
            if (cells.number[j]) {
                low[j][leaf] = least;
                high[j][leaf] = largest;
            } else {
                present[j][leaf] = mask;
            }
        }
    }

    private int[] cut(int[][] base) {
        int[] found = new int[order.length + 1];
        int leaves = 0;
        ArrayDeque<int[]> open = new ArrayDeque<>();
        open.push(new int[] {0, order.length});
        while (!open.isEmpty()) {
            int[] part = open.pop();
            if (part[1] - part[0] <= MOST_ROWS) {
                found[leaves++] = part[0];
            } else {
                int at = split(base, part[0], part[1]);
                open.push(new int[] {at, part[1]});
                open.push(new int[] {part[0], at});
            }
        }
        found[leaves] = order.length;
        return Arrays.copyOf(found, leaves + 1);
    }

    /** Sorts a part by its most telling column and returns where its second half begins. */
    private int split(int[][] base, int from, int to) {
        int middle = (from + to) >>> 1;
        int column = widest(base, from, to);
        if (column < 0) {
            return middle;
        }
        int[] codes = base[column];
        long[] keys = new long[to - from];
        for (int i = from; i < to; i++) {
            keys[i - from] = ((long) codes[order[i]] << 32) | order[i];
        }
        Arrays.sort(keys);
        for (int i = from; i < to; i++) {
            order[i] = (int) keys[i - from];
        }
        int margin = Math.max(1, (to - from) / 16);
        for (int away = 0; middle - away >= from + margin && middle + away <= to - margin; away++) {
            if (changes(codes, middle - away)) {
                return middle - away;
            }
            if (changes(codes, middle + away)) {
                return middle + away;
            }
        }
        return middle;
    }

    private boolean changes(int[] codes, int at) {
        return codes[order[at - 1]] != codes[order[at]];
    }

    private int widest(int[][] base, int from, int to) {
        int half = (to - from) / 2;
        int step = Math.max(1, half / PAIRS);
        long most = 0;
        int column = -1;
        for (int j = 0; j < base.length; j++) {
            int[] codes = base[j];
            int unit = cells.units[j];
            long spread = 0;
            for (int i = from; i < from + half; i += step) {
                int gap = Math.abs(codes[order[i]] - codes[order[i + half]]);
                spread += cells.number[j] ? Math.min(unit, gap) : gap == 0 ? 0 : unit;
            }
            if (spread > most) {
                most = spread;
                column = j;
            }
        }
        return column;
    }
}
