package io.synthaudit.core.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text tables for tests: one line per row, cells separated by a bar. */
final class TextTables {

    private TextTables() {}

    static RawTable of(String name, String header, String... rows) {
        String[] names = header.split("\\|", -1);
        List<RawColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            int column = i;
            columns.add(column(
                    names[i],
                    Arrays.stream(rows).map(row -> row.split("\\|", -1)[column]).toArray(String[]::new)));
        }
        return new RawTable(name, columns, rows.length);
    }

    static RawColumn column(String name, String... cells) {
        List<String> distinct = new ArrayList<>();
        int[] codes = new int[cells.length];
        for (int row = 0; row < cells.length; row++) {
            if (!distinct.contains(cells[row])) {
                distinct.add(cells[row]);
            }
            codes[row] = distinct.indexOf(cells[row]);
        }
        return new RawColumn(name, distinct.toArray(String[]::new), codes);
    }

    static RawTable single(String name, String... cells) {
        return new RawTable("t.csv", List.of(column(name, cells)), cells.length);
    }
}
