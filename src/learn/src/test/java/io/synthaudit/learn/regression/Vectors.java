package io.synthaudit.learn.regression;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Tables made by rule, so that any language can make them again, and small ones by hand. */
final class Vectors {

    private static final Dictionary C = new Dictionary(new String[] {"A", "B", "C", "D"}, 4);
    private static final Dictionary D = new Dictionary(new String[] {"X", "Y", "Z"}, 3);

    private Vectors() {}

    static double x(int i) {
        return (37 * i % 101) / 10.0;
    }

    static double y(int i) {
        return 0.5 * x(i) + 53 * i % 17;
    }

    private static int c(int i) {
        int r = 7 * i % 10;
        return r < 4 ? 0 : r < 7 ? 1 : r < 9 ? 2 : 3;
    }

    private static int d(int i) {
        return i % 7 % 3;
    }

    /** 200 rows of x, y, c, d, count (y rounded to even), z (2000 + x) and w (2 z + 1). */
    static Table real() {
        return table(
                200,
                number("x", Vectors::x),
                number("y", Vectors::y),
                codes("c", C, Vectors::c),
                codes("d", D, Vectors::d),
                number("count", i -> StrictMath.rint(y(i))),
                number("z", i -> 2000 + x(i)),
                number("w", i -> 2 * (2000 + x(i)) + 1));
    }

    static IntFunction<Column> number(String name, IntToDoubleFunction cell) {
        return rows -> new NumberColumn(
                Field.of(name, Kind.NUMERIC),
                IntStream.range(0, rows).mapToDouble(cell).toArray(),
                0);
    }

    static IntFunction<Column> codes(String name, Dictionary levels, IntUnaryOperator code) {
        return rows -> new CodeColumn(
                Field.of(name, Kind.CATEGORICAL),
                levels,
                IntStream.range(0, rows).map(code).toArray(),
                0);
    }

    @SafeVarargs
    static Table table(int rows, IntFunction<Column>... makers) {
        List<Column> columns = IntStream.range(0, makers.length)
                .mapToObj(i -> makers[i].apply(rows))
                .toList();
        return new Table(new Schema(columns.stream().map(Column::field).toList(), true), columns, rows);
    }
}
