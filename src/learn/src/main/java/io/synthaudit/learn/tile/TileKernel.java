package io.synthaudit.learn.tile;

/**
 * Measures four query rows against a tile of base rows in floats and says which base rows are near.
 *
 * <p>Places of a tile that hold no row are infinite, which is beyond every limit. Each term and each addition of a sum may be
 * rounded, in any order, fused or not; nothing else may be inexact.
 *
 * <p>Implementations hold no state and may be used by many threads.
 */
public interface TileKernel {

    /** Rows of a tile: 14 columns of them fit into the cache nearest to the processor. */
    int ROWS = 512;

    /** Queries measured at once. */
    int QUERIES = 4;

    /** Ranges of rows start and end at multiples of this. */
    int STEP = 64;

    /** Whether it works in this Java machine, and better than plain Java. */
    boolean isUsable();

    /**
     * The numbers of a tile as the loops read them, once for many queries.
     *
     * @param columns the base rows, an array of {@link #ROWS} numbers per column; kept or copied
     */
    float[][] layOut(float[][] columns);

    /**
     * Sums of squared differences.
     *
     * @param tile the base rows, as {@link #layOut} of this kernel gave them
     * @param queries {@link #QUERIES} numbers of the first column, then those of the second, and so on
     * @param from first base row, a multiple of {@link #STEP}
     * @param to end of base rows, a multiple of {@link #STEP}
     * @param hits holds a limit per query, and takes the rows whose sum is at most that
     */
    void squares(float[][] tile, float[] queries, int from, int to, TileHits hits);

    /** Sums of absolute differences; arguments as for {@link #squares}. */
    void absolutes(float[][] tile, float[] queries, int from, int to, TileHits hits);
}
