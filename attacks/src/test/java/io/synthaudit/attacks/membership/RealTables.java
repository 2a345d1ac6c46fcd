package io.synthaudit.attacks.membership;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables of the shared data without quoted cells, with the kinds of their typing.json; the first file is training. */
final class RealTables {

    private static final Pattern KIND = Pattern.compile("\"([^\"]+)\": \"(numerical|categorical)\"");

    private RealTables() {}

    static List<Table> read(String dataset, String... files) {
        String typing = text("goldens/" + dataset + "/typing.json");
        List<String> missing = new ArrayList<>(List.of(""));
        Matcher token = Pattern.compile("\"([^\"]*)\"").matcher(typing.substring(0, typing.indexOf(']')));
        token.find();
        while (token.find()) {
            missing.add(token.group(1));
        }
        List<List<String[]>> cells = new ArrayList<>();
        for (String file : files) {
            List<String[]> rows = text("data/" + dataset + "/" + file + ".csv")
                    .lines()
                    .map(line -> line.split(",", -1))
                    .toList();
            cells.add(rows);
        }
        String[] header = cells.get(0).get(0);
        List<Field> fields = new ArrayList<>();
        List<List<Column>> columns = new ArrayList<>();
        cells.forEach(table -> columns.add(new ArrayList<>()));
        Matcher kind = KIND.matcher(typing.substring(typing.indexOf("\"columns\"")));
        for (int j = 0; j < header.length; j++) {
            kind.find();
            Field field = Field.of(header[j], kind.group(2).equals("numerical") ? Kind.NUMERIC : Kind.CATEGORICAL);
            fields.add(field);
            Dictionary dictionary = field.kind() == Kind.NUMERIC ? null : dictionary(cells, j, missing);
            for (int t = 0; t < files.length; t++) {
                columns.get(t).add(column(field, cells.get(t), j, missing, dictionary));
            }
        }
        Schema schema = new Schema(fields, true);
        List<Table> tables = new ArrayList<>();
        for (int t = 0; t < files.length; t++) {
            tables.add(new Table(schema, columns.get(t), cells.get(t).size() - 1));
        }
        return tables;
    }

    private static Dictionary dictionary(List<List<String[]>> cells, int j, List<String> missing) {
        List<String> labels = new ArrayList<>();
        int known = 0;
        for (List<String[]> rows : cells) {
            TreeSet<String> found = new TreeSet<>();
            rows.stream().skip(1).forEach(row -> found.add(row[j]));
            found.removeAll(missing);
            found.removeAll(labels);
            labels.addAll(found);
            known = known == 0 ? labels.size() : known;
        }
        return new Dictionary(labels.toArray(String[]::new), known);
    }

    private static Column column(Field field, List<String[]> rows, int j, List<String> missing, Dictionary dictionary) {
        int n = rows.size() - 1;
        double[] values = new double[n];
        int[] codes = new int[n];
        List<String> labels = new ArrayList<>();
        for (int code = 0; dictionary != null && code < dictionary.size(); code++) {
            labels.add(dictionary.label(code));
        }
        java.util.Map<String, Integer> position = new java.util.HashMap<>();
        labels.forEach(label -> position.put(label, position.size()));
        for (int i = 0; i < n; i++) {
            String cell = rows.get(i + 1)[j];
            boolean absent = missing.contains(cell);
            if (dictionary == null) {
                values[i] = absent ? Double.NaN : Double.parseDouble(cell);
            } else {
                codes[i] = absent ? CodeColumn.MISSING : position.get(cell);
            }
        }
        return dictionary == null ? new NumberColumn(field, values, 0) : new CodeColumn(field, dictionary, codes, 0);
    }

    private static String text(String file) {
        try {
            return Files.readString(SharedData.file(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
