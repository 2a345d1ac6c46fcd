package io.synthaudit.learn.neighbour;

import java.util.ArrayList;
import java.util.List;

/**
 * Base rows in leaf order, laid out for the inner loops: a lane per number column, and categories packed four, two or one
 * to a lane by their number of levels.
 *
 * <p>Memory: 4 bytes per base row and lane.
 */
final class Lanes {

    private static final int BYTE = 256;
    private static final int SHORT = 65_536;

    private final CellCodes cells;
    private final int[] numberColumns;
    private final int[][] numbers;
    private final List<Pack> packs;

    Lanes(CellCodes cells, int[] order) {
        this.cells = cells;
        List<Integer> numeric = new ArrayList<>();
        List<Integer> small = new ArrayList<>();
        List<Integer> medium = new ArrayList<>();
        List<Integer> large = new ArrayList<>();
        for (int j = 0; j < cells.number.length; j++) {
            if (cells.number[j]) {
                numeric.add(j);
            } else {
                (cells.levels[j] <= BYTE ? small : cells.levels[j] <= SHORT ? medium : large).add(j);
            }
        }
        this.numberColumns = numeric.stream().mapToInt(j -> j).toArray();
        this.numbers = new int[numberColumns.length][];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = permuted(cells.base[numberColumns[k]], order);
        }
        this.packs = new ArrayList<>();
        pack(small, 8, order);
        pack(medium, 16, order);
        pack(large, 32, order);
    }

    private void pack(List<Integer> columns, int width, int[] order) {
        int each = 32 / width;
        for (int first = 0; first < columns.size(); first += each) {
            int[] together = columns.subList(first, Math.min(columns.size(), first + each)).stream()
                    .mapToInt(j -> j)
                    .toArray();
            int[] lane = new int[order.length];
            for (int i = 0; i < lane.length; i++) {
                lane[i] = packed(cells.base, together, width, order[i]);
            }
            packs.add(new Pack(together, width, lane));
        }
    }

    private static int[] permuted(int[] codes, int[] order) {
        int[] lane = new int[order.length];
        for (int i = 0; i < lane.length; i++) {
            lane[i] = codes[order[i]];
        }
        return lane;
    }

    private static int packed(int[][] codes, int[] columns, int width, int row) {
        int word = 0;
        for (int k = 0; k < columns.length; k++) {
            word |= codes[columns[k]][row] << (k * width);
        }
        return word;
    }

    /** Number of words that a query is made of. */
    int words() {
        return numbers.length + packs.size();
    }

    /** A query's cells, one word per lane. */
    void query(int row, int[] words) {
        for (int k = 0; k < numbers.length; k++) {
            words[k] = cells.queries[numberColumns[k]][row];
        }
        for (int k = 0; k < packs.size(); k++) {
            Pack pack = packs.get(k);
            words[numbers.length + k] = packed(cells.queries, pack.columns, pack.width, row);
        }
    }

    /** Writes the sums of {@code rows} base rows, from position {@code from} of the order on. */
    void sums(int[] words, int from, int rows, int[] sums) {
        java.util.Arrays.fill(sums, 0, rows, 0);
        int unit = 1 << cells.bits;
        for (int k = 0; k < packs.size(); k++) {
            Pack pack = packs.get(k);
            int word = words[numbers.length + k];
            switch (pack.width) {
                case 8 -> Sweep.bytes(sums, pack.lane, from, rows, word, cells.bits);
                case 16 -> Sweep.shorts(sums, pack.lane, from, rows, word, cells.bits);
                default -> Sweep.category(sums, pack.lane, from, rows, word, cells.bits);
            }
        }
        int k = 0;
        for (; k + 1 < numbers.length; k += 2) {
            Sweep.numbers(sums, numbers[k], numbers[k + 1], from, rows, words[k], words[k + 1], unit);
        }
        if (k < numbers.length) {
            Sweep.number(sums, numbers[k], from, rows, words[k], unit);
        }
    }

    /** Some category columns in one lane, the first one in the lowest bits. */
    private record Pack(int[] columns, int width, int[] lane) {}
}
