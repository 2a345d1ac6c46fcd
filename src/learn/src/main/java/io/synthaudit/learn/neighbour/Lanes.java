package io.synthaudit.learn.neighbour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /**
     * Lays out base rows.
     *
     * @param base codes, one array per column
     * @param order the rows in the order wanted
     */
    Lanes(CellCodes cells, int[][] base, int[] order) {
        this.cells = cells;
        List<Integer> numeric = new ArrayList<>();
        // Columns packed together must have one unit, as only the number of differing fields is known.
        SortedMap<Integer, List<Integer>> small = new TreeMap<>();
        SortedMap<Integer, List<Integer>> medium = new TreeMap<>();
        List<Integer> large = new ArrayList<>();
        for (int j = 0; j < cells.columns(); j++) {
            if (cells.number[j]) {
                numeric.add(j);
            } else if (cells.levels[j] > SHORT) {
                large.add(j);
            } else {
                (cells.levels[j] <= BYTE ? small : medium)
                        .computeIfAbsent(cells.units[j], unit -> new ArrayList<>())
                        .add(j);
            }
        }
        this.numberColumns = numeric.stream().mapToInt(j -> j).toArray();
        this.numbers = new int[numberColumns.length][];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = permuted(base[numberColumns[k]], order);
        }
        this.packs = new ArrayList<>();
        small.values().forEach(columns -> pack(columns, 8, base, order));
        medium.values().forEach(columns -> pack(columns, 16, base, order));
        pack(large, 32, base, order);
    }

    private void pack(List<Integer> columns, int width, int[][] base, int[] order) {
        int each = 32 / width;
        for (int first = 0; first < columns.size(); first += each) {
            int[] together = columns.subList(first, Math.min(columns.size(), first + each)).stream()
                    .mapToInt(j -> j)
                    .toArray();
            int[] lane = new int[order.length];
            for (int k = 0; k < together.length; k++) {
                for (int i = 0; i < lane.length; i++) {
                    lane[i] |= base[together[k]][order[i]] << (k * width);
                }
            }
            packs.add(new Pack(together, width, cells.units[together[0]], lane));
        }
    }

    private static int[] permuted(int[] codes, int[] order) {
        int[] lane = new int[order.length];
        for (int i = 0; i < lane.length; i++) {
            lane[i] = codes[order[i]];
        }
        return lane;
    }

    /** Number of words that a query is made of. */
    int words() {
        return numbers.length + packs.size();
    }

    /** A query's cells, one word per lane, from its codes. */
    void query(int[] codes, int[] words) {
        for (int k = 0; k < numbers.length; k++) {
            words[k] = codes[numberColumns[k]];
        }
        for (int k = 0; k < packs.size(); k++) {
            Pack pack = packs.get(k);
            int word = 0;
            for (int c = 0; c < pack.columns.length; c++) {
                word |= codes[pack.columns[c]] << (c * pack.width);
            }
            words[numbers.length + k] = word;
        }
    }

    /** Writes the sums of {@code rows} base rows, from position {@code from} of the order on. */
    void sums(int[] words, int from, int rows, int[] sums) {
        Arrays.fill(sums, 0, rows, 0);
        for (int k = 0; k < packs.size(); k++) {
            Pack pack = packs.get(k);
            int word = words[numbers.length + k];
            switch (pack.width) {
                case 8 -> Sweep.bytes(sums, pack.lane, from, rows, word, pack.unit);
                case 16 -> Sweep.shorts(sums, pack.lane, from, rows, word, pack.unit);
                default -> Sweep.category(sums, pack.lane, from, rows, word, pack.unit);
            }
        }
        int k = 0;
        for (; k + 1 < numbers.length; k += 2) {
            Sweep.numbers(sums, numbers[k], numbers[k + 1], from, rows, words[k], words[k + 1], unit(k), unit(k + 1));
        }
        if (k < numbers.length) {
            Sweep.number(sums, numbers[k], from, rows, words[k], unit(k));
        }
    }

    private int unit(int k) {
        return cells.units[numberColumns[k]];
    }

    /** Some category columns in one lane, the first one in the lowest bits. */
    private record Pack(int[] columns, int width, int unit, int[] lane) {}
}
