package io.synthaudit.metrics.fidelity;

import java.util.List;

/** Rows per cell of a one-way or two-way table of groups, in all tables and samples of a run. */
final class GroupCounts {

    private final PooledGroups[] groups;
    private final int[] columns;
    private final int size;

    /** @param columns one or two positions among the groups */
    GroupCounts(PooledGroups[] groups, int[] columns) {
        this.groups = groups;
        this.columns = columns;
        int cells = 1;
        for (int c : columns) {
            cells *= groups[c].size();
        }
        this.size = cells;
    }

    long[] training() {
        return count(PooledGroups::training, null);
    }

    long[] synthetic() {
        return count(PooledGroups::synthetic, null);
    }

    /** All tables and samples, without the cells that nobody fills. */
    CellResampling.Cells cells(EqualSamples samples) {
        long[] t = training();
        long[] s = synthetic();
        long[] h = samples.isSimulated() ? null : count(PooledGroups::holdout, null);
        int[] filled = h == null ? TableUtility.filled(t, s) : TableUtility.filled(t, s, h);
        List<long[]> ofSynthetic = samples.synthetic().stream()
                .map(rows -> only(count(PooledGroups::synthetic, rows), filled))
                .toList();
        List<long[]> ofHoldout = samples.holdout().stream()
                .map(rows -> only(count(PooledGroups::holdout, rows), filled))
                .toList();
        return new CellResampling.Cells(
                only(t, filled), only(s, filled), h == null ? null : only(h, filled), ofSynthetic, ofHoldout);
    }

    private static long[] only(long[] cells, int[] filled) {
        long[] kept = new long[filled.length];
        for (int i = 0; i < filled.length; i++) {
            kept[i] = cells[filled[i]];
        }
        return kept;
    }

    private long[] count(java.util.function.Function<PooledGroups, int[]> table, int[] chosen) {
        long[] cells = new long[size];
        int[] x = table.apply(groups[columns[0]]);
        int[] y = columns.length == 1 ? null : table.apply(groups[columns[1]]);
        int width = columns.length == 1 ? 1 : groups[columns[1]].size();
        if (chosen != null) {
            for (int row : chosen) {
                cells[y == null ? x[row] : x[row] * width + y[row]]++;
            }
        } else if (y == null) {
            for (int group : x) {
                cells[group]++;
            }
        } else {
            for (int row = 0; row < x.length; row++) {
                cells[x[row] * width + y[row]]++;
            }
        }
        return cells;
    }
}
