package io.synthaudit.learn.model;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Small tables for tests. */
final class Columns {

    private Columns() {}

    static Column numbers(double... values) {
        return new NumberColumn(Field.of("number" + values.length, Kind.NUMERIC), values, 0);
    }

    static Column levels(int levels, int... codes) {
        String[] labels = IntStream.range(0, levels).mapToObj(i -> "level" + i).toArray(String[]::new);
        return new CodeColumn(Field.of("levels" + levels, Kind.CATEGORICAL), new Dictionary(labels, levels), codes, 0);
    }

    static Table table(Column... columns) {
        List<Field> fields = Arrays.stream(columns).map(Column::field).toList();
        return new Table(new Schema(fields, true), List.of(columns), columns[0].rows());
    }
}
