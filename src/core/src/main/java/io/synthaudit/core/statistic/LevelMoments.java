package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.NumberColumn;

/**
 * Sums of powers of a column of numbers up to order four within each level of another column, over the rows in which both
 * are present; about the training mean and in units of the training standard deviation.
 *
 * @param category a column of levels; beyond 256 the 255 most frequent and all others
 * @param number a column of numbers or instants
 */
public record LevelMoments(Field category, Field number) implements Statistic<LevelSums> {

    @Override
    public LevelSums empty(Profile profile) {
        ColumnProfile levels = profile.column(Columns.index(profile, category));
        ColumnProfile numbers = profile.column(Columns.index(profile, number));
        return new LevelSums(levels.pairBins(), numbers.centre(), numbers.spread());
    }

    @Override
    public void observe(Slice slice, LevelSums into) {
        int[] levels = slice.pairCodes(Columns.index(slice.table().table().schema(), category));
        double[] numbers =
                ((NumberColumn) slice.column(Columns.index(slice.table().table().schema(), number))).values();
        for (int i = slice.from(); i < slice.to(); i++) {
            int row = slice.row(i);
            into.add(levels[row], numbers[row]);
        }
    }
}
