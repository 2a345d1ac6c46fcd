package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Ranks;
import java.util.Arrays;

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
    public boolean isWhole() {
        return true;
    }

    @Override
    public void observe(Slice slice, SortedCounts into) {
        Column column = slice.column(Columns.index(slice.table().table().schema(), field));
        if (column instanceof NumberColumn numbers) {
            Ranks ranks = numbers.ranks();
            into.add(ranks.values(), counts(slice, ranks.codes(), ranks.size()), slice.length());
        } else {
            CodeColumn levels = (CodeColumn) column;
            double[] numbered = new double[levels.dictionary().size()];
            Arrays.setAll(numbered, code -> code);
            into.add(numbered, counts(slice, levels.codes(), numbered.length), slice.length());
        }
    }

    /** How often each code occurs in a slice. */
    static long[] counts(Slice slice, int[] codes, int size) {
        long[] counts = new long[size];
        for (int i = slice.from(); i < slice.to(); i++) {
            int code = codes[slice.row(i)];
            if (code >= 0) {
                counts[code]++;
            }
        }
        return counts;
    }
}
