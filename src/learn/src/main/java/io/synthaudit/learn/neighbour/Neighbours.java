package io.synthaudit.learn.neighbour;

/** The k nearest base rows of a stretch of query rows, ranked by distance, then by row. */
public final class Neighbours {

    private final int first;
    private final int queries;
    private final int k;
    private final double[] distances;
    private final int[] rows;

    Neighbours(int first, int queries, int k) {
        this.first = first;
        this.queries = queries;
        this.k = k;
        this.distances = new double[Math.multiplyExact(queries, k)];
        this.rows = new int[distances.length];
    }

    void set(int query, double[] ranked, int[] rankedRows) {
        System.arraycopy(ranked, 0, distances, query * k, k);
        System.arraycopy(rankedRows, 0, rows, query * k, k);
    }

    /** Gives a query the neighbours of another one with the same cells. */
    void copy(int query, int from) {
        System.arraycopy(distances, from * k, distances, query * k, k);
        System.arraycopy(rows, from * k, rows, query * k, k);
    }

    /** Position of the first of these query rows in their table: 0 unless this is a later batch. */
    public int first() {
        return first;
    }

    /** Number of query rows. */
    public int queries() {
        return queries;
    }

    /** Number of neighbours of each. */
    public int k() {
        return k;
    }

    /**
     * Distance of a neighbour.
     *
     * @param query from 0, {@link #first} not added
     * @param rank 0 for the nearest
     */
    public double distance(int query, int rank) {
        return distances[place(query, rank)];
    }

    /** The base row of a neighbour; arguments as for {@link #distance}. */
    public int row(int query, int rank) {
        return rows[place(query, rank)];
    }

    private int place(int query, int rank) {
        if (rank < 0 || rank >= k) {
            throw new IndexOutOfBoundsException("there are " + k + " neighbours, and none of rank " + rank);
        }
        return query * k + rank;
    }
}
