package io.synthaudit.core.table;

/**
 * A column that says which person owns each row, from the table itself or from a file with the same row order.
 *
 * @param table the table that it stands in
 * @param column the column
 */
public record KeyColumn(RawTable table, RawColumn column) {

    /**
     * The column of that name. The message names no other column: a file of keys is often without header, and then its
     * first row stands there.
     *
     * @throws InputException if the table has no such column
     */
    public static KeyColumn in(RawTable table, String name) {
        for (RawColumn column : table.columns()) {
            if (column.name().equals(name)) {
                return new KeyColumn(table, column);
            }
        }
        throw new InputException(table.name() + ": expected a column " + Quoted.name(name)
                + " that says which person owns each row, found none.\n"
                + "  Mind capitals and blanks; the first line of the file must name the columns.");
    }
}
