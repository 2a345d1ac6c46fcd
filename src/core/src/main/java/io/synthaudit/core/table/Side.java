package io.synthaudit.core.table;

/**
 * One table while it is coded.
 *
 * @param table the file
 * @param strict whether a cell that does not fit its column is an error: yes in real tables, no in synthetic ones
 */
record Side(RawTable table, boolean strict) {

    /** The error for a real table whose cells do not fit the column; {@code bad} marks them by distinct cell. */
    InputException misfit(RawColumn column, boolean[] bad, String expected, String remedy) {
        int row = 0;
        while (!bad[column.cells()[row]]) {
            row++;
        }
        long count = 0;
        for (int cell : column.cells()) {
            count += bad[cell] ? 1 : 0;
        }
        return new InputException(table.name() + ", row " + Evidence.count(row + 1L) + ", column "
                + Quoted.name(column.name()) + ": expected " + expected + ", found something else (in "
                + Evidence.count(count) + (count == 1 ? " row" : " rows") + ").\n  " + remedy);
    }
}
