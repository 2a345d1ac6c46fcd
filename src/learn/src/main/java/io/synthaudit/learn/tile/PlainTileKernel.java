package io.synthaudit.learn.tile;

import java.util.Arrays;

/**
 * Plain Java, written so that the compiler turns its loops into vector instructions: an array per column, read without an
 * offset, one array written, no branch, four columns at a time (loops over many arrays it leaves as they are).
 */
final class PlainTileKernel implements TileKernel {

    private static final int QUARTER = ROWS / 4;
    private static final int SIXTEENTH = ROWS / 16;

    @Override
    public boolean isUsable() {
        return true;
    }

    @Override
    public float[][] layOut(float[][] columns) {
        return columns;
    }

    @Override
    public void squares(float[][] tile, float[] queries, int from, int to, TileHits hits) {
        float[] sums = hits.scratch(0);
        for (int q = 0; q < QUERIES; q++) {
            if (tile.length < 4) {
                Arrays.fill(sums, from, to, 0);
            }
            int j = 0;
            for (int at = q; j + 3 < tile.length; j += 4, at += 4 * QUERIES) {
                float a = queries[at];
                float b = queries[at + QUERIES];
                float c = queries[at + 2 * QUERIES];
                float d = queries[at + 3 * QUERIES];
                if (j == 0) {
                    firstSquares(sums, tile[0], tile[1], tile[2], tile[3], from, to, a, b, c, d);
                } else {
                    squares(sums, tile[j], tile[j + 1], tile[j + 2], tile[j + 3], from, to, a, b, c, d);
                }
            }
            for (; j + 1 < tile.length; j += 2) {
                float a = queries[QUERIES * j + q];
                squares(sums, tile[j], tile[j + 1], from, to, a, queries[QUERIES * (j + 1) + q]);
            }
            if (j < tile.length) {
                squares(sums, tile[j], from, to, queries[QUERIES * j + q]);
            }
            nominate(q, sums, from, to, hits);
        }
    }

    @Override
    public void absolutes(float[][] tile, float[] queries, int from, int to, TileHits hits) {
        float[] sums = hits.scratch(0);
        for (int q = 0; q < QUERIES; q++) {
            if (tile.length < 4) {
                Arrays.fill(sums, from, to, 0);
            }
            int j = 0;
            for (int at = q; j + 3 < tile.length; j += 4, at += 4 * QUERIES) {
                float a = queries[at];
                float b = queries[at + QUERIES];
                float c = queries[at + 2 * QUERIES];
                float d = queries[at + 3 * QUERIES];
                if (j == 0) {
                    firstAbsolutes(sums, tile[0], tile[1], tile[2], tile[3], from, to, a, b, c, d);
                } else {
                    absolutes(sums, tile[j], tile[j + 1], tile[j + 2], tile[j + 3], from, to, a, b, c, d);
                }
            }
            for (; j < tile.length; j++) {
                absolutes(sums, tile[j], from, to, queries[QUERIES * j + q]);
            }
            nominate(q, sums, from, to, hits);
        }
    }

    private static void squares(float[] sums, float[] x, int from, int to, float a) {
        for (int i = from; i < to; i++) {
            float d = x[i] - a;
            sums[i] += d * d;
        }
    }

    private static void squares(float[] sums, float[] x, float[] y, int from, int to, float a, float b) {
        for (int i = from; i < to; i++) {
            float d = x[i] - a;
            float e = y[i] - b;
            sums[i] += d * d + e * e;
        }
    }

    private static void squares(
            float[] sums,
            float[] x,
            float[] y,
            float[] z,
            float[] w,
            int from,
            int to,
            float a,
            float b,
            float c,
            float d) {
        for (int i = from; i < to; i++) {
            float e = x[i] - a;
            float f = y[i] - b;
            float g = z[i] - c;
            float h = w[i] - d;
            sums[i] += e * e + f * f + g * g + h * h;
        }
    }

    /** The first four columns: nothing has to be read, nor set to zero, before. */
    private static void firstSquares(
            float[] sums,
            float[] x,
            float[] y,
            float[] z,
            float[] w,
            int from,
            int to,
            float a,
            float b,
            float c,
            float d) {
        for (int i = from; i < to; i++) {
            float e = x[i] - a;
            float f = y[i] - b;
            float g = z[i] - c;
            float h = w[i] - d;
            sums[i] = e * e + f * f + g * g + h * h;
        }
    }

    private static void absolutes(float[] sums, float[] x, int from, int to, float a) {
        for (int i = from; i < to; i++) {
            sums[i] += Math.abs(x[i] - a);
        }
    }

    private static void absolutes(
            float[] sums,
            float[] x,
            float[] y,
            float[] z,
            float[] w,
            int from,
            int to,
            float a,
            float b,
            float c,
            float d) {
        for (int i = from; i < to; i++) {
            sums[i] += Math.abs(x[i] - a) + Math.abs(y[i] - b) + Math.abs(z[i] - c) + Math.abs(w[i] - d);
        }
    }

    private static void firstAbsolutes(
            float[] sums,
            float[] x,
            float[] y,
            float[] z,
            float[] w,
            int from,
            int to,
            float a,
            float b,
            float c,
            float d) {
        for (int i = from; i < to; i++) {
            sums[i] = Math.abs(x[i] - a) + Math.abs(y[i] - b) + Math.abs(z[i] - c) + Math.abs(w[i] - d);
        }
    }

    /** Looks at single rows only where the least of sixteen sums is within the limit. */
    private static void nominate(int query, float[] sums, int from, int to, TileHits hits) {
        float limit = hits.limit(query);
        if (to - from <= STEP) {
            for (int row = from; row < to; row++) {
                add(query, row, sums, limit, hits);
            }
            return;
        }
        Arrays.fill(sums, 0, from, Float.POSITIVE_INFINITY);
        Arrays.fill(sums, to, ROWS, Float.POSITIVE_INFINITY);
        float[] least = hits.scratch(2);
        leastOfFour(hits.scratch(1), sums);
        leastOfSixteen(least, hits.scratch(1));
        for (int i = 0; i < SIXTEENTH; i++) {
            if (least[i] <= limit) {
                for (int row = i; row < ROWS; row += SIXTEENTH) {
                    add(query, row, sums, limit, hits);
                }
            }
        }
    }

    /** Distances that the compiler knows: with those that it is told each time it leaves the loop as it is. */
    private static void leastOfFour(float[] least, float[] x) {
        for (int i = 0; i < QUARTER; i++) {
            least[i] = Math.min(Math.min(x[i], x[QUARTER + i]), Math.min(x[2 * QUARTER + i], x[3 * QUARTER + i]));
        }
    }

    private static void leastOfSixteen(float[] least, float[] x) {
        for (int i = 0; i < SIXTEENTH; i++) {
            least[i] = Math.min(Math.min(x[i], x[SIXTEENTH + i]), Math.min(x[2 * SIXTEENTH + i], x[3 * SIXTEENTH + i]));
        }
    }

    private static void add(int query, int row, float[] sums, float limit, TileHits hits) {
        if (sums[row] <= limit) {
            hits.add(query, row, sums[row]);
        }
    }
}
