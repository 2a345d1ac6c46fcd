package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.NumberColumn;

/**
 * The sorted distinct numbers of a column with their counts: what exact rank statistics need.
 *
 * @param field a column of numbers or instants
 */
public record Distinct(Field field) implements Statistic<SortedCounts> {

    @Override
    public SortedCounts empty(Profile profile) {
        return new SortedCounts();
    }

    @Override
    public void observe(Slice slice, SortedCounts into) {
        double[] values =
                ((NumberColumn) slice.column(Columns.index(slice.table().table().schema(), field))).values();
        for (int i = slice.from(); i < slice.to(); i++) {
            into.add(values[slice.row(i)]);
        }
    }
}
