package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.table.Field;

/**
 * Rows per bin of the training profile, or per level, with missing and unseen apart.
 *
 * @param field the column
 */
public record Levels(Field field) implements Statistic<Counts> {

    @Override
    public Counts empty(Profile profile) {
        ColumnProfile column = profile.column(Columns.index(profile, field));
        return Counts.of(column.bins(), column.binCounts(), column.levelCounts());
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void observe(Slice slice, Counts into) {
        int[] codes = slice.codes(Columns.index(slice.table().table().schema(), field));
        long[] cells = into.cells();
        for (int i = slice.from(); i < slice.to(); i++) {
            cells[codes[slice.row(i)]]++;
        }
    }
}
