package io.synthaudit.learn.model;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the columns of a table become numbers for a model. It is fitted on the table that the model learns from and on nothing
 * else; any table with the same schema can then be encoded.
 *
 * <ul>
 *   <li>Numbers and instants: (x - mean) / standard deviation (of n, not n - 1); a missing cell is the mean.
 *   <li>Levels: one number per level, 1 or 0. A column with more than 256 levels keeps the 255 most frequent (ties: the
 *       smaller code first) and one for all others, unseen levels among them. In a column with fewer levels an unseen level is
 *       0 everywhere: its own number would have been 0 in every row learned from, so a penalised model would give it weight 0.
 *   <li>Missing cells: one more number, 1 where the cell is missing, in columns where the table learned from has such cells.
 *   <li>Columns of numbers without spread, and columns that are missing throughout, give nothing.
 * </ul>
 */
public final class Encoding {

    /** Most levels of a column that get a number of their own when there are more than one above it. */
    private static final int MOST_LEVELS = 255;

    private final List<Part> parts;
    private final int width;

    /**
     * One column's place in a row.
     *
     * @param column position in the table
     * @param slots place of each level, -1 for none; null for numbers, which stand at {@code first}
     * @param first place of the number, -1 when it has no spread
     * @param other place of the levels without their own, -1 for none
     * @param missing place of the missing mark, -1 for none
     */
    private record Part(int column, int[] slots, int first, int other, int missing, double mean, double spread) {}

    private Encoding(List<Part> parts, int width) {
        this.parts = parts;
        this.width = width;
    }

    /**
     * Learns the encoding.
     *
     * @param side the table that the model learns from
     * @param columns positions of the columns to use
     * @return an encoding of tables with that schema
     */
    public static Encoding fit(Table side, int[] columns) {
        List<Part> parts = new ArrayList<>();
        int next = 0;
        for (int index : columns) {
            Column column = side.column(index);
            int missing = column.missing();
            if (missing == column.rows()) {
                continue;
            }
            int begin = next;
            int[] slots = null;
            int other = -1;
            double mean = 0;
            double spread = 0;
            if (column instanceof NumberColumn numbers) {
                mean = mean(numbers.values());
                spread = spread(numbers.values(), mean);
                next += spread > 0 ? 1 : 0;
            } else {
                long[] counts = counts((CodeColumn) column);
                slots = new int[counts.length];
                Arrays.fill(slots, -1);
                int[] own = levels(counts);
                int distinct = own.length;
                boolean pooled = distinct > MOST_LEVELS + 1;
                for (int level = 0; level < (pooled ? MOST_LEVELS : distinct); level++) {
                    slots[own[level]] = next++;
                }
                other = pooled ? next++ : -1;
            }
            int mark = missing > 0 ? next++ : -1;
            parts.add(new Part(index, slots, spread > 0 ? begin : -1, other, mark, mean, spread));
        }
        return new Encoding(parts, next);
    }

    /** Numbers per encoded row. */
    public int width() {
        return width;
    }

    /** Encodes all rows of a table that has the schema of the one learned from. */
    public Design encode(Table table) {
        double[][] rows = new double[table.rows()][width];
        for (Part part : parts) {
            Column column = table.column(part.column());
            if (column instanceof NumberColumn numbers) {
                encode(part, numbers.values(), rows);
            } else {
                encode(part, ((CodeColumn) column).codes(), rows);
            }
        }
        return new Design(rows, width);
    }

    private static void encode(Part part, double[] values, double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            if (Double.isNaN(values[i])) {
                mark(part, rows[i]);
            } else if (part.first() >= 0) {
                rows[i][part.first()] = (values[i] - part.mean()) / part.spread();
            }
        }
    }

    private static void encode(Part part, int[] codes, double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            if (codes[i] < 0) {
                mark(part, rows[i]);
                continue;
            }
            int own = codes[i] < part.slots().length ? part.slots()[codes[i]] : -1;
            int slot = own >= 0 ? own : part.other();
            if (slot >= 0) {
                rows[i][slot] = 1;
            }
        }
    }

    private static void mark(Part part, double[] row) {
        if (part.missing() >= 0) {
            row[part.missing()] = 1;
        }
    }

    private static long[] counts(CodeColumn column) {
        long[] counts = new long[column.dictionary().size()];
        for (int code : column.codes()) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        return counts;
    }

    /** Levels that occur, the most frequent first. */
    private static int[] levels(long[] counts) {
        return IntStream.range(0, counts.length)
                .filter(level -> counts[level] > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer level) -> -counts[level])
                        .thenComparing(level -> level))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        long n = 0;
        for (double v : values) {
            if (!Double.isNaN(v)) {
                sum += v;
                n++;
            }
        }
        return sum / n;
    }

    /** 0 when the column is constant, or so wide that its square is no double. */
    private static double spread(double[] values, double mean) {
        double squares = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        long n = 0;
        for (double v : values) {
            if (!Double.isNaN(v)) {
                squares += (v - mean) * (v - mean);
                min = Math.min(min, v);
                max = Math.max(max, v);
                n++;
            }
        }
        // Rounding of the mean alone would give a constant column a tiny spread.
        double spread = min < max ? Math.sqrt(squares / n) : 0;
        return Double.isFinite(spread) ? spread : 0;
    }
}
