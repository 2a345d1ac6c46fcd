package io.synthaudit.benchmarks;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Seeded tables whose cost is that of real ones: as many columns, levels, zeros and ties, and rows that depend on one cause. */
final class MadeUpTables {

    /** Levels of adult's columns in order; 0 for a number. */
    private static final int[] ADULT = {0, 9, 0, 16, 0, 7, 15, 6, 5, 2, 0, 0, 0, 42, 2};

    private static final int WIDE = 300;

    private MadeUpTables() {}

    /** Columns of real numbers, half of each number shared by the row. */
    static Table numbers(int rows, int columns, long seed) {
        UniformRandomProvider random = new RandomStreams(seed).stream("numbers");
        double[][] values = new double[columns][rows];
        for (int row = 0; row < rows; row++) {
            double cause = random.nextDouble();
            for (int c = 0; c < columns; c++) {
                values[c][row] = cause + random.nextDouble();
            }
        }
        List<Column> made = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            made.add(new NumberColumn(Field.of("number " + c, Kind.NUMERIC), values[c], 0));
        }
        return table(made, rows);
    }

    /** A table of the shape of UCI's adult: 15 columns, 6 of them numbers. */
    static Table adult(int rows, long seed) {
        UniformRandomProvider random = new RandomStreams(seed).stream("adult");
        double[] cause = random.doubles(rows).toArray();
        List<Column> made = new ArrayList<>();
        for (int c = 0; c < ADULT.length; c++) {
            String name = "column " + c;
            made.add(
                    ADULT[c] == 0
                            ? new NumberColumn(Field.of(name, Kind.NUMERIC), numbers(c, cause, random), 0)
                            : levels(name, ADULT[c], cause, random));
        }
        return table(made, rows);
    }

    /** 300 columns: twenty times adult's, each table of 15 with a cause of its own. */
    static Table wide(int rows, long seed) {
        UniformRandomProvider random = new RandomStreams(seed).stream("wide");
        List<Column> made = new ArrayList<>();
        double[] cause = {};
        for (int c = 0; c < WIDE; c++) {
            int like = c % ADULT.length;
            if (like == 0) {
                cause = random.doubles(rows).toArray();
            }
            String name = "column " + c;
            made.add(
                    ADULT[like] == 0
                            ? new NumberColumn(Field.of(name, Kind.NUMERIC), numbers(like, cause, random), 0)
                            : levels(name, ADULT[like], cause, random));
        }
        return table(made, rows);
    }

    private static double[] numbers(int column, double[] cause, UniformRandomProvider random) {
        double[] values = new double[cause.length];
        for (int row = 0; row < values.length; row++) {
            double u = (cause[row] + random.nextDouble()) / 2;
            values[row] = switch (column) {
                case 0 -> Math.rint(17 + 73 * u * u);
                case 2 -> Math.rint(12_000 + 1_000_000 * u * u * u);
                case 4 -> Math.rint(1 + 15 * u);
                case 10 -> random.nextInt(12) > 0 ? 0 : 100 * Math.rint(1_000 * u * u);
                case 11 -> random.nextInt(21) > 0 ? 0 : 20 * Math.rint(200 * u);
                default -> random.nextInt(2) > 0 ? 40 : Math.rint(1 + 98 * u);
            };
        }
        return values;
    }

    /** Level k is about as frequent as 1 / (k + 1), and the cause decides half of it. */
    private static CodeColumn levels(String name, int levels, double[] cause, UniformRandomProvider random) {
        int[] codes = new int[cause.length];
        for (int row = 0; row < codes.length; row++) {
            double u = random.nextInt(2) == 0 ? cause[row] : random.nextDouble();
            codes[row] = (int) Math.min(levels - 1, levels * u * u * u);
        }
        String[] labels = IntStream.range(0, levels).mapToObj(k -> "level " + k).toArray(String[]::new);
        return new CodeColumn(Field.of(name, Kind.CATEGORICAL), new Dictionary(labels, levels), codes, 0);
    }

    private static Table table(List<Column> columns, int rows) {
        return new Table(new Schema(columns.stream().map(Column::field).toList(), true), columns, rows);
    }
}
