package io.synthaudit.core.audit;

import io.synthaudit.core.interval.TotalVariation;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Slice;
import io.synthaudit.core.table.CodeColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Permutation test of "training and holdout are one random split": the largest column TVD beyond its expectation, over
 * all content columns. Persons move as a whole. Stops early once the p-value is certain to be far from small, and after
 * a tenth of the permutations where the effect is too small to matter.
 */
final class SplitTest {

    private static final int PERMUTATIONS = 1_999;

    /** An effect too small to matter is none whatever the p-value, which is then not worth so many. */
    private static final int PERMUTATIONS_OF_SMALL = 199;

    /** The smallest effect that matters. */
    static final double EFFECT = 0.02;

    private static final int BATCH = 32;
    private static final int ENOUGH = 20;
    private static final int MOST_LEVELS = 256;

    private final char[][] codes;
    private final int[] width;
    private final long[][] total;
    private final double[] expected;
    /** The rows of each person; null where each row is one. */
    private final int[][] units;

    private final int trainingUnits;
    private final int size;

    SplitTest(CodedTable training, CodedTable holdout, int[] trainingPerson, int[] holdoutPerson, Profile profile) {
        int[] content = profile.schema().content();
        int n = training.table().rows();
        int h = holdout.table().rows();
        codes = new char[content.length][];
        width = new int[content.length];
        total = new long[content.length][];
        expected = new double[content.length];
        for (int i = 0; i < content.length; i++) {
            int column = content[i];
            if (training.table().column(column) instanceof CodeColumn levels) {
                codes[i] = pooled(levels, (CodeColumn) holdout.table().column(column));
                width[i] = widest(codes[i]) + 1;
            } else {
                codes[i] = joined(
                        new Slice(training, null, 0, n).pairCodes(column),
                        new Slice(holdout, null, 0, h).pairCodes(column));
                width[i] = profile.column(column).pairBins().codes();
            }
            long[] first = count(codes[i], 0, n, width[i]);
            long[] second = count(codes[i], n, n + h, width[i]);
            total[i] = first.clone();
            for (int c = 0; c < width[i]; c++) {
                total[i][c] += second[c];
            }
            expected[i] = TotalVariation.expected(first, second);
        }
        if (trainingPerson == null && holdoutPerson == null) {
            units = null;
            trainingUnits = n;
            size = n + h;
        } else {
            List<int[]> all = new ArrayList<>(units(trainingPerson, n, 0));
            trainingUnits = all.size();
            all.addAll(units(holdoutPerson, h, n));
            units = all.toArray(new int[0][]);
            size = units.length;
        }
    }

    /**
     * What came out.
     *
     * @param effect largest column TVD beyond its expectation, at least 0
     * @param column index among the content columns at which it is reached; -1 when there is no content column
     * @param p permutation p-value
     */
    record Result(double effect, int column, double p) {}

    Result run(RandomStreams streams, Workers workers) {
        int[] order = IntStream.range(0, size).toArray();
        double[] at = new double[codes.length];
        if (codes.length == 0) {
            return new Result(0, -1, 1);
        }
        double observed = statistic(order, at);
        int column = 0;
        for (int i = 1; i < at.length; i++) {
            column = at[i] > at[column] ? i : column;
        }
        int done = 0;
        int beyond = 0;
        int most = observed > EFFECT ? PERMUTATIONS : PERMUTATIONS_OF_SMALL;
        while (done < most && beyond < ENOUGH) {
            int batch = Math.min(BATCH, most - done);
            int from = done;
            boolean[] over = new boolean[batch];
            workers.run(batch, i -> {
                int[] permuted = order.clone();
                RandomStreams.shuffleLast(permuted, size - trainingUnits, streams.stream("split/" + (from + i)));
                over[i] = statistic(permuted, new double[codes.length]) >= observed - 1e-12;
            });
            for (boolean b : over) {
                beyond += b ? 1 : 0;
            }
            done += batch;
        }
        return new Result(Math.max(0, observed), column, (beyond + 1.0) / (done + 1.0));
    }

    private double statistic(int[] order, double[] at) {
        // In the order in which they lie in memory, which halves the time to count them.
        int[] drawn = heldRows(order);
        int[] rows = RandomStreams.ascending(drawn, 0, codes[0].length);
        long h = rows.length;
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < codes.length; c++) {
            long[] held = new long[width[c]];
            char[] column = codes[c];
            for (int row : rows) {
                held[column[row]]++;
            }
            long n = column.length - h;
            double distance = 0;
            for (int k = 0; k < held.length; k++) {
                distance += Math.abs((double) (total[c][k] - held[k]) / n - (double) held[k] / h);
            }
            at[c] = distance / 2 - expected[c];
            largest = Math.max(largest, at[c]);
        }
        return largest;
    }

    /** The rows of those who come last. */
    private int[] heldRows(int[] order) {
        if (units == null) {
            return Arrays.copyOfRange(order, trainingUnits, size);
        }
        return IntStream.range(trainingUnits, size)
                .flatMap(i -> IntStream.of(units[order[i]]))
                .toArray();
    }

    /**
     * Levels of both tables, numbered by their frequency in both together; 0 is missing, and levels beyond the {@link #MOST_LEVELS}
     * most frequent share the last number. Levels chosen by training alone would not do: what training has most
     * of, or has at all, the holdout has less of by that choice, and no permutation repeats it.
     */
    private static char[] pooled(CodeColumn training, CodeColumn holdout) {
        int[] all = Arrays.copyOf(training.codes(), training.rows() + holdout.rows());
        System.arraycopy(holdout.codes(), 0, all, training.rows(), holdout.rows());
        int[] counts = new int[Arrays.stream(all).max().orElse(0) + 2];
        for (int code : all) {
            counts[code + 1]++;
        }
        int[] rank = new int[counts.length];
        int next = 1;
        int[] frequent = IntStream.range(1, counts.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer level) -> -counts[level])
                        .thenComparing(level -> level))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int level : frequent) {
            rank[level] = Math.min(next++, MOST_LEVELS);
        }
        char[] ranked = new char[all.length];
        for (int row = 0; row < all.length; row++) {
            ranked[row] = (char) rank[all[row] + 1];
        }
        return ranked;
    }

    private static int widest(char[] codes) {
        int most = 0;
        for (char code : codes) {
            most = Math.max(most, code);
        }
        return most;
    }

    private static long[] count(char[] codes, int from, int to, int width) {
        long[] counts = new long[width];
        for (int row = from; row < to; row++) {
            counts[codes[row]]++;
        }
        return counts;
    }

    private static char[] joined(int[] training, int[] holdout) {
        char[] all = new char[training.length + holdout.length];
        for (int row = 0; row < all.length; row++) {
            all[row] = (char) (row < training.length ? training[row] : holdout[row - training.length]);
        }
        return all;
    }

    /** The rows of each person, numbered from {@code offset}; without persons each row is one. */
    static List<int[]> units(int[] person, int rows, int offset) {
        if (person == null) {
            return IntStream.range(offset, offset + rows)
                    .mapToObj(row -> new int[] {row})
                    .toList();
        }
        Map<Integer, List<Integer>> byPerson = new LinkedHashMap<>();
        for (int row = 0; row < rows; row++) {
            byPerson.computeIfAbsent(person[row], p -> new ArrayList<>()).add(row + offset);
        }
        return byPerson.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }
}
