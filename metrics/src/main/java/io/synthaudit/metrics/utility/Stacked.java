package io.synthaudit.metrics.utility;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Two tables of one schema, one below the other; their dictionaries are shared. */
final class Stacked {

    private Stacked() {}

    static Table of(Table upper, Table lower) {
        return new Table(
                upper.schema(),
                IntStream.range(0, upper.columns().size())
                        .mapToObj(c -> of(upper.column(c), lower.column(c)))
                        .toList(),
                upper.rows() + lower.rows());
    }

    private static Column of(Column upper, Column lower) {
        if (upper instanceof NumberColumn numbers) {
            double[] more = ((NumberColumn) lower).values();
            double[] all = Arrays.copyOf(numbers.values(), upper.rows() + lower.rows());
            System.arraycopy(more, 0, all, upper.rows(), more.length);
            return new NumberColumn(numbers.field(), all, 0);
        }
        CodeColumn codes = (CodeColumn) upper;
        int[] more = ((CodeColumn) lower).codes();
        int[] all = Arrays.copyOf(codes.codes(), upper.rows() + lower.rows());
        System.arraycopy(more, 0, all, upper.rows(), more.length);
        return new CodeColumn(codes.field(), codes.dictionary(), all, 0);
    }
}
