package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.LabelShapes;

/**
 * Cells of a textual column that consist of digits, and those among them that begin with a zero.
 *
 * @param field a textual column
 */
public record DigitStrings(Field field) implements Statistic<DigitCounts> {

    @Override
    public DigitCounts empty(Profile profile) {
        return new DigitCounts();
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void observe(Slice slice, DigitCounts into) {
        CodeColumn column =
                (CodeColumn) slice.column(Columns.index(slice.table().table().schema(), field));
        LabelShapes shapes = column.dictionary().shapes();
        int[] codes = column.codes();
        for (int i = slice.from(); i < slice.to(); i++) {
            int code = codes[slice.row(i)];
            into.add(code >= 0 && shapes.isDigits(code), code >= 0 && shapes.hasLeadingZero(code));
        }
    }
}
