package io.synthaudit.metrics.fidelity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The distinct patterns of training as cells: the most frequent ones, all others that training has, and those that it lacks. Which
 * patterns get a cell of their own depends on training and the sizes of the tables alone.
 */
final class PatternCells {

    private static final int MOST = 255;

    /** A cell of its own for patterns of which a sample may expect as many rows: with fewer no bound of a distance holds. */
    private static final double FEWEST_ROWS = 5;

    private final long[] known;
    private final long[] counts;
    private final int[] cellOf;
    private final int size;

    /**
     * @param training patterns of the training rows
     * @param rows rows of the samples that are compared
     */
    PatternCells(long[] training, double rows) {
        long[] sorted = training.clone();
        Arrays.sort(sorted);
        long[] distinct = new long[sorted.length];
        long[] times = new long[sorted.length];
        int found = 0;
        for (long pattern : sorted) {
            if (found == 0 || distinct[found - 1] != pattern) {
                distinct[found++] = pattern;
            }
            times[found - 1]++;
        }
        this.known = Arrays.copyOf(distinct, found);
        this.counts = Arrays.copyOf(times, found);
        double least = FEWEST_ROWS * training.length / Math.max(1, Math.min(rows, training.length));
        int[] frequent = IntStream.range(0, found)
                .filter(i -> times[i] >= least)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -times[i]).thenComparing(i -> i))
                .limit(MOST)
                .mapToInt(Integer::intValue)
                .toArray();
        this.cellOf = new int[found];
        Arrays.fill(cellOf, frequent.length);
        for (int i = 0; i < frequent.length; i++) {
            cellOf[frequent[i]] = i;
        }
        this.size = frequent.length + 2;
    }

    /** Number of patterns that training has. */
    int known() {
        return known.length;
    }

    /** Number of cells. */
    int size() {
        return size;
    }

    /** Rows per cell, of all rows or of the chosen ones. */
    long[] count(long[] patterns, int[] chosen) {
        long[] cells = new long[size];
        int rows = chosen == null ? patterns.length : chosen.length;
        long before = 0;
        int cell = -1;
        for (int i = 0; i < rows; i++) {
            long pattern = patterns[chosen == null ? i : chosen[i]];
            if (cell < 0 || pattern != before) {
                int at = Arrays.binarySearch(known, pattern);
                cell = at < 0 ? size - 1 : cellOf[at];
                before = pattern;
            }
            cells[cell]++;
        }
        return cells;
    }

    /** Training rows per pattern, then 0 for each pattern that only the other table has; and the other table's rows likewise. */
    long[][] exact(long[] other) {
        long[] sorted = other.clone();
        Arrays.sort(sorted);
        long[] a = Arrays.copyOf(counts, counts.length + sorted.length);
        long[] b = new long[a.length];
        int found = counts.length;
        for (int i = 0; i < sorted.length; i++) {
            int at = Arrays.binarySearch(known, sorted[i]);
            if (at >= 0) {
                b[at]++;
            } else {
                found += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
                b[found - 1]++;
            }
        }
        return new long[][] {Arrays.copyOf(a, found), Arrays.copyOf(b, found)};
    }
}
