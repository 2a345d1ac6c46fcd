package io.synthaudit.metrics.rules;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Columns and tables for rules to be planted in. */
final class Planted {

    private Planted() {}

    static Column levels(String name, int levels, int[] codes) {
        return levels(Field.of(name, Kind.CATEGORICAL), levels, levels, codes);
    }

    static Column levels(Field field, int levels, int known, int[] codes) {
        Dictionary dictionary =
                new Dictionary(IntStream.range(0, levels).mapToObj(i -> "v" + i).toArray(String[]::new), known);
        return new CodeColumn(field, dictionary, codes, 0);
    }

    static Column numbers(String name, double[] values) {
        return new NumberColumn(Field.of(name, Kind.NUMERIC), values, 0);
    }

    static Table table(Column... columns) {
        Schema schema = new Schema(Arrays.stream(columns).map(Column::field).toList(), true);
        return new Table(schema, List.of(columns), columns[0].rows());
    }

    /** The tables with a dictionary of the first column in which training has that many levels. */
    static Tables knowing(int known, Table training, Table synthetic) {
        return Tables.of(knowing(known, training), knowing(known, synthetic), null);
    }

    private static Table knowing(int known, Table table) {
        CodeColumn first = (CodeColumn) table.column(0);
        List<Column> columns = new ArrayList<>(table.columns());
        columns.set(0, levels(first.field(), first.dictionary().size(), known, first.codes()));
        return new Table(table.schema(), columns, table.rows());
    }
}
