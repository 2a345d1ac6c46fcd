package io.synthaudit.learn.neighbour;

import io.synthaudit.core.table.Parallel;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds for each row of one table the nearest rows of another: exactly, by whole numbers that nominate and doubles that
 * decide.
 *
 * <p>Sums of {@link CellCodes} are compared first. Every row whose sum lies within twice their stated error of the smallest
 * is measured again by {@link Gower#distance} and ranked by distance, then row. So the result is that of measuring every
 * pair in double precision, whatever the number of threads.
 *
 * <p>Memory: that of {@link RowIndex}, about 28 + 4 x columns bytes per base row, and 50 bytes per query. Time: at worst
 * queries x base rows x columns, about 3 billion cells a second and thread; leaves of base rows that cannot hold a nearer
 * row are left out, which on tables with close neighbours saves nine tenths of it. Rows with the same cells are searched
 * once, on either side, and a query's equal in the base is found by its hash before anything is measured.
 */
public final class NearestSearch {

    static final int BLOCK = 128;

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
        RowIndex index = new RowIndex(gower, from, gower.rows(base));
        Nearest found = new Nearest(queries.rows(), withSecond);
        Groups alike = exceptSelf ? null : Groups.of(from.cells());
        int[] asked = exceptSelf ? IntStream.range(0, queries.rows()).toArray() : alike.firsts();
        parallel.run((asked.length + BLOCK - 1) / BLOCK, block -> {
            QuerySearch search = new QuerySearch(index, from, withSecond ? 2 : 1);
            int last = Math.min(asked.length, (block + 1) * BLOCK);
            for (int k = block * BLOCK; k < last; k++) {
                search.find(asked[k], exceptSelf ? asked[k] : -1);
                read(search, asked[k], found);
            }
        });
        if (alike != null) {
            for (int query = 0; query < queries.rows(); query++) {
                int first = alike.first(alike.of(query));
                if (first != query) {
                    found.copy(query, first);
                }
            }
        }
        return found;
    }

    private static void read(QuerySearch search, int query, Nearest found) {
        double least = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        for (int i = 0; i < search.found(); i++) {
            double d = search.distance(i);
            if (d < least) {
                second = search.size(search.group(i)) > 1 ? d : least;
                least = d;
            } else if (d < second) {
                second = d;
            }
        }
        int ties = 0;
        int listed = 0;
        int[] rows = new int[Nearest.LISTED];
        for (int i = 0; i < search.found(); i++) {
            if (search.distance(i) <= least + Gower.TIE) {
                int size = search.size(search.group(i));
                ties += size;
                // The first rows of each group hold the first rows of all.
                if (listed + Math.min(size, Nearest.LISTED) > rows.length) {
                    rows = Arrays.copyOf(rows, 2 * rows.length);
                }
                listed = search.rows(i, rows, listed, listed + Nearest.LISTED);
            }
        }
        Arrays.sort(rows, 0, listed);
        found.set(query, least, Arrays.copyOf(rows, Math.min(listed, Nearest.LISTED)), ties, Math.min(1, second));
    }
}
