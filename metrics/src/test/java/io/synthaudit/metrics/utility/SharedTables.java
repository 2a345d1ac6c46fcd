package io.synthaudit.metrics.utility;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the tables beside the project; their files have no quoted cells. */
final class SharedTables {

    private SharedTables() {}

    /**
     * Training, synthetic and holdout table of a data set.
     *
     * @param set folder below {@code data}
     * @param synthetic variant, such as {@code ctgan}
     * @param missing cells that mean "no value"
     * @param numbers names of the columns of numbers; all others hold categories
     */
    static Tables read(String set, String synthetic, Set<String> missing, String... numbers) {
        Set<String> ofNumbers = Set.of(numbers);
        List<String[]> real = lines(set, "real");
        List<String[]> made = lines(set, "synthetic_" + synthetic);
        List<String[]> held = lines(set, "holdout");
        String[] header = real.get(0);
        List<List<Column>> columns = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Field> fields = new ArrayList<>();
        for (int c = 0; c < header.length; c++) {
            boolean isNumber = ofNumbers.contains(header[c]);
            Field field = Field.of(header[c], isNumber ? Kind.NUMERIC : Kind.CATEGORICAL);
            fields.add(field);
            List<String[]> cells = List.of(cells(real, c), cells(made, c), cells(held, c));
            TreeMap<String, Integer> codes = isNumber ? null : codes(cells, missing);
            for (int t = 0; t < 3; t++) {
                columns.get(t)
                        .add(
                                isNumber
                                        ? numbers(field, cells.get(t), missing)
                                        : levels(field, cells, t, codes, missing));
            }
        }
        Schema schema = new Schema(fields, true);
        Table[] tables = new Table[3];
        for (int t = 0; t < 3; t++) {
            tables[t] = new Table(schema, columns.get(t), columns.get(t).get(0).rows());
        }
        return Tables.of(tables[0], tables[1], tables[2]);
    }

    private static List<String[]> lines(String set, String name) {
        try {
            return Files.readAllLines(SharedData.file("data/" + set + "/" + name + ".csv")).stream()
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] cells(List<String[]> lines, int column) {
        return lines.stream().skip(1).map(line -> line[column]).toArray(String[]::new);
    }

    private static Column numbers(Field field, String[] cells, Set<String> missing) {
        double[] values = Arrays.stream(cells)
                .mapToDouble(cell -> cell.isEmpty() || missing.contains(cell) ? Double.NaN : Double.parseDouble(cell))
                .toArray();
        return new NumberColumn(field, values, 0);
    }

    private static TreeMap<String, Integer> codes(List<String[]> cells, Set<String> missing) {
        TreeMap<String, Integer> codes = new TreeMap<>();
        for (String[] table : List.of(cells.get(0), concat(cells.get(1), cells.get(2)))) {
            for (String cell : new TreeSet<>(Arrays.asList(table))) {
                if (!cell.isEmpty() && !missing.contains(cell)) {
                    codes.putIfAbsent(cell, codes.size());
                }
            }
        }
        return codes;
    }

    private static String[] concat(String[] first, String[] second) {
        String[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static Column levels(
            Field field, List<String[]> cells, int table, TreeMap<String, Integer> codes, Set<String> missing) {
        String[] labels = new String[codes.size()];
        codes.forEach((label, code) -> labels[code] = label);
        Set<String> known = new TreeSet<>(Arrays.asList(cells.get(0)));
        known.removeAll(missing);
        known.remove("");
        int[] coded = Arrays.stream(cells.get(table))
                .mapToInt(cell -> codes.getOrDefault(cell, CodeColumn.MISSING))
                .toArray();
        return new CodeColumn(field, new Dictionary(labels, known.size()), coded, 0);
    }
}
