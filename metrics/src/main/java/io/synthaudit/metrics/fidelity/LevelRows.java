package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.statistic.State;
import io.synthaudit.core.table.CodeColumn;
import java.util.Arrays;

/** Present rows per level or bin of one column; levels that training lacks have each a place of their own. */
final class LevelRows implements State<LevelRows> {

    private final String variant;
    private long[] cells;
    private long missing;

    /**
     * No rows yet.
     *
     * @param variant how levels or bins were made
     * @param size levels or bins that are known beforehand
     */
    LevelRows(String variant, int size) {
        this.variant = variant;
        this.cells = new long[size];
    }

    /** Counts a row; a code below 0 is missing. */
    void add(int code) {
        if (code == CodeColumn.MISSING) {
            missing++;
            return;
        }
        if (code >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(code + 1, 2 * cells.length));
        }
        cells[code]++;
    }

    @Override
    public LevelRows merge(LevelRows other) {
        LevelRows sum = new LevelRows(variant, Math.max(cells.length, other.cells.length));
        sum.missing = missing + other.missing;
        for (int k = 0; k < sum.cells.length; k++) {
            sum.cells[k] = at(k) + other.at(k);
        }
        return sum;
    }

    /** Rows of a level. */
    long at(int code) {
        return code < cells.length ? cells[code] : 0;
    }

    /** A number above all codes that have rows. */
    int codes() {
        return cells.length;
    }

    long present() {
        return Arrays.stream(cells).sum();
    }

    @Override
    public long rows() {
        return present() + missing;
    }

    String variant() {
        return variant;
    }
}
