package io.synthaudit.learn.neighbour;

import io.synthaudit.learn.tile.TileKernel;
import java.util.Arrays;

/**
 * Distinct rows of numbers as floats, in tiles, with a bound on what the floats get wrong.
 *
 * <p>Columns are moved to the middle of their range over queries and base, and all are divided by one power of two, so that
 * no number is above 1. With \\(M_j\\) the largest number of a column, a difference \\(v_j\\) is then wrong by at most
 * \\(u (2 M_j + |v_j|)\\), \\(u = 2^{-24}\\), and a sum of p terms by at most the factor \\(1 \\pm (p + 1) u\\). So a float distance lies
 * within \\(E + \\eta d\\) of the true one \\(d\\), where \\(\\eta = (p + 3) u\\) and \\(E = 2 u \\lVert M \\rVert\\) in the norm of the
 * distance; both are taken 2 % larger, which covers squares of the bounds and what doubles get wrong.
 *
 * <p>Memory: 4 bytes per number of a distinct row.
 */
final class Tiles {

    private static final double UNIT = 0x1p-24;
    /** Beyond these sizes squares in double precision overflow or vanish, and floats tell nothing of their order. */
    private static final double LARGEST = 1e150;

    private static final double SMALLEST = 1e-130;

    final float[][][] tiles;
    final boolean squared;
    final int rows;

    private final double[] middle;
    private final double scale;
    private final double offset;
    private final double factor;

    Tiles(double[][] queries, double[][] base, int[] chosen, int width, boolean squared, TileKernel kernel) {
        this.squared = squared;
        this.rows = chosen.length;
        this.middle = new double[width];
        double[] reach = new double[width];
        double most = 0;
        for (int j = 0; j < width; j++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double[][] side : new double[][][] {queries, base}) {
                for (double[] row : side) {
                    low = Math.min(low, row[j]);
                    high = Math.max(high, row[j]);
                }
            }
            middle[j] = low <= high ? low / 2 + high / 2 : 0;
            reach[j] = low <= high ? Math.max(high - middle[j], middle[j] - low) : 0;
            most = Math.max(most, reach[j]);
        }
        boolean tellsNothing = !(most <= LARGEST && most >= SMALLEST);
        this.scale = tellsNothing ? 0 : Math.scalb(1.0, -Math.getExponent(most) - 1);
        double norm = 0;
        for (double r : reach) {
            norm += squared ? r * scale * r * scale : r * scale;
        }
        this.offset = tellsNothing ? Double.POSITIVE_INFINITY : 1.02 * 2 * UNIT * (squared ? Math.sqrt(norm) : norm);
        this.factor = 1.02 * (width + 3) * UNIT;
        this.tiles = new float[(rows + TileKernel.ROWS - 1) / TileKernel.ROWS][][];
        for (int t = 0; t < tiles.length; t++) {
            float[][] columns = new float[width][TileKernel.ROWS];
            fill(columns, base, chosen, t * TileKernel.ROWS);
            tiles[t] = kernel.layOut(columns);
        }
    }

    private void fill(float[][] tile, double[][] base, int[] chosen, int first) {
        int count = Math.min(TileKernel.ROWS, rows - first);
        for (int i = 0; i < count; i++) {
            double[] row = base[chosen[first + i]];
            for (int j = 0; j < tile.length; j++) {
                tile[j][i] = number(row, j);
            }
        }
        for (float[] column : tile) {
            Arrays.fill(column, count, TileKernel.ROWS, Float.POSITIVE_INFINITY);
        }
    }

    /** A number of a query or of a base row. */
    float number(double[] row, int j) {
        return scale == 0 ? 0 : (float) ((row[j] - middle[j]) * scale);
    }

    /**
     * The largest float sum of a row that may be among the k nearest, or tied with them.
     *
     * @param sum the k-th smallest float sum
     */
    float limit(float sum) {
        double found = squared ? Math.sqrt(sum) : sum;
        double largest = factor >= 0.5 ? Double.POSITIVE_INFINITY : (found + offset) / (1 - factor);
        double limit = largest * (1 + factor) + offset;
        double bound = squared ? limit * limit : limit;
        return bound >= Float.MAX_VALUE ? Float.MAX_VALUE : Math.nextUp((float) bound);
    }
}
