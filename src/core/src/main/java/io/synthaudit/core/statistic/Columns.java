package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Schema;

/** Finds a statistic's column in a table: statistics name columns, so that equal statistics are equal everywhere. */
final class Columns {

    private Columns() {}

    static int index(Schema schema, Field field) {
        return schema.indexOf(field.name())
                .orElseThrow(() -> new IllegalArgumentException("no column \"" + field.name() + "\" in this table"));
    }

    static int index(Profile profile, Field field) {
        return index(profile.schema(), field);
    }
}
