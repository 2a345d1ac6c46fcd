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
 * <p>With weights the unit of a column is its weight over the largest weight times \(2^b\), rounded, so that each column may be
 * wrong by a step, levels too.
 *
 * <p>Numbers far out would need more bits. Since a column's distance is capped at 1, each table's numbers may be cut to
 * the other table's range widened by one training range on both sides without changing any distance.
 *
 * <p>Memory: none per row but for the arrays that {@link #base} returns.
 */
final class CellCodes {

    private static final int MOST_BITS = 24;
    /** A column in which both tables reach further out than this many training ranges is not used to nominate. */
    private static final double WILD = 1 << 18;

    final boolean[] number;
    /** Distinct codes per category column, those of missing cells among them. */
    final int[] levels;
    /** The largest distance in a column. */
    final int[] units;
    /** A row whose sum exceeds the k-th smallest one by more than this is not among the k nearest, nor tied with them. */
    final int slack;

    private final Gower gower;
    private final int bits;
    private final Bounds[] bounds;
    private final double[] scales;
    private final double[][] constants;

    private CellCodes(Gower gower, Gower.Rows queries, Gower.Rows base) {
        int p = gower.size();
        this.gower = gower;
        this.number = new boolean[p];
        this.levels = new int[p];
        this.units = new int[p];
        this.bounds = new Bounds[p];
        this.scales = new double[p];
        this.constants = new double[p][];
        double reach = 1;
        double heaviest = 0;
        double lightest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < p; j++) {
            heaviest = Math.max(heaviest, gower.weight(j));
            lightest = Math.min(lightest, gower.weight(j));
            if (gower.isNumber(j) && !gower.isConstant(j)) {
                bounds[j] = Bounds.of(gower, j, queries.values(j), base.values(j));
                reach = bounds[j].reach() > WILD ? reach : Math.max(reach, bounds[j].reach());
            }
        }
        int most = Math.min(MOST_BITS, 29 - ceilingLog2(p + 1));
        this.bits = Math.min(most, 29 - ceilingLog2((int) Math.ceil(reach) + 4));
        int error = 0;
        int ignored = 0;
        for (int j = 0; j < p; j++) {
            scales[j] = gower.weight(j) / heaviest * (1 << bits);
            units[j] = (int) Math.rint(scales[j]);
            if (bounds[j] != null) {
                number[j] = true;
                error++;
                ignored += isWild(j) ? units[j] : 0;
            } else {
                error += lightest < heaviest ? 1 : 0;
                if (gower.isNumber(j)) {
                    constants[j] = DoubleStream.concat(Arrays.stream(queries.values(j)), Arrays.stream(base.values(j)))
                            .filter(x -> !Double.isNaN(x))
                            .map(x -> x + 0.0)
                            .sorted()
                            .distinct()
                            .toArray();
                    levels[j] = constants[j].length + 2;
                } else {
                    levels[j] = Math.max(queries.levels(j), base.levels(j)) + 2;
                }
            }
        }
        this.slack = error == 0 ? 0 : 2 * (error + 1) + 1 + ignored;
    }

    static CellCodes of(Gower gower, Gower.Rows queries, Gower.Rows base) {
        return new CellCodes(gower, queries, base);
    }

    int columns() {
        return number.length;
    }

    /** Whether the sums are the distances themselves: there are no numbers to round, and no weights. */
    boolean exact() {
        return slack == 0;
    }

    /** The distance that a sum stands for, if sums are {@link #exact}. */
    double distance(int sum) {
        return (sum >> bits) / (double) columns();
    }

    /** The codes of some base rows, one array per column. */
    int[][] base(Gower.Rows base, int[] rows) {
        int[][] codes = new int[columns()][rows.length];
        for (int j = 0; j < codes.length; j++) {
            for (int i = 0; i < rows.length; i++) {
                codes[j][i] = code(j, base, rows[i], false);
            }
        }
        return codes;
    }

    /** The code of a query's cell. */
    int query(int j, Gower.Rows queries, int row) {
        return code(j, queries, row, true);
    }

    private boolean isWild(int j) {
        return bounds[j].reach() > WILD;
    }

    private int code(int j, Gower.Rows rows, int row, boolean query) {
        boolean apart = query && gower.isMissingApart();
        if (!gower.isNumber(j)) {
            int code = rows.codes(j)[row];
            return code < 0 && apart ? levels[j] - 1 : code + 1;
        }
        double value = rows.values(j)[row];
        if (constants[j] != null) {
            return Double.isNaN(value) ? apart ? levels[j] - 1 : 0 : 1 + Arrays.binarySearch(constants[j], value + 0.0);
        }
        return isWild(j) ? 0 : bounds[j].code(gower.scaled(j, value), scales[j], query, apart);
    }

    private static int ceilingLog2(int x) {
        return 32 - Integer.numberOfLeadingZeros(x - 1);
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

        /**
         * A number, cut to what the other table can tell. A missing cell lies two units beyond every number: a whole unit
         * from all, and at no distance from its like, unless those are apart: then queries have it on the other side.
         */
        int code(double x, double scale, boolean query, boolean apart) {
            if (Double.isNaN(x)) {
                int missing = (int) Math.ceil((reach() + 2) * scale);
                return apart ? -missing : missing;
            }
            if (oneSided()) {
                return 0;
            }
            double low = (query ? baseLow : queryLow) - 1;
            double high = (query ? baseHigh : queryHigh) + 1;
            return (int) Math.rint(Math.max(low, Math.min(high, x)) * scale);
        }
    }
}
