package io.synthaudit.core.statistic;

import io.synthaudit.core.table.Column;

/**
 * Some rows of a coded table: positions {@code from} to {@code to - 1} of a row list, or of the table itself.
 *
 * @param table the table with its codes
 * @param chosen row numbers to go through, or null for all rows of the table
 * @param from first position
 * @param to position after the last
 */
public record Slice(CodedTable table, int[] chosen, int from, int to) {

    /** Rows in one block; blocks are numbered from the start of the table, so sums never depend on threads. */
    public static final int BLOCK = 16_384;

    /** Row number at a position. */
    public int row(int position) {
        return chosen == null ? position : chosen[position];
    }

    public int length() {
        return to - from;
    }

    /** Bin code per row of the table, see {@link io.synthaudit.core.profile.Bins}. Index it with {@link #row}. */
    public int[] codes(int column) {
        return table.codes(column);
    }

    /** Bin codes with at most 256 bins, for tables of pairs. */
    public int[] pairCodes(int column) {
        return table.pairCodes(column);
    }

    public Column column(int index) {
        return table.table().column(index);
    }
}
