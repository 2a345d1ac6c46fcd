package io.synthaudit.core.table;

import java.util.Locale;

/** What the cells of a column mean. Numbers and instants are stored as doubles, everything else as dictionary codes. */
public enum Kind {
    /** Finite numbers, at least 11 of them distinct. */
    NUMERIC,
    /** Whole numbers, at least 11 of them distinct. */
    INTEGER,
    /** Few levels without an order. */
    CATEGORICAL,
    /** Few levels with a declared order; never inferred. */
    ORDINAL,
    /** Exactly two values. */
    BOOLEAN,
    /** Instants, stored as seconds since 1970-01-01T00:00Z. */
    DATETIME,
    /** Free text: too many levels, or too long, to be categories. */
    TEXT,
    /** Values that name a row, a person or another thing. */
    ID;

    /** Whether cells are stored as doubles: numeric, integer and datetime. */
    public boolean isNumber() {
        return this == NUMERIC || this == INTEGER || this == DATETIME;
    }

    /** Whether cells are levels of a category: categorical, ordinal and boolean. */
    public boolean isCategory() {
        return this == CATEGORICAL || this == ORDINAL || this == BOOLEAN;
    }

    /** The word used in schema.yaml and in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
