package io.synthaudit.core.table;

import java.util.List;

/**
 * A table by columns. Immutable by convention: the arrays inside are shared and nobody writes to them.
 *
 * @param schema the columns' meaning
 * @param columns the cells, in schema order, all of one length
 * @param rows number of rows
 */
public record Table(Schema schema, List<Column> columns, int rows) {

    public Table {
        columns = List.copyOf(columns);
        for (Column column : columns) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException("table: columns differ in length");
            }
        }
    }

    public Column column(int index) {
        return columns.get(index);
    }

    /** The given rows, in the given order, as a table of its own. */
    public Table select(int[] chosen) {
        return new Table(schema, columns.stream().map(c -> c.select(chosen)).toList(), chosen.length);
    }
}
