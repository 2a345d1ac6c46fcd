package io.synthaudit.metrics.utility;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.Arrays;

/**
 * Synthetic rows that equal a holdout row in all content columns. A model that learned from them would be tested on what it
 * has seen, so they are left out, unless rows repeat by chance: where over 1 % of training rows, too, equal a holdout row,
 * leaving them out would only bend the table, and all are kept.
 *
 * @param repeated for each synthetic row whether a holdout row equals it
 * @param count how many do
 * @param byChance whether rows repeat by chance, so that none is left out
 */
record HoldoutRepeats(boolean[] repeated, int count, boolean byChance) {

    private static final double MOST_BY_CHANCE = 0.01;

    static HoldoutRepeats of(Run run) {
        return run.shared("utility.holdout-repeats", HoldoutRepeats.class, () -> {
            Table holdout = run.control().orElseThrow();
            int[] content = run.tables().schema().content();
            int[] order = sorted(holdout, content);
            boolean[] repeated = repeated(run.tables().synthetic(), holdout, order, content);
            int chance = count(repeated(run.tables().training(), holdout, order, content));
            return new HoldoutRepeats(
                    repeated,
                    count(repeated),
                    chance > MOST_BY_CHANCE * run.tables().training().rows());
        });
    }

    /** The rows among the given ones to learn from. */
    int[] kept(int[] rows) {
        return byChance
                ? rows
                : Arrays.stream(rows).filter(row -> !repeated[row]).toArray();
    }

    /** What was done, as a sentence; empty when there are none. */
    String note() {
        if (count == 0) {
            return "";
        }
        return byChance
                ? " " + count + " synthetic rows equal a test row, as real rows do by chance: they are kept."
                : " Left out: " + count + " synthetic rows that equal a test row.";
    }

    private static int count(boolean[] marks) {
        int count = 0;
        for (boolean mark : marks) {
            count += mark ? 1 : 0;
        }
        return count;
    }

    private static int[] sorted(Table table, int[] content) {
        long[] hashes = hashes(table, content);
        return java.util.stream.IntStream.range(0, table.rows())
                .boxed()
                .sorted((a, b) -> Long.compare(hashes[a], hashes[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static boolean[] repeated(Table table, Table holdout, int[] order, int[] content) {
        long[] own = hashes(table, content);
        long[] theirs = hashes(holdout, content);
        long[] keys = Arrays.stream(order).mapToLong(row -> theirs[row]).toArray();
        boolean[] repeated = new boolean[own.length];
        for (int row = 0; row < own.length; row++) {
            int at = Arrays.binarySearch(keys, own[row]);
            while (at > 0 && keys[at - 1] == own[row]) {
                at--;
            }
            for (; at >= 0 && at < keys.length && keys[at] == own[row] && !repeated[row]; at++) {
                repeated[row] = same(table, row, holdout, order[at], content);
            }
        }
        return repeated;
    }

    private static long[] hashes(Table table, int[] content) {
        long[] hashes = new long[table.rows()];
        for (int c : content) {
            Column column = table.column(c);
            for (int row = 0; row < hashes.length; row++) {
                hashes[row] = (hashes[row] ^ bits(column, row)) * 0x9E3779B97F4A7C15L;
                hashes[row] ^= hashes[row] >>> 32;
            }
        }
        return hashes;
    }

    private static boolean same(Table a, int i, Table b, int j, int[] content) {
        for (int c : content) {
            if (bits(a.column(c), i) != bits(b.column(c), j)) {
                return false;
            }
        }
        return true;
    }

    /** A cell as bits; zeros of both signs are one. */
    private static long bits(Column column, int row) {
        return column instanceof NumberColumn numbers
                ? Double.doubleToLongBits(numbers.values()[row] + 0.0)
                : ((CodeColumn) column).codes()[row];
    }
}
