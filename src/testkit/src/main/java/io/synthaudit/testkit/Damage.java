package io.synthaudit.testkit;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import java.util.List;

/** Harm done to a share of a table's rows; the rows harmed by a smaller share are among those harmed by a larger one. */
public enum Damage {
    /**
     * Cells of another law: numbers moved up by three quarters of their range, one in four missing; one level in three unknown
     * to training, the others all the first one.
     */
    STRANGE {
        @Override
        Column harm(Column column, int at, int[] rows) {
            return column instanceof NumberColumn numbers ? moved(numbers, rows) : collapsed((CodeColumn) column, rows);
        }
    },
    /** Cells dealt out anew within each column: margins stay as they are, associations go. */
    SHUFFLED {
        @Override
        Column harm(Column column, int at, int[] rows) {
            int[] from = new int[column.rows()];
            Arrays.setAll(from, i -> i);
            int[] order = RandomStreams.permutation(rows.length, new RandomStreams(at).stream("shuffled"));
            for (int i = 0; i < rows.length; i++) {
                from[rows[i]] = rows[order[i]];
            }
            return column.select(from);
        }
    };

    private static final double MOVE = 0.75;

    /** The table with so many of its rows harmed. */
    public Table of(Table table, double share) {
        int harmed = (int) Math.round(share * table.rows());
        int[] rows =
                Arrays.copyOf(RandomStreams.permutation(table.rows(), new RandomStreams(3).stream("damage")), harmed);
        Column[] columns = new Column[table.columns().size()];
        for (int c = 0; c < columns.length; c++) {
            columns[c] = harm(table.column(c), c, rows);
        }
        return new Table(table.schema(), List.of(columns), table.rows());
    }

    abstract Column harm(Column column, int at, int[] rows);

    private static NumberColumn moved(NumberColumn column, int[] rows) {
        double[] values = column.values().clone();
        double[] present = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        if (present.length > 0) {
            double range = Arrays.stream(present).max().getAsDouble()
                    - Arrays.stream(present).min().getAsDouble();
            for (int i = 0; i < rows.length; i++) {
                values[rows[i]] = i % 4 == 0 ? Double.NaN : values[rows[i]] + Math.rint(MOVE * range);
            }
        }
        return new NumberColumn(column.field(), values, column.unparsed());
    }

    private static CodeColumn collapsed(CodeColumn column, int[] rows) {
        Dictionary old = column.dictionary();
        String[] labels = new String[old.size() + 1];
        for (int k = 0; k < old.size(); k++) {
            labels[k] = old.label(k);
        }
        labels[old.size()] = "\uffff";
        int[] codes = column.codes().clone();
        for (int i = 0; i < rows.length; i++) {
            codes[rows[i]] = i % 3 == 0 ? old.size() : 0;
        }
        return new CodeColumn(column.field(), new Dictionary(labels, old.known()), codes, column.unparsed());
    }
}
