package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.interval.Correlation;

/**
 * Kendall's tau-b with the variance of its influence function. A binary indexed tree over y gives each point its concordant
 * minus its discordant partners, n log n in all, as Knight's merge sort gives their total alone.
 */
final class Kendall {

    private Kendall() {}

    static Correlation of(RankPoints points) {
        long[] surplus = surplus(points);
        double n = points.n();
        double unequalX = unequal(points.perX(), n);
        double unequalY = unequal(points.perY(), n);
        double root = Math.sqrt(unequalX * unequalY);
        double mean = 0;
        for (int i = 0; i < surplus.length; i++) {
            mean += points.weight(i) * (double) surplus[i];
        }
        mean /= n * n;
        double tau = Math.max(-1, Math.min(1, mean / root));
        double[] influence = new double[surplus.length];
        for (int i = 0; i < influence.length; i++) {
            double u = 1 - points.perX()[points.x(i)] / n - unequalX;
            double v = 1 - points.perY()[points.y(i)] / n - unequalY;
            influence[i] = 2 * (surplus[i] / n - mean) / root - tau * (u / unequalX + v / unequalY);
        }
        return RankDifferences.correlation(tau, points.variance(influence));
    }

    /** Share of ordered pairs of rows whose values differ. */
    private static double unequal(int[] counts, double n) {
        double equal = 0;
        for (int count : counts) {
            equal += (double) count * count;
        }
        return 1 - equal / n / n;
    }

    /** Per point the rows that are concordant with it minus those that are discordant. */
    private static long[] surplus(RankPoints points) {
        int size = points.size();
        int[] perY = points.perY();
        int[] tree = new int[perY.length + 1];
        int[] at = new int[perY.length];
        long[] below = new long[perY.length];
        long total = 0;
        for (int y = 0; y < perY.length; y++) {
            below[y] = total;
            total += perY[y];
        }
        long[] surplus = new long[size];
        long seen = 0;
        for (int from = 0; from < size; ) {
            int to = from;
            while (to < size && points.x(to) == points.x(from)) {
                to++;
            }
            // Below minus above among smaller x; then, with this x taken in, above minus below among the larger ones.
            for (int i = from; i < to; i++) {
                surplus[i] = balance(tree, at, seen, points.y(i));
            }
            for (int i = from; i < to; i++) {
                add(tree, points.y(i), points.weight(i));
                at[points.y(i)] += points.weight(i);
                seen += points.weight(i);
            }
            for (int i = from; i < to; i++) {
                int y = points.y(i);
                long everywhere = 2 * below[y] + perY[y] - points.n();
                surplus[i] += balance(tree, at, seen, y) - everywhere;
            }
            from = to;
        }
        return surplus;
    }

    /** Rows taken in so far that lie below y minus those above it. */
    private static long balance(int[] tree, int[] at, long seen, int y) {
        return 2L * countBelow(tree, y) + at[y] - seen;
    }

    private static int countBelow(int[] tree, int y) {
        int sum = 0;
        for (int i = y; i > 0; i -= i & -i) {
            sum += tree[i];
        }
        return sum;
    }

    private static void add(int[] tree, int y, int weight) {
        for (int i = y + 1; i < tree.length; i += i & -i) {
            tree[i] += weight;
        }
    }
}
