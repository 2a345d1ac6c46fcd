package io.synthaudit.metrics.utility;

import io.synthaudit.core.analysis.GroupedTable;
import io.synthaudit.core.analysis.GroupedTable.Statistic;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.Arrays;

/**
 * A table's answer to a query, group by group, with the variance of each answer.
 *
 * @param keys the groups, ascending
 * @param bearers rows or persons of each
 * @param answer share of the weight, or mean, of each
 * @param variance its variance if rows are independent draws
 * @param rows rows that were used
 * @param factor how many times larger the variances are, for rows of few persons
 */
record GroupTotals(long[] keys, long[] bearers, double[] answer, double[] variance, int rows, double factor) {

    /** Whether the groups can be numbered at all. */
    static boolean isCountable(Table training, GroupedTable query) {
        double groups = 1;
        for (String name : query.by()) {
            groups *= levels(training, name);
        }
        return groups < 1L << 52;
    }

    private static int levels(Table table, String name) {
        return ((CodeColumn) table.column(index(table.schema(), name)))
                        .dictionary()
                        .size()
                + 1;
    }

    private static int index(Schema schema, String name) {
        return schema.indexOf(name).orElseThrow();
    }

    /** Whether a weight is negative, which weights are not. */
    static boolean hasNegativeWeights(Table table, GroupedTable query) {
        return !query.weights().isEmpty()
                && Arrays.stream(numbers(table, query.weights())).anyMatch(w -> w < 0);
    }

    private static double[] numbers(Table table, String name) {
        return ((NumberColumn) table.column(index(table.schema(), name))).values();
    }

    static GroupTotals of(Table table, GroupedTable query, int[] person) {
        double[] weight = query.weights().isEmpty() ? null : numbers(table, query.weights());
        double[] value = query.statistic() == Statistic.MEAN ? numbers(table, query.of()) : null;
        int[][] codes = query.by().stream()
                .map(name -> ((CodeColumn) table.column(index(table.schema(), name))).codes())
                .toArray(int[][]::new);
        long[] key = new long[table.rows()];
        int[] used = new int[table.rows()];
        int n = 0;
        for (int row = 0; row < table.rows(); row++) {
            long k = 0;
            boolean whole = (weight == null || weight[row] > 0) && (value == null || !Double.isNaN(value[row]));
            for (int c = 0; c < codes.length && whole; c++) {
                whole = codes[c][row] >= 0;
                k = k * levels(table, query.by().get(c)) + codes[c][row];
            }
            if (whole) {
                key[row] = k;
                used[n++] = row;
            }
        }
        int[] rows = Arrays.copyOf(used, n);
        long[] keys = Arrays.stream(rows)
                .mapToLong(row -> key[row])
                .sorted()
                .distinct()
                .toArray();
        int[] group = Arrays.stream(rows)
                .map(row -> Arrays.binarySearch(keys, key[row]))
                .toArray();
        double[] w = Arrays.stream(rows)
                .mapToDouble(row -> weight == null ? 1 : weight[row])
                .toArray();
        int[] owner = person == null
                ? null
                : Arrays.stream(rows).map(row -> person[row]).toArray();
        double[] y = value == null
                ? null
                : Arrays.stream(rows).mapToDouble(row -> value[row]).toArray();
        double[][] answers = y == null ? shares(keys.length, group, w) : means(keys.length, group, w, y);
        return new GroupTotals(
                keys, bearers(keys.length, group, owner), answers[0], answers[1], n, Clustering.factor(owner));
    }

    /** Shares of the weight, with Taylor's variance \(\sum w_i^2 (1_g - p)^2 / W^2\). */
    private static double[][] shares(int groups, int[] group, double[] w) {
        double[] sum = new double[groups];
        double[] squares = new double[groups];
        double total = 0;
        double allSquares = 0;
        for (int i = 0; i < w.length; i++) {
            sum[group[i]] += w[i];
            squares[group[i]] += w[i] * w[i];
            total += w[i];
            allSquares += w[i] * w[i];
        }
        double[] variance = new double[groups];
        for (int g = 0; g < groups; g++) {
            double p = sum[g] / total;
            variance[g] = (squares[g] * (1 - 2 * p) + p * p * allSquares) / (total * total);
            sum[g] = p;
        }
        return new double[][] {sum, variance};
    }

    /** Weighted means, with variance \(\sum w_i^2 (y_i - m)^2 / W^2 \cdot k/(k-1)\) of k rows. */
    private static double[][] means(int groups, int[] group, double[] w, double[] y) {
        double[] total = new double[groups];
        double[] mean = new double[groups];
        int[] count = new int[groups];
        for (int i = 0; i < w.length; i++) {
            total[group[i]] += w[i];
            mean[group[i]] += w[i] * y[i];
            count[group[i]]++;
        }
        for (int g = 0; g < groups; g++) {
            mean[g] /= total[g];
        }
        double[] variance = new double[groups];
        for (int i = 0; i < w.length; i++) {
            double off = w[i] * (y[i] - mean[group[i]]);
            variance[group[i]] += off * off;
        }
        for (int g = 0; g < groups; g++) {
            // One row tells nothing of its own variance.
            variance[g] = count[g] < 2
                    ? Double.POSITIVE_INFINITY
                    : variance[g] / (total[g] * total[g]) * count[g] / (count[g] - 1.0);
        }
        return new double[][] {mean, variance};
    }

    private static long[] bearers(int groups, int[] group, int[] person) {
        long[] bearers = new long[groups];
        if (person == null) {
            for (int g : group) {
                bearers[g]++;
            }
            return bearers;
        }
        long[] pairs = new long[group.length];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (long) group[i] << Integer.SIZE | person[i];
        }
        Arrays.stream(pairs).sorted().distinct().forEach(pair -> bearers[(int) (pair >> Integer.SIZE)]++);
        return bearers;
    }
}
