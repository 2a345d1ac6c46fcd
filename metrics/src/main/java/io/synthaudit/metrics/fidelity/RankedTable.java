package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.Arrays;

/**
 * Columns of numbers with each cell replaced by the rank of its value among the column's distinct values.
 *
 * @param ranks per column of numbers the rank of each row, -1 for a missing cell; null for other columns
 * @param distinct per column the number of distinct values
 * @param entity the person each row belongs to, or null if rows are independent
 * @param rows number of rows
 */
record RankedTable(int[][] ranks, int[] distinct, int[] entity, int rows) {

    static final int MISSING = -1;

    /**
     * A table whose columns are yet to be ranked.
     *
     * @param table the table
     * @param entity the person each row belongs to, or null
     */
    static RankedTable empty(Table table, int[] entity) {
        int columns = table.columns().size();
        return new RankedTable(new int[columns][], new int[columns], entity, table.rows());
    }

    /** Ranks one column; columns may be ranked at the same time. */
    void rank(NumberColumn column, int at) {
        double[] values = column.values();
        double[] sorted = new double[values.length];
        int present = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                // Adding zero makes -0.0 equal to 0.0.
                sorted[present++] = value + 0.0;
            }
        }
        Arrays.sort(sorted, 0, present);
        int size = 0;
        for (int i = 0; i < present; i++) {
            if (size == 0 || sorted[size - 1] != sorted[i]) {
                sorted[size++] = sorted[i];
            }
        }
        int[] codes = new int[values.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = Double.isNaN(values[row]) ? MISSING : Arrays.binarySearch(sorted, 0, size, values[row] + 0.0);
        }
        ranks[at] = codes;
        distinct[at] = size;
    }
}
