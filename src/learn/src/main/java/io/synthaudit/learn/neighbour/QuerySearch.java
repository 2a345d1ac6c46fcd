package io.synthaudit.learn.neighbour;

import java.util.Arrays;

/** The search for one query row after another, with the scratch memory of one thread. */
final class QuerySearch {

    /** Above every sum, and far enough below the largest whole number to add the slack. */
    private static final int FAR = 1 << 30;

    private final Gower gower;
    private final Gower.Rows queries;
    private final Gower.Rows base;
    private final CellCodes cells;
    private final Leaves leaves;
    private final Lanes lanes;
    private final boolean withSecond;
    private final int[] words;
    private final int[] bounds;
    private final int[] sums;

    private int[] rows = new int[64];
    private int[] values = new int[64];
    private int nominated;
    private int best;
    private int next;
    private int threshold;

    QuerySearch(
            Gower gower,
            Gower.Rows queries,
            Gower.Rows base,
            CellCodes cells,
            Leaves leaves,
            Lanes lanes,
            boolean withSecond) {
        this.gower = gower;
        this.queries = queries;
        this.base = base;
        this.cells = cells;
        this.leaves = leaves;
        this.lanes = lanes;
        this.withSecond = withSecond;
        this.words = new int[lanes.words()];
        this.bounds = new int[leaves.count()];
        int longest = 0;
        for (int leaf = 0; leaf < leaves.count(); leaf++) {
            longest = Math.max(longest, leaves.starts[leaf + 1] - leaves.starts[leaf]);
        }
        this.sums = new int[longest];
    }

    void find(int query, int except, Nearest found) {
        lanes.query(query, words);
        int nearest = boundLeaves(query);
        nominated = 0;
        best = FAR;
        next = FAR;
        threshold = FAR;
        scan(nearest, except);
        for (int leaf = 0; leaf < bounds.length; leaf++) {
            if (bounds[leaf] <= threshold && leaf != nearest) {
                scan(leaf, except);
            }
        }
        decide(query, found);
    }

    /** Fills the bounds and returns the leaf that may hold the nearest row of all. */
    private int boundLeaves(int query) {
        Arrays.fill(bounds, 0);
        int unit = 1 << cells.bits;
        for (int j = 0; j < cells.number.length; j++) {
            int cell = cells.queries[j][query];
            if (cells.number[j]) {
                Sweep.least(bounds, leaves.low[j], leaves.high[j], cell, unit);
            } else {
                Sweep.absent(bounds, leaves.present[j], cell, cells.bits);
            }
        }
        int nearest = 0;
        for (int leaf = 1; leaf < bounds.length; leaf++) {
            if (bounds[leaf] < bounds[nearest]) {
                nearest = leaf;
            }
        }
        return nearest;
    }

    private void scan(int leaf, int except) {
        int from = leaves.starts[leaf];
        int count = leaves.starts[leaf + 1] - from;
        lanes.sums(words, from, count, sums);
        for (int i = 0; i < count; i++) {
            if (sums[i] <= threshold && leaves.order[from + i] != except) {
                nominate(leaves.order[from + i], sums[i]);
            }
        }
    }

    private void nominate(int row, int sum) {
        if (nominated == rows.length) {
            rows = Arrays.copyOf(rows, 2 * nominated);
            values = Arrays.copyOf(values, 2 * nominated);
        }
        rows[nominated] = row;
        values[nominated++] = sum;
        if (sum < best) {
            next = best;
            best = sum;
        } else if (sum < next) {
            next = sum;
        }
        threshold = (withSecond ? next : best) + cells.slack;
    }

    private void decide(int query, Nearest found) {
        double[] distances = new double[nominated];
        double least = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        int kept = 0;
        for (int i = 0; i < nominated; i++) {
            if (values[i] > threshold) {
                continue;
            }
            double d = cells.exact()
                    ? (values[i] >> cells.bits) / (double) gower.size()
                    : gower.distance(queries, query, base, rows[i]);
            rows[kept] = rows[i];
            distances[kept++] = d;
            if (d < least) {
                second = least;
                least = d;
            } else if (d < second) {
                second = d;
            }
        }
        int ties = 0;
        for (int i = 0; i < kept; i++) {
            if (distances[i] <= least + Gower.TIE) {
                rows[ties++] = rows[i];
            }
        }
        Arrays.sort(rows, 0, ties);
        int[] tied = Arrays.copyOf(rows, Math.min(ties, Nearest.LISTED));
        found.set(query, least, tied, ties, Math.min(1, second));
    }
}
