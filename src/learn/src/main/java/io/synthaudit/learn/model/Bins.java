package io.synthaudit.learn.model;

import java.util.Arrays;

/**
 * The rows of a design as small whole numbers, for trees: numbers in at most 256 bins of about equal counts, equal numbers
 * in one bin; levels as they are, bin 0 for none.
 *
 * @param of bin of each row, by feature
 * @param counts number of bins of each feature
 * @param edges per feature of numbers, the number up to which a row goes left of a split behind each bin; null for levels
 */
record Bins(char[][] of, int[] counts, double[][] edges) {

    private static final int MOST = 256;

    static Bins of(Design design) {
        int features = design.features().size();
        Bins bins = new Bins(new char[features][design.size()], new int[features], new double[features][]);
        for (int f = 0; f < features; f++) {
            bins.fill(f, design.features().get(f));
        }
        return bins;
    }

    int features() {
        return counts.length;
    }

    int most() {
        return Arrays.stream(counts).max().orElse(0);
    }

    private void fill(int f, Feature feature) {
        char[] bins = of[f];
        if (!feature.isNumber()) {
            for (int i = 0; i < bins.length; i++) {
                bins[i] = (char) (feature.slots()[i] + 1);
            }
            counts[f] = feature.places() + 1;
            return;
        }
        double[] uppers = uppers(feature.values());
        for (int i = 0; i < bins.length; i++) {
            int found = Arrays.binarySearch(uppers, feature.values()[i]);
            bins[i] = (char) (found >= 0 ? found : -found - 1);
        }
        counts[f] = uppers.length;
        edges[f] = edges(uppers, feature.values());
    }

    /** Largest number of each bin, ascending. */
    private static double[] uppers(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] uppers = new double[MOST];
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i + 1 == sorted.length || sorted[i] < sorted[i + 1]) {
                distinct++;
            }
        }
        int bins = 0;
        for (int i = 0; i < sorted.length; i++) {
            boolean last = i + 1 == sorted.length || sorted[i] < sorted[i + 1];
            // Bin b ends no sooner than behind the share (b + 1) / 256 of all rows.
            if (last && (distinct <= MOST || (i + 1L) * MOST >= (bins + 1L) * sorted.length)) {
                uppers[bins++] = sorted[i] + 0.0;
            }
        }
        return Arrays.copyOf(uppers, bins);
    }

    /** Halfway between the largest number of a bin and the smallest of the next, where a double lies there. */
    private static double[] edges(double[] uppers, double[] values) {
        double[] next = new double[uppers.length];
        Arrays.fill(next, Double.POSITIVE_INFINITY);
        for (double v : values) {
            int found = Arrays.binarySearch(uppers, v);
            int bin = found >= 0 ? found : -found - 1;
            if (bin > 0) {
                next[bin - 1] = Math.min(next[bin - 1], v);
            }
        }
        double[] edges = uppers.clone();
        for (int b = 0; b + 1 < edges.length; b++) {
            double middle = uppers[b] + (next[b] - uppers[b]) / 2;
            edges[b] = middle < next[b] ? middle : uppers[b];
        }
        return edges;
    }

    /**
     * Reorders rows from .. to-1 so that those up to a bin of numbers, or of one bin of levels, stand first, each side in its old
     * order.
     *
     * @param spare as long as {@code rows}; its content is lost
     * @return where the others begin
     */
    int partition(int feature, boolean number, int bin, int[] rows, int[] spare, int from, int to) {
        char[] bins = of[feature];
        int next = from;
        int others = 0;
        for (int r = from; r < to; r++) {
            int row = rows[r];
            if (number ? bins[row] <= bin : bins[row] == bin) {
                rows[next++] = row;
            } else {
                spare[others++] = row;
            }
        }
        System.arraycopy(spare, 0, rows, next, others);
        return next;
    }
}
