package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.NumberColumn;

/**
 * Sums of powers and products of two columns of numbers up to order four, over the rows in which both are present,
 * taken about the training means in units of the training standard deviations.
 *
 * @param first a column of numbers
 * @param second another one
 */
public record Comoments(Field first, Field second) implements Statistic<MomentSums> {

    @Override
    public MomentSums empty(Profile profile) {
        ColumnProfile x = profile.column(Columns.index(profile, first));
        ColumnProfile y = profile.column(Columns.index(profile, second));
        return new MomentSums(x.centre(), x.spread(), y.centre(), y.spread());
    }

    @Override
    public void observe(Slice slice, MomentSums into) {
        double[] x =
                ((NumberColumn) slice.column(Columns.index(slice.table().table().schema(), first))).values();
        double[] y =
                ((NumberColumn) slice.column(Columns.index(slice.table().table().schema(), second))).values();
        for (int i = slice.from(); i < slice.to(); i++) {
            int row = slice.row(i);
            into.add(x[row], y[row]);
        }
    }
}
