package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.table.Domain;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.RawColumn;
import io.synthaudit.core.table.RawTable;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Tables;
import io.synthaudit.core.table.Tabulation;
import io.synthaudit.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The two small tables of fidelity.md b.12, whose numbers in other tools are known: x and y numbers, c and d levels. */
public final class SetVectors {

    private static final Schema SCHEMA = new Schema(
            List.of(
                    field("x", Kind.NUMERIC),
                    field("y", Kind.NUMERIC),
                    field("c", Kind.CATEGORICAL),
                    field("d", Kind.CATEGORICAL)),
            true);

    private SetVectors() {}

    private static Field field(String name, Kind kind) {
        return new Field(name, kind, Set.of(), List.of(), Domain.NONE, "", "");
    }

    /** Training and synthetic vectors, no holdout. */
    public static Tables load() {
        Tables tables = Tabulation.tables(SCHEMA, read("real"), read("synthetic"), read("real"));
        return Tables.of(tables.training(), tables.synthetic(), null);
    }

    private static RawTable read(String name) {
        try {
            List<String[]> lines = Files.readAllLines(SharedData.file("goldens/vectors/" + name + ".csv")).stream()
                    .map(line -> line.split(",", -1))
                    .toList();
            List<RawColumn> columns = new ArrayList<>();
            for (int c = 0; c < SCHEMA.size(); c++) {
                Map<String, Integer> distinct = new LinkedHashMap<>();
                int[] cells = new int[lines.size() - 1];
                for (int i = 0; i < cells.length; i++) {
                    String text = lines.get(i + 1)[c];
                    distinct.putIfAbsent(text, distinct.size());
                    cells[i] = distinct.get(text);
                }
                columns.add(new RawColumn(lines.get(0)[c], distinct.keySet().toArray(String[]::new), cells));
            }
            return new RawTable(name, columns, lines.size() - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
