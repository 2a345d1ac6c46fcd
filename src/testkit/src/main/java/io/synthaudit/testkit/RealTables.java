package io.synthaudit.testkit;

import io.synthaudit.core.table.Domain;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.RawColumn;
import io.synthaudit.core.table.RawTable;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Tables;
import io.synthaudit.core.table.Tabulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The real tables beside the project, under the kinds and missing tokens of their {@code typing.json}, by which the golden
 * values beside them were made. Only for files without quoted cells: the reader proper is not to be had here, since its own
 * tests use this module.
 */
public final class RealTables {

    private static final Pattern KIND = Pattern.compile("\"([^\"]+)\": \"(numerical|categorical)\"");
    private static final Pattern TOKENS = Pattern.compile("\"na_tokens\": \\[([^]]*)]");
    private static final Pattern TOKEN = Pattern.compile("\"([^\"]+)\"");

    private RealTables() {}

    /**
     * Training, synthetic table and holdout of a data set.
     *
     * @param dataset folder below {@code data} and {@code goldens}
     * @param synthetic variant, such as {@code ctgan}
     */
    public static Tables load(String dataset, String synthetic) {
        return Tabulation.tables(
                schema(dataset),
                read(dataset, "real"),
                read(dataset, "synthetic_" + synthetic),
                read(dataset, "holdout"));
    }

    /** The numbers of a golden CSV file below {@code goldens}, one array per row, without the header. */
    public static List<double[]> golden(String file) {
        return text("goldens/" + file)
                .lines()
                .skip(1)
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private static Schema schema(String dataset) {
        String typing = text("goldens/" + dataset + "/typing.json");
        Matcher tokens = TOKENS.matcher(typing);
        List<String> missing = tokens.find()
                ? TOKEN.matcher(tokens.group(1))
                        .results()
                        .map(token -> token.group(1))
                        .toList()
                : List.of();
        List<Field> fields = KIND.matcher(typing)
                .results()
                .map(column -> {
                    Kind kind = column.group(2).equals("numerical") ? Kind.NUMERIC : Kind.CATEGORICAL;
                    return new Field(column.group(1), kind, Set.of(), missing, Domain.NONE, "", "");
                })
                .toList();
        return new Schema(fields, true);
    }

    private static RawTable read(String dataset, String name) {
        List<String[]> lines = text("data/" + dataset + "/" + name + ".csv")
                .lines()
                .map(line -> line.split(",", -1))
                .toList();
        String[] header = lines.get(0);
        List<RawColumn> columns = new ArrayList<>();
        for (int c = 0; c < header.length; c++) {
            int column = c;
            columns.add(column(header[c], lines.stream().skip(1).map(line -> line[column])));
        }
        return new RawTable(name, columns, lines.size() - 1);
    }

    private static RawColumn column(String name, Stream<String> texts) {
        Map<String, Integer> distinct = new LinkedHashMap<>();
        int[] cells = texts.mapToInt(text -> {
                    distinct.putIfAbsent(text, distinct.size());
                    return distinct.get(text);
                })
                .toArray();
        return new RawColumn(name, distinct.keySet().toArray(String[]::new), cells);
    }

    private static String text(String file) {
        try {
            return Files.readString(SharedData.file(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
