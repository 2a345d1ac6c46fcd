package io.synthaudit.core.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the cells of a training column show, counted on its distinct cells.
 *
 * @param rows rows of the table
 * @param missing missing tokens, beside the empty cell
 * @param missingCounts cells per token, in the same order
 * @param present cells that have a value
 * @param levels distinct values, as text
 * @param numbers distinct values as numbers, or -1 if some value is no finite number
 * @param whole whether every value is written as a whole number
 * @param dates whether every value is an ISO-8601 date or date-time
 * @param length mean length of the values, in characters
 */
record Evidence(
        int rows,
        List<String> missing,
        long[] missingCounts,
        long present,
        int levels,
        int numbers,
        boolean whole,
        boolean dates,
        double length) {

    static Evidence of(RawColumn column) {
        List<String> tokens = MissingTokens.infer(column);
        long[] tokenCounts = new long[tokens.size()];
        long[] counts = column.counts();
        double[] values = new double[counts.length];
        boolean whole = true;
        boolean numeric = true;
        boolean dates = true;
        long present = 0;
        long characters = 0;
        int levels = 0;
        for (int i = 0; i < counts.length; i++) {
            String cell = column.distinct()[i];
            int token = tokens.indexOf(cell);
            if (token >= 0) {
                tokenCounts[token] += counts[i];
            } else if (!cell.isEmpty()) {
                present += counts[i];
                characters += counts[i] * cell.codePointCount(0, cell.length());
                values[levels++] = numeric ? Numbers.parse(cell) : Double.NaN;
                numeric = numeric && !Double.isNaN(values[levels - 1]);
                whole = whole && Numbers.isWholeText(cell);
                dates = dates && !Double.isNaN(Instants.ISO.seconds(cell));
            }
        }
        int numbers =
                numeric ? (int) Arrays.stream(values, 0, levels).distinct().count() : -1;
        double length = present == 0 ? 0 : (double) characters / present;
        return new Evidence(column.cells().length, tokens, tokenCounts, present, levels, numbers, whole, dates, length);
    }

    /** Distinct values over rows. */
    double distinctShare() {
        return rows == 0 ? 0 : (double) levels / rows;
    }

    /** "all 39,032 cells", or "all 36,104 cells that have a value". */
    String all() {
        return "all " + count(present) + (present == rows ? " cells" : " cells that have a value");
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
