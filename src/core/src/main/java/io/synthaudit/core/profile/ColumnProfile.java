package io.synthaudit.core.profile;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.NumberColumn;

/**
 * What a first pass learned of one training column.
 *
 * @param field the column's schema
 * @param rows number of rows
 * @param missing number of missing cells
 * @param min smallest number, NaN for levels or when all cells are missing
 * @param max largest number, likewise
 * @param centre mean of the numbers, about which sums are taken; 0 for levels
 * @param spread standard deviation of the numbers, by which sums are scaled; 1 when it is 0 and for levels
 * @param bins 20 quantile bins, or the levels
 * @param pairBins the same with at most 256 bins, for tables of pairs
 * @param binCounts training cells per bin of {@code bins}, without missing cells
 * @param levelCounts training cells per level, empty for numbers
 * @param masks masks of a column of texts, ids or keys; null for numbers and categories
 */
public record ColumnProfile(
        Field field,
        int rows,
        int missing,
        double min,
        double max,
        double centre,
        double spread,
        Bins bins,
        Bins pairBins,
        long[] binCounts,
        long[] levelCounts,
        Masks masks) {

    /** Most bins that a column brings into a table of pairs, {@code other} among them. */
    public static final int MOST_PAIR_BINS = 256;

    static ColumnProfile of(Column column) {
        return column instanceof NumberColumn numbers ? ofNumbers(numbers) : ofLevels((CodeColumn) column);
    }

    private static ColumnProfile ofNumbers(NumberColumn column) {
        double[] sorted = column.ranks().sorted();
        int n = sorted.length;
        double centre = 0;
        for (double v : sorted) {
            centre += v / n;
        }
        double square = 0;
        for (double v : sorted) {
            square += (v - centre) * (v - centre) / n;
        }
        Bins bins = QuantileBins.of(sorted, QuantileBins.DEFAULT);
        long[] counts = new long[bins.size()];
        for (double v : sorted) {
            counts[bins.bin(v)]++;
        }
        double spread = square > 0 ? Math.sqrt(square) : 1;
        double min = n == 0 ? Double.NaN : sorted[0];
        double max = n == 0 ? Double.NaN : sorted[n - 1];
        return new ColumnProfile(
                column.field(),
                column.rows(),
                column.rows() - n,
                min,
                max,
                centre,
                spread,
                bins,
                bins,
                counts,
                new long[0],
                null);
    }

    private static ColumnProfile ofLevels(CodeColumn column) {
        int known = column.dictionary().known();
        long[] counts = new long[known];
        int missing = 0;
        for (int code : column.codes()) {
            if (code < 0) {
                missing++;
            } else {
                counts[code]++;
            }
        }
        Bins pairBins = LevelBins.top(counts, MOST_PAIR_BINS);
        boolean all = column.field().kind().isCategory();
        Bins bins = all ? LevelBins.all(known) : pairBins;
        long[] binCounts = new long[bins.size()];
        for (int level = 0; level < known; level++) {
            binCounts[bins.bin(level)] += counts[level];
        }
        return new ColumnProfile(
                column.field(),
                column.rows(),
                missing,
                Double.NaN,
                Double.NaN,
                0,
                1,
                bins,
                pairBins,
                binCounts,
                counts,
                column.field().isTextual() ? Masks.of(column.dictionary(), counts) : null);
    }

    /** Cells that are not missing. */
    public int present() {
        return rows - missing;
    }
}
