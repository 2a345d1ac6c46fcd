package io.synthaudit.core.table;

/**
 * A column as text: distinct cells in the order of their first row, and one index into them per row.
 *
 * @param name header cell
 * @param distinct the distinct cells, verbatim
 * @param cells index into {@code distinct} per row
 */
public record RawColumn(String name, String[] distinct, int[] cells) {

    /** How often each distinct cell occurs. */
    public long[] counts() {
        long[] counts = new long[distinct.length];
        for (int cell : cells) {
            counts[cell]++;
        }
        return counts;
    }
}
