package io.synthaudit.learn.neighbour;

import java.util.Arrays;

/**
 * The search for one query row after another, with the scratch memory of one thread.
 *
 * <p>Nominates groups of base rows that are alike; after {@link #find} those that can be among the k nearest, or tied with
 * them, are there with their distances in double precision.
 */
final class QuerySearch {

    /** Above every sum, and far enough below the largest whole number to add the slack. */
    private static final int FAR = 1 << 30;

    private final RowIndex index;
    private final Gower.Rows queries;
    private final Groups.Cells asked;
    private final CellCodes codes;
    private final Leaves leaves;
    private final int[] cells;
    private final int[] words;
    private final int[] bounds;
    private final long[] open;
    private final int[] sums;
    /** The k smallest sums so far, ascending. */
    private final int[] least;

    private int[] groups = new int[64];
    private int[] values = new int[64];
    private double[] distances = new double[64];
    private int nominated;
    private int found;
    private int threshold;
    private int except;

    QuerySearch(RowIndex index, Gower.Rows queries, int k) {
        this.index = index;
        this.queries = queries;
        this.asked = queries.cells();
        this.codes = index.codes;
        this.leaves = index.leaves;
        this.cells = new int[codes.columns()];
        this.words = new int[index.lanes.words()];
        this.bounds = new int[leaves.count()];
        this.open = new long[leaves.count()];
        this.least = new int[k];
        int longest = 0;
        for (int leaf = 0; leaf < leaves.count(); leaf++) {
            longest = Math.max(longest, leaves.starts[leaf + 1] - leaves.starts[leaf]);
        }
        this.sums = new int[longest];
    }

    /**
     * Searches.
     *
     * @param query row of the queries
     * @param except base row that does not count, or -1
     */
    void find(int query, int except) {
        this.except = except;
        for (int j = 0; j < cells.length; j++) {
            cells[j] = codes.query(j, queries, query);
        }
        index.lanes.query(cells, words);
        nominated = 0;
        threshold = FAR;
        Arrays.fill(least, FAR);
        int twin = index.gower.isMissingApart() ? -1 : index.groups.find(asked, query);
        if (twin >= 0) {
            nominate(twin, 0);
        }
        boundLeaves();
        int count = 0;
        for (int leaf = 0; leaf < bounds.length; leaf++) {
            if (bounds[leaf] <= threshold) {
                open[count++] = (long) bounds[leaf] << 32 | leaf;
            }
        }
        scanBestFirst(count, twin);
        decide(query);
    }

    /** The least sum that a row of each leaf can have. */
    private void boundLeaves() {
        Arrays.fill(bounds, 0);
        for (int j = 0; j < cells.length; j++) {
            if (codes.number[j]) {
                Sweep.least(bounds, leaves.low[j], leaves.high[j], cells[j], codes.units[j]);
            } else {
                Sweep.absent(bounds, leaves.present[j], cells[j], codes.units[j]);
            }
        }
    }

    /** Scans the most promising leaf, and then those that it leaves open in the order of their bounds. */
    private void scanBestFirst(int count, int twin) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            best = open[i] < open[best] ? i : best;
        }
        if (count == 0) {
            return;
        }
        int first = (int) open[best];
        scan(first, twin);
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (open[i] >> 32 <= threshold && (int) open[i] != first) {
                open[left++] = open[i];
            }
        }
        Arrays.sort(open, 0, left);
        for (int i = 0; i < left && open[i] >> 32 <= threshold; i++) {
            scan((int) open[i], twin);
        }
    }

    private void scan(int leaf, int twin) {
        int from = leaves.starts[leaf];
        int count = leaves.starts[leaf + 1] - from;
        index.lanes.sums(words, leaf, count, sums);
        for (int i = 0; i < count; i++) {
            if (sums[i] <= threshold && leaves.order[from + i] != twin) {
                nominate(leaves.order[from + i], sums[i]);
            }
        }
    }

    private void nominate(int group, int sum) {
        int size = size(group);
        if (size == 0) {
            return;
        }
        if (nominated == groups.length) {
            groups = Arrays.copyOf(groups, 2 * nominated);
            values = Arrays.copyOf(values, 2 * nominated);
            distances = new double[groups.length];
        }
        groups[nominated] = group;
        values[nominated++] = sum;
        int last = least.length - 1;
        for (int copy = 0; copy < size && sum < least[last]; copy++) {
            int at = last;
            while (at > 0 && least[at - 1] > sum) {
                least[at] = least[at - 1];
                at--;
            }
            least[at] = sum;
        }
        threshold = least[last] == FAR ? FAR : least[last] + codes.slack;
    }

    private void decide(int query) {
        found = 0;
        for (int i = 0; i < nominated; i++) {
            if (values[i] <= threshold) {
                groups[found] = groups[i];
                distances[found++] = codes.exact()
                        ? codes.distance(values[i])
                        : index.gower.distance(queries, query, index.base, index.groups.first(groups[i]));
            }
        }
    }

    /** Number of groups found; they are in no order. */
    int found() {
        return found;
    }

    int group(int i) {
        return groups[i];
    }

    double distance(int i) {
        return distances[i];
    }

    /** How many rows of a group count. */
    int size(int group) {
        int size = index.groups.size(group);
        return except >= 0 && index.groups.of(except) == group ? size - 1 : size;
    }

    /** Writes the rows of the i-th group found that count, ascending, and returns where they end. */
    int rows(int i, int[] into, int at, int most) {
        int end = at;
        int size = index.groups.size(groups[i]);
        for (int m = 0; m < size && end < most; m++) {
            int row = index.groups.member(groups[i], m);
            if (row != except) {
                into[end++] = row;
            }
        }
        return end;
    }
}
