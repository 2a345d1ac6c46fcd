package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Ranks;
import io.synthaudit.core.table.Table;

/**
 * Columns of numbers with each cell replaced by the rank of its value among the column's distinct values.
 *
 * @param ranks per column of numbers the rank of each row, -1 for a missing cell; null for other columns
 * @param distinct per column the number of distinct values
 * @param entity the person each row belongs to, or null if rows are independent
 * @param rows number of rows
 */
record RankedTable(int[][] ranks, int[] distinct, int[] entity, int rows) {

    static final int MISSING = Ranks.MISSING;

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
        ranks[at] = column.ranks().codes();
        distinct[at] = column.ranks().size();
    }
}
