package io.synthaudit.metrics.conformance;

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
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** The same tables in the bins and levels of other tools, so that our formulas can be tried on their cells. */
final class Retabulated {

    private Retabulated() {}

    /** Levels that training lacks stand apart as if training had them, with no row. */
    static Tables everyLevelKnown(Tables tables) {
        return changed(tables, (column, other) -> column instanceof CodeColumn codes ? known(codes) : column);
    }

    /** So many first rows of either table. */
    static Tables firstRows(Tables tables, int rows) {
        int[] first = IntStream.range(0, rows).toArray();
        return Tables.of(tables.training().select(first), tables.synthetic().select(first), null);
    }

    /** Numbers in so many bins of equal width over training's range, the outer ones open. */
    static Tables binsOfTraining(Tables tables, int bins) {
        return binned(tables, (training, synthetic) -> edges(bins, training));
    }

    /** Numbers in so many bins of equal width over the range of both tables. */
    static Tables binsOfBoth(Tables tables, int bins) {
        return binned(tables, (training, synthetic) -> edges(bins, training, synthetic));
    }

    /**
     * Numbers in so many bins of equal width over the range of each table by itself. As in SDMetrics' report the largest
     * number makes a bin of its own, which missing cells share.
     */
    static Tables binsOfEachTable(Tables tables, int bins) {
        return changed(tables, (column, other) -> {
            if (!(column instanceof NumberColumn numbers)) {
                return known((CodeColumn) column);
            }
            double[] edges = edges(bins, numbers.values());
            int[] codes = Arrays.stream(numbers.values())
                    .mapToInt(v -> Double.isNaN(v) ? bins + 1 : atMost(edges, v))
                    .toArray();
            return coded(numbers.field(), codes, bins + 2);
        });
    }

    /** Every number is a level. */
    static Tables numbersAsLevels(Tables tables) {
        return changed(tables, (column, other) -> {
            if (!(column instanceof NumberColumn numbers)) {
                return known((CodeColumn) column);
            }
            double[] all = Arrays.stream(new double[][] {numbers.values(), ((NumberColumn) other).values()})
                    .flatMapToDouble(Arrays::stream)
                    .filter(v -> !Double.isNaN(v))
                    .sorted()
                    .distinct()
                    .toArray();
            int[] codes = Arrays.stream(numbers.values())
                    .mapToInt(v -> Double.isNaN(v) ? CodeColumn.MISSING : Arrays.binarySearch(all, v))
                    .toArray();
            return coded(numbers.field(), codes, all.length);
        });
    }

    /** Every level is the number of its place in the alphabet. */
    static Tables levelsAsNumbers(Tables tables) {
        return changed(tables, (column, other) -> {
            if (!(column instanceof CodeColumn levels)) {
                return column;
            }
            Dictionary dictionary = levels.dictionary();
            String[] labels = IntStream.range(0, dictionary.size())
                    .mapToObj(dictionary::label)
                    .sorted()
                    .toArray(String[]::new);
            double[] values = Arrays.stream(levels.codes())
                    .mapToDouble(code -> code < 0 ? Double.NaN : Arrays.binarySearch(labels, dictionary.label(code)))
                    .toArray();
            return new NumberColumn(Field.of(column.field().name(), Kind.NUMERIC), values, 0);
        });
    }

    /** Bins closed on the left by inner edges; a missing cell stays missing. */
    private static Tables binned(Tables tables, BiFunction<double[], double[], double[]> edgesOf) {
        double[][] edges = new double[tables.schema().size()][];
        for (int c = 0; c < edges.length; c++) {
            if (tables.training().column(c) instanceof NumberColumn numbers) {
                edges[c] = edgesOf.apply(
                        numbers.values(), ((NumberColumn) tables.synthetic().column(c)).values());
            }
        }
        return changed(tables, (column, other) -> {
            if (!(column instanceof NumberColumn numbers)) {
                return known((CodeColumn) column);
            }
            double[] all = edges[tables.schema().indexOf(column.field().name()).orElseThrow()];
            double[] inner = Arrays.copyOfRange(all, 1, all.length - 1);
            int[] codes = Arrays.stream(numbers.values())
                    .mapToInt(v -> Double.isNaN(v) ? CodeColumn.MISSING : atMost(inner, v))
                    .toArray();
            return coded(numbers.field(), codes, inner.length + 1);
        });
    }

    /** {@code numpy.histogram_bin_edges}: a constant column's range is widened by one half on either side. */
    static double[] edges(int bins, double[]... columns) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double[] column : columns) {
            for (double v : column) {
                if (!Double.isNaN(v)) {
                    min = Math.min(min, v);
                    max = Math.max(max, v);
                }
            }
        }
        if (min == max) {
            min -= 0.5;
            max += 0.5;
        }
        double step = (max - min) / bins;
        double[] edges = new double[bins + 1];
        for (int i = 0; i < bins; i++) {
            edges[i] = min + i * step;
        }
        edges[bins] = max;
        return edges;
    }

    /** Number of edges that are at most the value. */
    private static int atMost(double[] edges, double value) {
        int at = 0;
        while (at < edges.length && edges[at] <= value) {
            at++;
        }
        return at;
    }

    private static Tables changed(Tables tables, BiFunction<Column, Column, Column> change) {
        Table training = tables.training();
        Table synthetic = tables.synthetic();
        List<Column> first = new ArrayList<>();
        List<Column> second = new ArrayList<>();
        for (int c = 0; c < tables.schema().size(); c++) {
            first.add(change.apply(training.column(c), synthetic.column(c)));
            second.add(change.apply(synthetic.column(c), training.column(c)));
        }
        Schema schema = new Schema(first.stream().map(Column::field).toList(), true);
        return Tables.of(new Table(schema, first, training.rows()), new Table(schema, second, synthetic.rows()), null);
    }

    private static CodeColumn known(CodeColumn column) {
        int size = column.dictionary().size();
        String[] labels =
                IntStream.range(0, size).mapToObj(column.dictionary()::label).toArray(String[]::new);
        return new CodeColumn(column.field(), new Dictionary(labels, size), column.codes(), 0);
    }

    private static CodeColumn coded(Field field, int[] codes, int levels) {
        String[] labels = IntStream.range(0, levels).mapToObj(Integer::toString).toArray(String[]::new);
        return new CodeColumn(Field.of(field.name(), Kind.CATEGORICAL), new Dictionary(labels, levels), codes, 0);
    }
}
