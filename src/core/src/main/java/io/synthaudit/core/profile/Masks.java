package io.synthaudit.core.profile;

import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.LabelShapes;

/**
 * Character masks of a training column of texts, ids or keys.
 *
 * @param bins a bin per mask, or the 255 most frequent and one for all others that training has; see {@link LabelShapes}
 * @param counts training cells per bin
 */
public record Masks(Bins bins, long[] counts) {

    static Masks of(Dictionary dictionary, long[] levelCounts) {
        LabelShapes shapes = dictionary.shapes();
        long[] cells = new long[shapes.knownMasks()];
        for (int level = 0; level < levelCounts.length; level++) {
            cells[shapes.mask(level)] += levelCounts[level];
        }
        Bins bins = LevelBins.top(cells, ColumnProfile.MOST_PAIR_BINS);
        long[] counts = new long[bins.size()];
        for (int mask = 0; mask < cells.length; mask++) {
            counts[bins.bin(mask)] += cells[mask];
        }
        return new Masks(bins, counts);
    }
}
