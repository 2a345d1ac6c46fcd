package io.synthaudit.core.profile;

import java.util.Arrays;

/**
 * Quantile bins of a column of numbers.
 *
 * <p>The cut points are the smallest values x with F(x) at least i/k, i = 1 .. k-1, equal ones taken once. A value that
 * alone holds at least 1/k of the column (the zeros of a zero-inflated column) is a bin of its own: its predecessor
 * becomes a cut too. So there are never more than 2k bins.
 */
final class QuantileBins {

    /** The number of bins that metrics start from. */
    static final int DEFAULT = 20;

    private QuantileBins() {}

    /** Bins of sorted values without NaN; one bin when there are none. */
    static Bins of(double[] sorted, int k) {
        int n = sorted.length;
        double[] cuts = new double[2 * k];
        int size = 0;
        for (int i = 1; i < k && n > 0; i++) {
            int rank = (int) (((long) i * n + k - 1) / k);
            double cut = sorted[Math.max(0, rank - 1)];
            if (size > 0 && cuts[size - 1] == cut) {
                continue;
            }
            int first = firstOf(sorted, cut);
            boolean atom = (long) (endOf(sorted, cut) - first) * k >= n;
            if (atom && first > 0 && (size == 0 || cuts[size - 1] < sorted[first - 1])) {
                cuts[size++] = sorted[first - 1];
            }
            cuts[size++] = cut;
        }
        // The last cut must leave something above it, else the last bin could never be filled by training.
        if (size > 0 && cuts[size - 1] == sorted[n - 1]) {
            size--;
        }
        return Bins.ofCuts(Arrays.copyOf(cuts, size), k + "-bins");
    }

    private static int firstOf(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int endOf(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
