package io.synthaudit.learn.model;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
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
     * @param slots place of each level behind {@code first}, -1 for none; null for numbers
     * @param levels how many places the levels have; 0 for numbers
     * @param first place of the number or of the first level; -1 for a number without spread
     * @param other place of the levels without their own, behind {@code first}; -1 for none
     * @param missing place of the missing mark, -1 for none
     */
    private record Part(
            int column, int[] slots, int levels, int first, int other, int missing, double mean, double spread) {}

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
            int levels = 0;
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
                    slots[own[level]] = levels++;
                }
                other = pooled ? levels++ : -1;
                next += levels;
            }
            int mark = missing > 0 ? next++ : -1;
            parts.add(new Part(index, slots, levels, spread > 0 || levels > 0 ? begin : -1, other, mark, mean, spread));
        }
        return new Encoding(parts, next);
    }

    /** Numbers per encoded row. */
    public int width() {
        return width;
    }

    /** Encodes all rows of a table that has the schema of the one learned from. */
    public Design encode(Table table) {
        List<Feature> features = new ArrayList<>();
        for (Part part : parts) {
            Column column = table.column(part.column());
            if (column instanceof NumberColumn numbers) {
                if (part.first() >= 0) {
                    features.add(
                            new Feature(part.column(), part.first(), 1, standardised(part, numbers.values()), null));
                }
                if (part.missing() >= 0) {
                    features.add(marks(part, numbers.values().length, i -> Double.isNaN(numbers.values()[i])));
                }
            } else {
                int[] codes = ((CodeColumn) column).codes();
                if (part.levels() > 0) {
                    features.add(new Feature(part.column(), part.first(), part.levels(), null, slots(part, codes)));
                }
                if (part.missing() >= 0) {
                    features.add(marks(part, codes.length, i -> codes[i] < 0));
                }
            }
        }
        return new Design(features, table.rows(), width);
    }

    private static double[] standardised(Part part, double[] values) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = Double.isNaN(values[i]) ? 0 : (values[i] - part.mean()) / part.spread();
        }
        return scaled;
    }

    private static int[] slots(Part part, int[] codes) {
        int[] slots = new int[codes.length];
        for (int i = 0; i < codes.length; i++) {
            int own = codes[i] >= 0 && codes[i] < part.slots().length ? part.slots()[codes[i]] : -1;
            slots[i] = own >= 0 || codes[i] < 0 ? own : part.other();
        }
        return slots;
    }

    private static Feature marks(Part part, int rows, IntPredicate missing) {
        int[] slots = new int[rows];
        for (int i = 0; i < rows; i++) {
            slots[i] = missing.test(i) ? 0 : -1;
        }
        return new Feature(part.column(), part.missing(), 1, null, slots);
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
