package io.synthaudit.core.profile;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Bins of a column of levels. */
final class LevelBins {

    private LevelBins() {}

    /** A bin per level. */
    static Bins all(int levels) {
        return Bins.ofLevels(IntStream.range(0, levels).toArray(), levels, "levels");
    }

    /** A bin per level when there are at most {@code most}; else the most frequent ones and one bin for the others. */
    static Bins top(long[] counts, int most) {
        if (counts.length <= most) {
            return all(counts.length);
        }
        int[] byCount = IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer level) -> -counts[level])
                        .thenComparing(level -> level))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] binOfLevel = new int[counts.length];
        java.util.Arrays.fill(binOfLevel, most - 1);
        for (int i = 0; i < most - 1; i++) {
            binOfLevel[byCount[i]] = i;
        }
        return Bins.ofLevels(binOfLevel, most, "top" + (most - 1));
    }
}
