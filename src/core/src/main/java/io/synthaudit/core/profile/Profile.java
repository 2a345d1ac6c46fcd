package io.synthaudit.core.profile;

import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.List;

/**
 * What a first pass learned of the training table. Nothing in it depends on the synthetic table or the holdout.
 *
 * @param schema the columns' meaning
 * @param rows number of training rows
 * @param columns one profile per column
 */
public record Profile(Schema schema, int rows, List<ColumnProfile> columns) {

    public Profile {
        columns = List.copyOf(columns);
    }

    public static Profile of(Table training) {
        return new Profile(
                training.schema(),
                training.rows(),
                training.columns().stream().map(ColumnProfile::of).toList());
    }

    public ColumnProfile column(int index) {
        return columns.get(index);
    }
}
