package io.synthaudit.learn.model;

/**
 * A table as numbers: one array per row, all of one width. The arrays are shared, not copied, and nobody writes to them.
 *
 * @param rows the rows, without NaN
 * @param width numbers per row, 0 when nothing can be learned from
 */
public record Design(double[][] rows, int width) {

    /** Number of rows. */
    public int size() {
        return rows.length;
    }
}
