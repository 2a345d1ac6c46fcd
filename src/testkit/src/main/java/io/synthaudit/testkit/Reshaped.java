package io.synthaudit.testkit;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** Tables that say the same in another way. */
public final class Reshaped {

    /** What renamed columns are called before their old name: names then sort the other way round. */
    private static final char LAST = 'z';

    private Reshaped() {}

    /** All tables of a run, each changed in the same way. */
    public static Tables all(Tables tables, UnaryOperator<Table> change) {
        Optional<Table> holdout = tables.holdout().map(change);
        return new Tables(
                change.apply(tables.training()),
                change.apply(tables.synthetic()),
                holdout,
                tables.trainingEntity(),
                tables.holdoutEntity());
    }

    /** The same columns, the last one first, under other names that {@link #oldName} tells. */
    public static Table columns(Table table) {
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int c = table.columns().size() - 1; c >= 0; c--) {
            Field old = table.schema().field(c);
            Field field = new Field(
                    (char) (LAST - c) + "-" + old.name(),
                    old.kind(),
                    old.roles(),
                    old.missing(),
                    old.domain(),
                    old.reason(),
                    old.review());
            fields.add(field);
            columns.add(
                    table.column(c) instanceof NumberColumn numbers
                            ? new NumberColumn(field, numbers.values(), numbers.unparsed())
                            : new CodeColumn(
                                    field,
                                    ((CodeColumn) table.column(c)).dictionary(),
                                    ((CodeColumn) table.column(c)).codes(),
                                    ((CodeColumn) table.column(c)).unparsed()));
        }
        return new Table(new Schema(fields, table.schema().declared()), columns, table.rows());
    }

    /** The name that a column of {@link #columns} had. */
    public static String oldName(String name) {
        return name.substring(2);
    }

    /** Levels under other labels, whose order is the other way round. */
    public static Table labels(Table table) {
        return with(table, column -> column instanceof CodeColumn levels ? relabelled(levels) : column);
    }

    private static CodeColumn relabelled(CodeColumn column) {
        Dictionary old = column.dictionary();
        String[] labels = new String[old.size()];
        int[] codes = new int[old.size()];
        for (int k = 0; k < labels.length; k++) {
            // Levels that training knows stay before those that it does not.
            codes[k] = k < old.known() ? old.known() - 1 - k : old.known() + old.size() - 1 - k;
            labels[codes[k]] = "level " + (char) (0x4000 + codes[k]);
        }
        int[] changed = new int[column.rows()];
        for (int i = 0; i < changed.length; i++) {
            int code = column.codes()[i];
            changed[i] = code < 0 ? code : codes[code];
        }
        return new CodeColumn(column.field(), new Dictionary(labels, old.known()), changed, column.unparsed());
    }

    /** Numbers and instants under an increasing map. */
    public static Table numbers(Table table, DoubleUnaryOperator map) {
        return with(table, column -> {
            if (!(column instanceof NumberColumn numbers)) {
                return column;
            }
            double[] values = new double[numbers.rows()];
            for (int i = 0; i < values.length; i++) {
                values[i] = map.applyAsDouble(numbers.values()[i]);
            }
            return new NumberColumn(numbers.field(), values, numbers.unparsed());
        });
    }

    private static Table with(Table table, UnaryOperator<Column> change) {
        return new Table(table.schema(), table.columns().stream().map(change).toList(), table.rows());
    }
}
