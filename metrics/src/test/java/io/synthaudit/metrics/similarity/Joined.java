package io.synthaudit.metrics.similarity;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Tables one below the other. */
final class Joined {

    private Joined() {}

    static Table of(Table first, Table second) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < first.schema().size(); c++) {
            if (first.column(c) instanceof NumberColumn a && second.column(c) instanceof NumberColumn b) {
                double[] values = DoubleStream.concat(DoubleStream.of(a.values()), DoubleStream.of(b.values()))
                        .toArray();
                columns.add(new NumberColumn(a.field(), values, 0));
            } else if (first.column(c) instanceof CodeColumn a && second.column(c) instanceof CodeColumn b) {
                int[] codes = IntStream.concat(IntStream.of(a.codes()), IntStream.of(b.codes()))
                        .toArray();
                columns.add(new CodeColumn(a.field(), a.dictionary(), codes, 0));
            }
        }
        return new Table(first.schema(), columns, first.rows() + second.rows());
    }
}
