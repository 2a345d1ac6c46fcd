package io.synthaudit.metrics.rules;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.random.RandomStreams;
import java.util.Arrays;

/**
 * The pairs of some columns that are tried: all, or a seeded sample where there are too many.
 *
 * @param first position of each pair's first column in the given array
 * @param second position of its second column, behind the first
 * @param possible number of all pairs
 */
record ColumnPairs(int[] first, int[] second, long possible) {

    static ColumnPairs of(int columns, int most, Run run, String stream) {
        long possible = (long) columns * (columns - 1) / 2;
        int all = (int) Math.min(Integer.MAX_VALUE, possible);
        int[] chosen = all <= most ? null : RandomStreams.sample(all, most, run.stream(stream));
        if (chosen != null) {
            Arrays.sort(chosen);
        }
        int count = chosen == null ? all : most;
        int[] first = new int[count];
        int[] second = new int[count];
        int kept = 0;
        int pair = 0;
        for (int i = 0; i < columns && kept < count; i++) {
            for (int j = i + 1; j < columns && kept < count; j++, pair++) {
                if (chosen == null || chosen[kept] == pair) {
                    first[kept] = i;
                    second[kept++] = j;
                }
            }
        }
        return new ColumnPairs(first, second, possible);
    }

    int count() {
        return first.length;
    }

    /** How many of how many, as a sentence. */
    String sentence(String of) {
        return count() == possible
                ? "All " + possible + " pairs of " + of + " were tried."
                : "Of " + possible + " pairs of " + of + " a seeded sample of " + count() + " was tried.";
    }
}
