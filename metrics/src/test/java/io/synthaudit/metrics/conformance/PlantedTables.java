package io.synthaudit.metrics.conformance;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Small tables by formula, in which a mistake is planted. */
final class PlantedTables {

    private PlantedTables() {}

    interface Cell {
        double of(int column, int row);
    }

    static Schema schema(int columns) {
        return new Schema(
                IntStream.range(0, columns)
                        .mapToObj(c -> Field.of("c" + c, Kind.NUMERIC))
                        .toList(),
                true);
    }

    static Table table(Schema schema, int rows, Cell cell) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < schema.size(); c++) {
            int column = c;
            double[] values = IntStream.range(0, rows)
                    .mapToDouble(i -> cell.of(column, i))
                    .toArray();
            columns.add(new NumberColumn(schema.field(c), values, 0));
        }
        return new Table(schema, columns, rows);
    }

    /** The table with columns of small whole numbers as levels. */
    static Table levels(Table table, int... which) {
        List<Column> columns = new ArrayList<>(table.columns());
        for (int c : which) {
            double[] values = ((NumberColumn) table.column(c)).values();
            int[] codes = Arrays.stream(values).mapToInt(v -> (int) v).toArray();
            columns.set(
                    c,
                    new CodeColumn(
                            Field.of("c" + c, Kind.CATEGORICAL),
                            new Dictionary(new String[] {"0", "1", "2", "3"}, 4),
                            codes,
                            0));
        }
        return new Table(new Schema(columns.stream().map(Column::field).toList(), true), columns, table.rows());
    }

    /** Numbers x by row, and a level g that tells their lower from their upper half. */
    static Table mixed(IntToDoubleFunction x) {
        Field number = Field.of("x", Kind.NUMERIC);
        Field level = Field.of("g", Kind.CATEGORICAL);
        double[] values = IntStream.range(0, 500).mapToDouble(x).toArray();
        int[] codes = IntStream.range(0, 500).map(i -> i % 50 < 25 ? 0 : 1).toArray();
        return new Table(
                new Schema(List.of(number, level), true),
                List.of(
                        new NumberColumn(number, values, 0),
                        new CodeColumn(level, new Dictionary(new String[] {"low", "high"}, 2), codes, 0)),
                500);
    }

    /** Correlation of the first two columns of zeros and ones. */
    static double phi(Table table) {
        double[] x = ((NumberColumn) table.column(0)).values();
        double[] y = ((NumberColumn) table.column(1)).values();
        double n = x.length;
        double mx = Arrays.stream(x).sum() / n;
        double my = Arrays.stream(y).sum() / n;
        double both = IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum() / n;
        return (both - mx * my) / Math.sqrt(mx * (1 - mx) * my * (1 - my));
    }

    /** Missing cells filled with the column's first present cell. */
    static Table filled(Table table) {
        return changed(table, false);
    }

    /** Every third cell of each column emptied, at other rows in each. */
    static Table holed(Table table) {
        return changed(table, true);
    }

    static Table changed(Table table, boolean holes) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            int column = c;
            if (table.column(c) instanceof NumberColumn numbers) {
                double[] values = IntStream.range(0, table.rows())
                        .mapToDouble(i -> holes && (i + column) % 3 == 0
                                ? Double.NaN
                                : numbers.isMissing(i) ? 100 : numbers.values()[i])
                        .toArray();
                columns.add(new NumberColumn(numbers.field(), values, 0));
            } else {
                CodeColumn levels = (CodeColumn) table.column(c);
                int[] codes = IntStream.range(0, table.rows())
                        .map(i -> holes && (i + column) % 3 == 0 ? CodeColumn.MISSING : Math.max(0, levels.codes()[i]))
                        .toArray();
                columns.add(new CodeColumn(levels.field(), levels.dictionary(), codes, 0));
            }
        }
        return new Table(table.schema(), columns, table.rows());
    }
}
