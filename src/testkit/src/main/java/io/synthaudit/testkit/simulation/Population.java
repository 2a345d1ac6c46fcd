package io.synthaudit.testkit.simulation;

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

/**
 * Rows of numbers from which populations are made: a category's number is its level, a text's tells how it is written, and NaN is
 * a missing cell.
 */
final class Population {

    private static final int LEVELS = 40;

    private final List<Field> fields;
    private final List<double[]> rows = new ArrayList<>();

    private Population(List<Field> fields) {
        this.fields = fields;
    }

    /** A population without rows; names that begin with "level" stand for categories, "text" for texts, "instant" for instants. */
    static Population of(String... names) {
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            fields.add(Field.of(name, kind(name)));
        }
        return new Population(fields);
    }

    private static Kind kind(String name) {
        if (name.startsWith("text")) {
            return Kind.TEXT;
        }
        if (name.startsWith("instant")) {
            return Kind.DATETIME;
        }
        return name.startsWith("level") ? Kind.CATEGORICAL : Kind.NUMERIC;
    }

    /** Adds a row so many times. */
    Population add(long times, double... cells) {
        for (long i = 0; i < times; i++) {
            rows.add(cells);
        }
        return this;
    }

    Table table() {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < fields.size(); c++) {
            int at = c;
            double[] cells = rows.stream().mapToDouble(r -> r[at]).toArray();
            columns.add(
                    fields.get(c).kind().isNumber()
                            ? new NumberColumn(fields.get(c), cells, 0)
                            : levels(fields.get(c), cells));
        }
        return new Table(new Schema(fields, true), columns, rows.size());
    }

    /** Four ways to write: digits behind zeros, a letter before digits, words, digits alone. */
    private static String text(int k) {
        return switch (k % 4) {
            case 0 -> "0".repeat(1 + k / 8) + (10 + k);
            case 1 -> (char) ('A' + k % 7) + "-" + (100 + k);
            case 2 -> "ward " + "x".repeat(1 + k / 6) + (char) ('a' + k % 26);
            default -> Integer.toString(1_000 * (1 + k));
        };
    }

    private static CodeColumn levels(Field field, double[] cells) {
        int[] codes = new int[cells.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Double.isNaN(cells[i]) ? CodeColumn.MISSING : (int) cells[i];
        }
        String[] labels = new String[LEVELS];
        for (int k = 0; k < LEVELS; k++) {
            labels[k] = field.kind() == Kind.TEXT ? text(k) : "level " + (char) ('0' + k);
        }
        return new CodeColumn(field, new Dictionary(labels, LEVELS), codes, 0);
    }
}
