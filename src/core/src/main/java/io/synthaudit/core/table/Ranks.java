package io.synthaudit.core.table;

import java.util.Arrays;

/**
 * The cells of a column of numbers by the rank of their values: what sorting, binning and counting distinct values need, so
 * that each column is sorted once.
 *
 * @param values the distinct numbers, ascending, -0 as 0; each occurs. Shared, not copied
 * @param codes per row the place of its number among the values, {@link #MISSING} for a missing cell. Shared, not copied
 */
public record Ranks(double[] values, int[] codes) {

    /** The code of a missing cell. */
    public static final int MISSING = -1;

    /** Ranks of numbers, NaN being missing. */
    static Ranks of(double[] cells) {
        double[] distinct = distinct(cells);
        return new Ranks(distinct, codes(cells, distinct));
    }

    /**
     * Ranks of a column that names its numbers by their place in a list.
     *
     * @param numbers the list, in any order, with repetitions; each but NaN, which is missing, occurs
     * @param cells per row a place in the list
     */
    static Ranks of(double[] numbers, int[] cells) {
        double[] distinct = distinct(numbers);
        return new Ranks(distinct, at(codes(numbers, distinct), cells));
    }

    private static double[] distinct(double[] numbers) {
        double[] sorted = new double[numbers.length];
        int present = 0;
        for (double number : numbers) {
            if (!Double.isNaN(number)) {
                // Adding zero makes -0.0 the 0.0 that it equals.
                sorted[present++] = number + 0.0;
            }
        }
        Arrays.sort(sorted, 0, present);
        int size = 0;
        for (int i = 0; i < present; i++) {
            if (size == 0 || sorted[size - 1] != sorted[i]) {
                sorted[size++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    private static int[] codes(double[] numbers, double[] distinct) {
        int[] codes = new int[numbers.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Double.isNaN(numbers[i]) ? MISSING : Arrays.binarySearch(distinct, numbers[i] + 0.0);
        }
        return codes;
    }

    private static int[] at(int[] codes, int[] places) {
        int[] chosen = new int[places.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = codes[places[i]];
        }
        return chosen;
    }

    /** Number of distinct values. */
    public int size() {
        return values.length;
    }

    /** Rows per distinct value; missing cells are left out. */
    public int[] counts() {
        int[] counts = new int[values.length];
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        return counts;
    }

    /** The numbers of all rows, ascending, without missing cells. */
    public double[] sorted() {
        int[] counts = counts();
        double[] sorted = new double[Arrays.stream(counts).sum()];
        int at = 0;
        for (int i = 0; i < counts.length; i++) {
            Arrays.fill(sorted, at, at += counts[i], values[i]);
        }
        return sorted;
    }

    /** The given rows, in the given order; values that none of them has are gone. */
    Ranks select(int[] rows) {
        int[] chosen = at(codes, rows);
        int[] place = new int[values.length];
        for (int code : chosen) {
            if (code >= 0) {
                place[code] = 1;
            }
        }
        double[] kept = new double[Math.min(values.length, rows.length)];
        int size = 0;
        for (int i = 0; i < place.length; i++) {
            if (place[i] > 0) {
                place[i] = size;
                kept[size++] = values[i];
            }
        }
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = chosen[i] < 0 ? MISSING : place[chosen[i]];
        }
        return new Ranks(Arrays.copyOf(kept, size), chosen);
    }
}
