package io.synthaudit.learn.neighbour;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The cells of two tables as integers, so that sums of integers nominate neighbours.
 *
 * <p>A number is its distance from training's least number in units of \(2^{-b}\) training ranges, rounded; a category is its
 * level. A column's distance is then min(unit, |difference|) for numbers and 0 or one unit (\(2^b\)) for categories.
 * Rounding moves one number by at most half a step, so a pair's distance by at most one step per number column: the sum is
 * wrong by at most {@code columns of numbers + 1} steps of \(2^{-b}/p\), with b = 24 up to 64 columns about the resolution of a
 * float. Integer sums are the same in any order and on any machine, which float sums are not.
 *
 * <p>Numbers far out would need more bits. Since a column's distance is capped at 1, each table's numbers may be cut to
 * the other table's range widened by one training range on both sides without changing any distance.
 */
final class CellCodes {

    private static final int MOST_BITS = 24;
    /** A column in which both tables reach further out than this many training ranges is not used to nominate. */
    private static final double WILD = 1 << 18;

    final int[][] queries;
    final int[][] base;
    final boolean[] number;
    /** Distinct codes per category column, the missing cell among them. */
    final int[] levels;
    /** One unit, the distance of two different levels, is 2 to this power. */
    final int bits;
    /** A row whose sum exceeds the smallest one by more than this is not the nearest, nor tied with it. */
    final int slack;

    private CellCodes(int[][] queries, int[][] base, boolean[] number, int[] levels, int bits, int slack) {
        this.queries = queries;
        this.base = base;
        this.number = number;
        this.levels = levels;
        this.bits = bits;
        this.slack = slack;
    }

    static CellCodes of(Gower gower, Gower.Rows queries, Gower.Rows base) {
        int p = gower.size();
        Bounds[] bounds = new Bounds[p];
        double reach = 1;
        for (int j = 0; j < p; j++) {
            if (gower.isNumber(j) && !gower.isConstant(j)) {
                bounds[j] = Bounds.of(gower, j, queries.values(j), base.values(j));
                reach = bounds[j].reach() > WILD ? reach : Math.max(reach, bounds[j].reach());
            }
        }
        int bits = Math.min(MOST_BITS, 29 - ceilingLog2(p + 1));
        bits = Math.min(bits, 29 - ceilingLog2((int) Math.ceil(reach) + 4));
        int[][] q = new int[p][];
        int[][] b = new int[p][];
        boolean[] number = new boolean[p];
        int[] levels = new int[p];
        int rounded = 0;
        int ignored = 0;
        for (int j = 0; j < p; j++) {
            if (!gower.isNumber(j)) {
                q[j] = shifted(queries.codes(j));
                b[j] = shifted(base.codes(j));
                levels[j] = Math.max(queries.levels(j), base.levels(j)) + 1;
            } else if (gower.isConstant(j)) {
                double[] distinct = DoubleStream.concat(Arrays.stream(queries.values(j)), Arrays.stream(base.values(j)))
                        .filter(x -> !Double.isNaN(x))
                        .map(x -> x + 0.0)
                        .sorted()
                        .distinct()
                        .toArray();
                q[j] = ranks(queries.values(j), distinct);
                b[j] = ranks(base.values(j), distinct);
                levels[j] = distinct.length + 1;
            } else {
                number[j] = true;
                boolean wild = bounds[j].reach() > WILD;
                ignored += wild ? 1 : 0;
                rounded += wild ? 0 : 1;
                q[j] = wild ? new int[queries.count()] : bounds[j].ofQueries(gower, j, queries.values(j), bits);
                b[j] = wild ? new int[base.count()] : bounds[j].ofBase(gower, j, base.values(j), bits);
            }
        }
        int error = rounded + ignored == 0 ? 0 : 2 * (rounded + 1) + 1 + (ignored << bits);
        return new CellCodes(q, b, number, levels, bits, error);
    }

    /** Whether the sums are the distances themselves: there are no numbers to round. */
    boolean exact() {
        return slack == 0;
    }

    private static int ceilingLog2(int x) {
        return 32 - Integer.numberOfLeadingZeros(x - 1);
    }

    private static int[] shifted(int[] codes) {
        int[] shifted = new int[codes.length];
        for (int i = 0; i < codes.length; i++) {
            shifted[i] = codes[i] + 1;
        }
        return shifted;
    }

    private static int[] ranks(double[] values, double[] distinct) {
        int[] ranks = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = Double.isNaN(values[i]) ? 0 : 1 + Arrays.binarySearch(distinct, values[i] + 0.0);
        }
        return ranks;
    }

    /** The scaled range of a column in both tables; infinite the wrong way round where a table has no value. */
    private record Bounds(double queryLow, double queryHigh, double baseLow, double baseHigh) {

        static Bounds of(Gower gower, int j, double[] queries, double[] base) {
            double[] q = extremes(gower, j, queries);
            double[] b = extremes(gower, j, base);
            return new Bounds(q[0], q[1], b[0], b[1]);
        }

        private static double[] extremes(Gower gower, int j, double[] values) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                double x = gower.scaled(j, value);
                if (x < low) {
                    low = x;
                }
                if (x > high) {
                    high = x;
                }
            }
            return new double[] {low, high};
        }

        private boolean oneSided() {
            return queryLow > queryHigh || baseLow > baseHigh;
        }

        /** The largest number that is left after cutting, from zero. */
        double reach() {
            if (oneSided()) {
                return 1;
            }
            double high = Math.max(Math.min(queryHigh, baseHigh + 1), Math.min(baseHigh, queryHigh + 1));
            double low = Math.min(Math.max(queryLow, baseLow - 1), Math.max(baseLow, queryLow - 1));
            return Math.max(Math.abs(low), Math.abs(high));
        }

        int[] ofQueries(Gower gower, int j, double[] values, int bits) {
            return fixed(gower, j, values, bits, baseLow - 1, baseHigh + 1);
        }

        int[] ofBase(Gower gower, int j, double[] values, int bits) {
            return fixed(gower, j, values, bits, queryLow - 1, queryHigh + 1);
        }

        /** A missing cell lies two units beyond every number: a whole unit from all, and at no distance from its like. */
        private int[] fixed(Gower gower, int j, double[] values, int bits, double low, double high) {
            double unit = 1 << bits;
            int missing = (int) Math.ceil((reach() + 2) * unit);
            boolean apart = oneSided();
            int[] codes = new int[values.length];
            for (int i = 0; i < values.length; i++) {
                double x = gower.scaled(j, values[i]);
                if (Double.isNaN(x)) {
                    codes[i] = missing;
                } else if (!apart) {
                    codes[i] = (int) Math.rint(Math.max(low, Math.min(high, x)) * unit);
                }
            }
            return codes;
        }
    }
}
