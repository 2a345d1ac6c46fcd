package io.synthaudit.core.audit;

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
final class Small {

    private Small() {}

    static NumberColumn numbers(double... values) {
        return new NumberColumn(Field.of("number", Kind.NUMERIC), values, 0);
    }

    /** Levels of a column whose training has {@code known} of 10 possible ones. */
    static CodeColumn levels(int known, int... codes) {
        String[] labels = IntStream.range(0, 10).mapToObj(i -> "level" + i).toArray(String[]::new);
        return new CodeColumn(Field.of("level", Kind.CATEGORICAL), new Dictionary(labels, known), codes, 0);
    }

    static Column key(double... values) {
        return new NumberColumn(Field.of("key", Kind.ID), values, 0);
    }

    static Table table(Column... columns) {
        List<Field> fields = Arrays.stream(columns).map(Column::field).toList();
        return new Table(new Schema(fields, true), List.of(columns), columns[0].rows());
    }
}
