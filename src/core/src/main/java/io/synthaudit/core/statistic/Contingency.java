package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.table.Field;

/**
 * Rows per pair of codes of two columns, one table of cells that every pair metric reads.
 *
 * @param first the column whose codes are the rows of the table of cells
 * @param second the column whose codes are its columns
 */
public record Contingency(Field first, Field second) implements Statistic<PairCounts> {

    @Override
    public PairCounts empty(Profile profile) {
        ColumnProfile x = profile.column(Columns.index(profile, first));
        ColumnProfile y = profile.column(Columns.index(profile, second));
        return PairCounts.of(x, y);
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void observe(Slice slice, PairCounts into) {
        int[] x = slice.pairCodes(Columns.index(slice.table().table().schema(), first));
        int[] y = slice.pairCodes(Columns.index(slice.table().table().schema(), second));
        int width = into.width();
        long[] cells = into.cells();
        if (slice.chosen() == null) {
            for (int i = slice.from(); i < slice.to(); i++) {
                cells[x[i] * width + y[i]]++;
            }
        } else {
            int[] chosen = slice.chosen();
            for (int i = slice.from(); i < slice.to(); i++) {
                int row = chosen[i];
                cells[x[row] * width + y[row]]++;
            }
        }
    }
}
