package io.synthaudit.learn.tile;

import java.util.Arrays;

/** Limits of four queries, and the rows of one tile within them; with the scratch memory of one thread. */
public final class TileHits {

    private final float[] limits = new float[TileKernel.QUERIES];
    private final int[] counts = new int[TileKernel.QUERIES];
    private final int[] rows = new int[TileKernel.QUERIES * TileKernel.ROWS];
    private final float[] sums = new float[TileKernel.QUERIES * TileKernel.ROWS];
    private final float[][] scratch = new float[3][TileKernel.ROWS];

    /** Empty, with limits that no row is within. */
    public TileHits() {
        Arrays.fill(limits, -1);
    }

    /** The largest sum of a row that is near to a query. */
    public float limit(int query) {
        return limits[query];
    }

    /** Sets it. */
    public void limit(int query, float limit) {
        limits[query] = limit;
    }

    /** Forgets the rows. */
    public void clear() {
        Arrays.fill(counts, 0);
    }

    /** Takes a row of the tile, at most once for each query. */
    public void add(int query, int row, float sum) {
        int at = query * TileKernel.ROWS + counts[query]++;
        rows[at] = row;
        sums[at] = sum;
    }

    /** Number of rows near to a query. */
    public int count(int query) {
        return counts[query];
    }

    /** One of the rows near to a query, as a place in the tile. */
    public int row(int query, int hit) {
        return rows[query * TileKernel.ROWS + hit];
    }

    /** Its sum. */
    public float sum(int query, int hit) {
        return sums[query * TileKernel.ROWS + hit];
    }

    /**
     * Memory that a kernel may write to: {@link TileKernel#ROWS} floats.
     *
     * @param which 0, 1 or 2
     */
    public float[] scratch(int which) {
        return scratch[which];
    }
}
