package io.synthaudit.learn.neighbour;

import io.synthaudit.core.table.Table;
import java.util.stream.IntStream;

/**
 * Finds for each row of one table the nearest rows of another: exactly, by whole numbers that nominate and doubles that
 * decide.
 *
 * <p>Sums of {@link CellCodes} are compared first. Every row whose sum lies within twice their stated error of the smallest
 * is measured again by {@link Gower#distance} and ranked by distance, then row. So the result is that of measuring every
 * pair in double precision, whatever the number of threads.
 *
 * <p>Memory: 4 bytes per cell of both tables and 4 bytes per base row and lane, plus 50 bytes per query. Time: at worst
 * queries x base rows x columns, about 3 billion cells a second and thread; leaves of base rows that cannot hold a nearer
 * row are left out, which on tables with close neighbours saves nine tenths of it. Query rows with the same
 * cells are searched once.
 */
public final class NearestSearch {

    private static final int BLOCK = 128;

    private final Gower gower;
    private final Table queries;
    private final Table base;
    private final boolean exceptSelf;
    private final boolean withSecond;

    private NearestSearch(Gower gower, Table queries, Table base, boolean exceptSelf, boolean withSecond) {
        this.gower = gower;
        this.queries = queries;
        this.base = base;
        this.exceptSelf = exceptSelf;
        this.withSecond = withSecond;
    }

    /** A search for the rows of {@code base} that are nearest to each row of {@code queries}. */
    public static NearestSearch of(Gower gower, Table queries, Table base) {
        return new NearestSearch(gower, queries, base, false, false);
    }

    /** Query and base are one table, and no row is its own neighbour (leave one out). */
    public NearestSearch exceptSelf() {
        if (queries.rows() != base.rows()) {
            throw new IllegalArgumentException("only a table searched in itself can leave each row out");
        }
        return new NearestSearch(gower, queries, base, true, withSecond);
    }

    /** Also the distance to the second nearest row. */
    public NearestSearch withSecond() {
        return new NearestSearch(gower, queries, base, exceptSelf, true);
    }

    /**
     * Does the search.
     *
     * @throws IllegalArgumentException if there is no base row to be near to
     */
    public Nearest run(Parallel parallel) {
        if (base.rows() < (exceptSelf ? 2 : 1)) {
            throw new IllegalArgumentException("there is no row to be near to");
        }
        Gower.Rows from = gower.rows(queries);
        Gower.Rows to = gower.rows(base);
        CellCodes cells = CellCodes.of(gower, from, to);
        Leaves leaves = Leaves.of(cells, base.rows());
        Lanes lanes = new Lanes(cells, leaves.order);
        Nearest found = new Nearest(queries.rows(), withSecond);
        int[] leaders = exceptSelf ? IntStream.range(0, queries.rows()).toArray() : Alike.leaders(from);
        int[] asked = IntStream.range(0, leaders.length)
                .filter(query -> leaders[query] == query)
                .toArray();
        parallel.run((asked.length + BLOCK - 1) / BLOCK, block -> {
            QuerySearch search = new QuerySearch(gower, from, to, cells, leaves, lanes, withSecond);
            int last = Math.min(asked.length, (block + 1) * BLOCK);
            for (int k = block * BLOCK; k < last; k++) {
                search.find(asked[k], exceptSelf ? asked[k] : -1, found);
            }
        });
        for (int query = 0; query < leaders.length; query++) {
            if (leaders[query] != query) {
                found.copy(query, leaders[query]);
            }
        }
        return found;
    }
}
