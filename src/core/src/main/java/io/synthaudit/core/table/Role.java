package io.synthaudit.core.table;

import java.util.Locale;

/** What a column is to the people in the table. A column may have several roles. */
public enum Role {
    /** Names the row. */
    ROW_KEY,
    /** Names the person (or other entity) to whom several rows may belong. */
    ENTITY_KEY,
    /** Identifies a person by itself: name, e-mail, social security number. */
    DIRECT_IDENTIFIER,
    /** Known to others and identifying in combination. */
    QUASI_IDENTIFIER,
    /** What nobody else may learn. */
    SENSITIVE,
    /** What models predict from the other columns. */
    TARGET,
    /** Splits people into groups to be compared. */
    SUBGROUP,
    /** How long a person was followed, until the event or until observation ended. */
    EVENT_TIME,
    /** Whether the event happened at the end of that time. */
    EVENT_FLAG;

    /** The word used in schema.yaml, policy.yaml and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
