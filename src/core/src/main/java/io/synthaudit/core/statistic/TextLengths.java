package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.LabelShapes;

/**
 * The distinct lengths of a column of texts, ids or keys, in characters, with their counts.
 *
 * @param field a textual column
 */
public record TextLengths(Field field) implements Statistic<SortedCounts> {

    @Override
    public SortedCounts empty(Profile profile) {
        return new SortedCounts();
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void observe(Slice slice, SortedCounts into) {
        CodeColumn column =
                (CodeColumn) slice.column(Columns.index(slice.table().table().schema(), field));
        LabelShapes shapes = column.dictionary().shapes();
        int[] codes = column.codes();
        for (int i = slice.from(); i < slice.to(); i++) {
            int code = codes[slice.row(i)];
            into.add(code < 0 ? Double.NaN : shapes.length(code));
        }
    }
}
