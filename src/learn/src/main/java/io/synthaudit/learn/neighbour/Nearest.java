package io.synthaudit.learn.neighbour;

/** The nearest base row of each query row, with its ties. */
public final class Nearest {

    /** So many tied rows are listed at most, those that stand first; their number is always exact. */
    public static final int LISTED = 64;

    private final double[] distance;
    private final int[] row;
    private final int[] ties;
    private final int[][] tied;
    private final double[] second;

    Nearest(int queries, boolean withSecond) {
        this.distance = new double[queries];
        this.row = new int[queries];
        this.ties = new int[queries];
        this.tied = new int[queries][];
        this.second = withSecond ? new double[queries] : null;
    }

    void set(int query, double nearest, int[] rows, int count, double next) {
        distance[query] = nearest;
        row[query] = rows[0];
        ties[query] = count;
        tied[query] = count == 1 ? null : rows;
        if (second != null) {
            second[query] = next;
        }
    }

    /** Gives a query the result of another one with the same cells. */
    void copy(int query, int from) {
        distance[query] = distance[from];
        row[query] = row[from];
        ties[query] = ties[from];
        tied[query] = tied[from];
        if (second != null) {
            second[query] = second[from];
        }
    }

    /** Number of query rows. */
    public int queries() {
        return distance.length;
    }

    /** Distance to the nearest base row, in [0, 1]. */
    public double distance(int query) {
        return distance[query];
    }

    /** All distances, in the order of the queries; a copy. */
    public double[] distances() {
        return distance.clone();
    }

    /** The base row that stands first among the nearest. */
    public int row(int query) {
        return row[query];
    }

    /** How many base rows are nearest, to {@link Gower#TIE}. */
    public int ties(int query) {
        return ties[query];
    }

    /** The nearest base rows, ascending, at most {@link #LISTED}. */
    public int[] tied(int query) {
        return tied[query] == null ? new int[] {row[query]} : tied[query].clone();
    }

    /**
     * Distance to the second nearest base row; equal to the nearest where two are tied exactly. 1 if there is no second row.
     *
     * @throws IllegalStateException if the search was not asked for it
     */
    public double second(int query) {
        if (second == null) {
            throw new IllegalStateException("the search was not asked for the second nearest row");
        }
        return second[query];
    }
}
