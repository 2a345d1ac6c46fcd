package io.synthaudit.core.profile;

import java.util.Arrays;

/**
 * Fewer bins made by merging: neighbouring bins of numbers, rare levels into one. Depends on training counts alone, so
 * it is fixed before a synthetic row is seen.
 *
 * @param coarseOf the coarse bin of each code (bins, then missing, then unseen)
 * @param size number of coarse bins, without missing and unseen
 */
public record Coarsening(int[] coarseOf, int size) {

    /** Codes after merging: bins, missing, unseen. */
    public int codes() {
        return size + 2;
    }

    /** At most {@code most} bins of about equal training mass (numbers), or the most frequent levels and others. */
    public static Coarsening of(Bins bins, long[] binCounts, int most) {
        int[] coarse = new int[bins.codes()];
        int size = bins.cuts() != null ? merge(binCounts, most, coarse) : pool(binCounts, most, coarse);
        coarse[bins.missing()] = size;
        coarse[bins.unseen()] = size + 1;
        return new Coarsening(coarse, size);
    }

    private static int merge(long[] counts, int most, int[] coarse) {
        long total = 0;
        for (long c : counts) {
            total += c;
        }
        int size = 0;
        long inside = 0;
        long left = total;
        for (int b = 0; b < counts.length; b++) {
            // An equal share of what is left, so that bins beside a heavy value stay even.
            boolean full = (inside + counts[b] / 2) * (most - size) >= left;
            if (inside > 0 && full && size < most - 1) {
                left -= inside;
                inside = 0;
                size++;
            }
            coarse[b] = size;
            inside += counts[b];
        }
        return counts.length == 0 ? 0 : size + 1;
    }

    private static int pool(long[] counts, int most, int[] coarse) {
        if (counts.length <= most) {
            for (int b = 0; b < counts.length; b++) {
                coarse[b] = b;
            }
            return counts.length;
        }
        Arrays.fill(coarse, 0, counts.length, most - 1);
        boolean[] taken = new boolean[counts.length];
        for (int i = 0; i < most - 1; i++) {
            int largest = -1;
            for (int b = 0; b < counts.length; b++) {
                if (!taken[b] && (largest < 0 || counts[b] > counts[largest])) {
                    largest = b;
                }
            }
            taken[largest] = true;
            coarse[largest] = i;
        }
        return most;
    }
}
