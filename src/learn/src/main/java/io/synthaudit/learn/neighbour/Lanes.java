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
    private final int[][][] numbers;
    private final List<Pack> packs;

    /**
     * Lays out base rows.
     *
     * @param base codes, one array per column
     * @param leaves the rows in order, and where leaves begin
     */
    Lanes(CellCodes cells, int[][] base, Leaves leaves) {
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
        this.numbers = new int[numberColumns.length][][];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = laidOut(leaves, new int[] {numberColumns[k]}, 0, base);
        }
        this.packs = new ArrayList<>();
        small.values().forEach(columns -> pack(columns, 8, base, leaves));
        medium.values().forEach(columns -> pack(columns, 16, base, leaves));
        pack(large, 32, base, leaves);
    }

    private void pack(List<Integer> columns, int width, int[][] base, Leaves leaves) {
        int each = 32 / width;
        for (int first = 0; first < columns.size(); first += each) {
            int[] together = columns.subList(first, Math.min(columns.size(), first + each)).stream()
                    .mapToInt(j -> j)
                    .toArray();
            packs.add(new Pack(together, width, cells.units[together[0]], laidOut(leaves, together, width, base)));
        }
    }

    /** One array per leaf: loops that begin anywhere but at the beginning of an array stay scalar. */
    private static int[][] laidOut(Leaves leaves, int[] columns, int width, int[][] base) {
        int[][] lane = new int[leaves.count()][];
        for (int leaf = 0; leaf < lane.length; leaf++) {
            int from = leaves.starts[leaf];
            int[] words = new int[leaves.starts[leaf + 1] - from];
            for (int k = 0; k < columns.length; k++) {
                int[] codes = base[columns[k]];
                for (int i = 0; i < words.length; i++) {
                    words[i] |= codes[leaves.order[from + i]] << (k * width);
                }
            }
            lane[leaf] = words;
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

    /** Writes the sums of a leaf's rows. */
    void sums(int[] words, int leaf, int rows, int[] sums) {
        Arrays.fill(sums, 0, rows, 0);
        for (int k = 0; k < packs.size(); k++) {
            Pack pack = packs.get(k);
            int word = words[numbers.length + k];
            switch (pack.width) {
                case 8 -> Sweep.bytes(sums, pack.lane[leaf], rows, word, pack.unit);
                case 16 -> Sweep.shorts(sums, pack.lane[leaf], rows, word, pack.unit);
                default -> Sweep.category(sums, pack.lane[leaf], rows, word, pack.unit);
            }
        }
        int k = 0;
        for (; k + 1 < numbers.length; k += 2) {
            Sweep.numbers(
                    sums, numbers[k][leaf], numbers[k + 1][leaf], rows, words[k], words[k + 1], unit(k), unit(k + 1));
        }
        if (k < numbers.length) {
            Sweep.number(sums, numbers[k][leaf], rows, words[k], unit(k));
        }
    }

    private int unit(int k) {
        return cells.units[numberColumns[k]];
    }

    /** Some category columns in one lane, the first one in the lowest bits; one array per leaf. */
    private record Pack(int[] columns, int width, int unit, int[][] lane) {}
}
