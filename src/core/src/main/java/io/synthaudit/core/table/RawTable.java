package io.synthaudit.core.table;

import java.util.List;

/**
 * A table as text, before any cell has a meaning.
 *
 * @param name what messages call the file: its name, never its folder
 * @param columns the columns in file order
 * @param rows number of data rows
 */
public record RawTable(String name, List<RawColumn> columns, int rows) {

    public RawTable {
        columns = List.copyOf(columns);
    }
}
