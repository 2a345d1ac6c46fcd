package io.synthaudit.learn.neighbour;

import io.synthaudit.core.table.Parallel;
import io.synthaudit.core.table.Table;
import java.util.function.Consumer;

/**
 * Finds for each row of one table its k nearest rows of another under {@link Gower}'s distance, exactly: ranked by distance in
 * double precision, then by row.
 *
 * <p>Works as {@link NearestSearch} does, with the k-th smallest sum in place of the smallest.
 *
 * <p>Memory: about 28 + 4 x columns bytes per base row and 28 bytes per query for rows that are alike; {@link #batches} holds
 * the neighbours of one batch at a time, 12 x k bytes per query of the batch, while {@link #run} holds those of all queries.
 */
public final class NeighbourSearch {

    /** Most neighbours of a row. */
    public static final int MOST = 50;

    private final Gower gower;
    private final Table queries;
    private final Table base;
    private final int k;
    private final boolean exceptSelf;

    private NeighbourSearch(Gower gower, Table queries, Table base, int k, boolean exceptSelf) {
        this.gower = gower;
        this.queries = queries;
        this.base = base;
        this.k = k;
        this.exceptSelf = exceptSelf;
    }

    /**
     * A search for the rows of {@code base} that are nearest to each row of {@code queries}.
     *
     * @param k neighbours of each row, 1 to {@link #MOST}; where the base has fewer rows, all are
     */
    public static NeighbourSearch of(Gower gower, Table queries, Table base, int k) {
        return new NeighbourSearch(gower, queries, base, within(k), false);
    }

    static int within(int k) {
        if (k < 1 || k > MOST) {
            throw new IllegalArgumentException("a row has 1 to " + MOST + " neighbours, not " + k);
        }
        return k;
    }

    /** Query and base are one table, and no row is its own neighbour (leave one out). */
    public NeighbourSearch exceptSelf() {
        if (queries.rows() != base.rows()) {
            throw new IllegalArgumentException("only a table searched in itself can leave each row out");
        }
        return new NeighbourSearch(gower, queries, base, k, true);
    }

    /**
     * Does the search for all queries.
     *
     * @throws IllegalArgumentException if there is no base row to be near to
     */
    public Neighbours run(Parallel parallel) {
        Neighbours[] all = new Neighbours[1];
        batches(Math.max(1, queries.rows()), parallel, batch -> all[0] = batch);
        return all[0];
    }

    /**
     * Does the search for some queries after the other.
     *
     * @param rows most queries of a batch
     * @param parallel where the searches of one batch run
     * @param taker takes the batches on the caller's thread, in the order of the queries
     * @throws IllegalArgumentException if there is no base row to be near to
     */
    public void batches(int rows, Parallel parallel, Consumer<Neighbours> taker) {
        int others = base.rows() - (exceptSelf ? 1 : 0);
        if (others < 1) {
            throw new IllegalArgumentException("there is no row to be near to");
        }
        Gower.Rows from = gower.rows(queries);
        RowIndex index = new RowIndex(gower, from, gower.rows(base));
        int found = Math.min(k, others);
        BatchSearch.Block block = (asked, first, last, into) -> {
            QuerySearch search = new QuerySearch(index, from, found);
            Ranking ranking = new Ranking(found);
            for (int i = first; i < last; i++) {
                search.find(asked[i], exceptSelf ? asked[i] : -1);
                read(search, ranking);
                ranking.write(into, asked[i] - into.first());
            }
        };
        new BatchSearch(queries.rows(), found, exceptSelf ? null : Groups.of(from.cells()), block)
                .run(rows, parallel, taker);
    }

    private static void read(QuerySearch search, Ranking ranking) {
        int[] rows = new int[ranking.k()];
        ranking.clear();
        for (int i = 0; i < search.found(); i++) {
            if (search.distance(i) <= ranking.worst()) {
                int count = search.rows(i, rows, 0, rows.length);
                for (int m = 0; m < count; m++) {
                    ranking.offer(search.distance(i), rows[m]);
                }
            }
        }
    }
}
