package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.Bins;
import io.synthaudit.core.profile.Masks;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.LabelShapes;

/**
 * Rows per character mask of a column of texts, ids or keys: the most frequent masks of training, its other ones, missing
 * cells, and masks that training lacks.
 *
 * @param field a textual column
 */
public record TextMasks(Field field) implements Statistic<Counts> {

    @Override
    public Counts empty(Profile profile) {
        Masks masks = profile.column(Columns.index(profile, field)).masks();
        return Counts.of(masks.bins(), masks.counts(), masks.counts());
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void observe(Slice slice, Counts into) {
        CodeColumn column =
                (CodeColumn) slice.column(Columns.index(slice.table().table().schema(), field));
        LabelShapes shapes = column.dictionary().shapes();
        int[] codes = column.codes();
        Bins bins = into.bins();
        long[] cells = into.cells();
        for (int i = slice.from(); i < slice.to(); i++) {
            int code = codes[slice.row(i)];
            cells[code < 0 ? bins.missing() : bins.bin(shapes.mask(code))]++;
        }
    }
}
