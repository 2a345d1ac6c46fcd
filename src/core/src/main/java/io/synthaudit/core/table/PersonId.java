package io.synthaudit.core.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds columns that seem to name persons although no entity key is declared: then several rows may belong to one
 * person, and every interval would be too narrow.
 */
public final class PersonId {

    private static final int FEWEST = 20;
    private static final double KEY_SHARE = 0.3;

    private PersonId() {}

    /**
     * Names of the columns that are named like a person id ({@code patient_nbr}, {@code mrn}), or named like a key and
     * shaped like a person id (many distinct values, some of them repeated), or inferred as id with repeats.
     *
     * @return names in table order; empty when an entity key is declared
     */
    public static List<String> suspects(Schema schema, RawTable training) {
        List<String> names = new ArrayList<>();
        if (schema.with(Role.ENTITY_KEY).length > 0) {
            return names;
        }
        for (RawColumn column : training.columns()) {
            schema.indexOf(column.name()).ifPresent(i -> {
                if (isSuspect(schema.field(i), column)) {
                    names.add(column.name());
                }
            });
        }
        return names;
    }

    /** Many distinct values, some of them repeated, none of them a measurement. */
    static boolean isShaped(Kind kind, long levels, long present) {
        boolean codes = kind == Kind.ID || kind == Kind.INTEGER || kind == Kind.TEXT || kind == Kind.CATEGORICAL;
        return codes && levels >= FEWEST && levels < present && levels > KEY_SHARE * present;
    }

    private static boolean isSuspect(Field field, RawColumn column) {
        if (field.has(Role.ROW_KEY)) {
            return false;
        }
        boolean[] missing = MissingTokens.in(column, field);
        long[] counts = column.counts();
        long present = 0;
        long levels = 0;
        for (int i = 0; i < counts.length; i++) {
            present += missing[i] ? 0 : counts[i];
            levels += missing[i] ? 0 : 1;
        }
        ColumnName name = new ColumnName(field.name());
        boolean shaped = isShaped(field.kind(), levels, present);
        boolean named = name.isPerson() && field.kind() != Kind.BOOLEAN && levels > 2;
        return named || (shaped && (name.isKey() || field.kind() == Kind.ID));
    }
}
