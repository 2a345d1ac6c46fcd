package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.profile.Bins;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.Slice;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Field;

/**
 * Rows per level of a column, each level apart that training lacks; rows per training bin of a column of numbers.
 *
 * @param field the column
 */
record EveryLevel(Field field) implements Statistic<LevelRows> {

    @Override
    public LevelRows empty(Profile profile) {
        Bins bins = profile.column(profile.schema().indexOf(field.name()).orElseThrow())
                .bins();
        return new LevelRows(bins.cuts() != null ? "profile-bins" : bins.variant(), bins.size());
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void observe(Slice slice, LevelRows into) {
        int column = slice.table().table().schema().indexOf(field.name()).orElseThrow();
        if (slice.column(column) instanceof CodeColumn levels) {
            int[] codes = levels.codes();
            for (int i = slice.from(); i < slice.to(); i++) {
                into.add(codes[slice.row(i)]);
            }
        } else {
            int[] codes = slice.codes(column);
            int missing = into.codes();
            for (int i = slice.from(); i < slice.to(); i++) {
                int code = codes[slice.row(i)];
                into.add(code == missing ? CodeColumn.MISSING : code);
            }
        }
    }
}
