package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.profile.Bins;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Ranks;
import io.synthaudit.core.table.Table;
import java.util.Arrays;

/**
 * A column's groups as synthpop makes them: numbers in five quantile groups of training and synthetic rows pooled, closed on
 * the left; five groups of equal width where ties leave fewer than three. Missing is a group of its own. Levels stay as they
 * are, the 255 most frequent at most; a level that training lacks is a group of its own.
 *
 * @param training group of each training row
 * @param synthetic group of each synthetic row
 * @param holdout group of each holdout row; null without one
 * @param size number of groups
 */
record PooledGroups(int[] training, int[] synthetic, int[] holdout, int size) {

    private static final int GROUPS = 5;
    private static final int FEWEST = 3;

    static PooledGroups of(Run run, int column) {
        Table holdout = run.control().orElse(null);
        Column t = run.tables().training().column(column);
        Column s = run.tables().synthetic().column(column);
        Column h = holdout == null ? null : holdout.column(column);
        if (t instanceof NumberColumn training) {
            double[] breaks =
                    breaks(training.ranks().sorted(), ((NumberColumn) s).ranks().sorted());
            int size = Math.max(1, breaks.length - 1) + 1;
            return new PooledGroups(group(t, breaks), group(s, breaks), h == null ? null : group(h, breaks), size);
        }
        Bins bins = run.profile().column(column).pairBins();
        return new PooledGroups(level(t, bins), level(s, bins), h == null ? null : level(h, bins), bins.codes());
    }

    private static int[] level(Column column, Bins bins) {
        return Arrays.stream(((CodeColumn) column).codes()).map(bins::bin).toArray();
    }

    private static int[] group(Column column, double[] breaks) {
        int last = Math.max(1, breaks.length - 1);
        Ranks ranks = ((NumberColumn) column).ranks();
        int[] groupOfRank =
                Arrays.stream(ranks.values()).mapToInt(v -> group(v, breaks)).toArray();
        int[] groups = new int[ranks.codes().length];
        for (int row = 0; row < groups.length; row++) {
            int rank = ranks.codes()[row];
            groups[row] = rank < 0 ? last : groupOfRank[rank];
        }
        return groups;
    }

    private static int group(double value, double[] breaks) {
        int group = 0;
        while (group + 2 < breaks.length && value >= breaks[group + 1]) {
            group++;
        }
        return group;
    }

    private static double[] merged(double[] a, double[] b) {
        double[] all = new double[a.length + b.length];
        for (int i = 0, j = 0; i + j < all.length; ) {
            boolean left = j == b.length || i < a.length && a[i] <= b[j];
            int at = i + j;
            all[at] = left ? a[i++] : b[j++];
        }
        return all;
    }

    /**
     * Edges of the groups, ascending; fewer than two when there is at most one value.
     *
     * @param training numbers, ascending
     * @param synthetic numbers, ascending
     */
    static double[] breaks(double[] training, double[] synthetic) {
        double[] sorted = merged(training, synthetic);
        if (sorted.length == 0) {
            return sorted;
        }
        double[] quantiles = new double[GROUPS + 1];
        double[] even = new double[GROUPS + 1];
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        for (int i = 0; i <= GROUPS; i++) {
            quantiles[i] = quantile(sorted, i * (1.0 / GROUPS));
            even[i] = i == GROUPS ? high : low + i * ((high - low) / GROUPS);
        }
        double[] distinct = Arrays.stream(quantiles).distinct().toArray();
        return distinct.length > FEWEST
                ? distinct
                : Arrays.stream(even).distinct().toArray();
    }

    /** R's quantile of type 7, to the bit, for a value on an edge belongs to the group above it. */
    private static double quantile(double[] sorted, double share) {
        double index = (sorted.length - 1) * share;
        int low = (int) Math.min(sorted.length - 1.0, Math.floor(index));
        int high = (int) Math.min(sorted.length - 1.0, Math.ceil(index));
        if (index <= low || sorted[high] == sorted[low]) {
            return sorted[low];
        }
        double h = index - low;
        return (1 - h) * sorted[low] + h * sorted[high];
    }
}
