package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.NumberColumn;

/**
 * The sorted distinct values of a column with their counts: what exact rank statistics need. Levels stand there by their
 * codes, which tell them apart and have no size.
 *
 * @param field any column
 */
public record Distinct(Field field) implements Statistic<SortedCounts> {

    @Override
    public SortedCounts empty(Profile profile) {
        return new SortedCounts();
    }

    @Override
    public void observe(Slice slice, SortedCounts into) {
        Column column = slice.column(Columns.index(slice.table().table().schema(), field));
        if (column instanceof NumberColumn numbers) {
            double[] values = numbers.values();
            for (int i = slice.from(); i < slice.to(); i++) {
                into.add(values[slice.row(i)]);
            }
        } else {
            int[] codes = ((CodeColumn) column).codes();
            for (int i = slice.from(); i < slice.to(); i++) {
                int code = codes[slice.row(i)];
                into.add(code < 0 ? Double.NaN : code);
            }
        }
    }
}
