package io.synthaudit.learn.neighbour;

import io.synthaudit.core.table.Parallel;
import java.util.function.Consumer;

/**
 * Walks over queries batch by batch, on many threads within a batch. Of queries that are alike one is searched in each batch.
 */
final class BatchSearch {

    /** Searches some queries. */
    interface Block {

        /**
         * Finds neighbours.
         *
         * @param asked queries
         * @param from position of the first one to search for
         * @param to position after the last one
         * @param into takes the neighbours, at the query less {@link Neighbours#first}
         */
        void search(int[] asked, int from, int to, Neighbours into);
    }

    private final int queries;
    private final int k;
    private final Groups alike;
    private final Block block;

    /**
     * Sets it up.
     *
     * @param queries number of queries
     * @param k neighbours of each
     * @param alike queries of equal neighbours, or null where each has its own
     * @param block searches
     */
    BatchSearch(int queries, int k, Groups alike, Block block) {
        this.queries = queries;
        this.k = k;
        this.alike = alike;
        this.block = block;
    }

    void run(int rows, Parallel parallel, Consumer<Neighbours> taker) {
        if (rows < 1) {
            throw new IllegalArgumentException("a batch needs at least one row");
        }
        int[] leaders = alike == null ? null : new int[alike.count()];
        int first = 0;
        do {
            Neighbours batch = new Neighbours(first, Math.min(rows, queries - first), k);
            search(batch, leaders, parallel);
            taker.accept(batch);
            first += batch.queries();
        } while (first < queries);
    }

    private void search(Neighbours batch, int[] leaders, Parallel parallel) {
        int[] asked = new int[batch.queries()];
        int count = 0;
        for (int query = batch.first(); query < batch.first() + batch.queries(); query++) {
            // A group's leader may be one of an earlier batch.
            int group = alike == null ? -1 : alike.of(query);
            if (group < 0 || alike.first(group) == query || leaders[group] < batch.first()) {
                asked[count++] = query;
                if (group >= 0) {
                    leaders[group] = query;
                }
            }
        }
        int all = count;
        int size = NearestSearch.BLOCK;
        parallel.run(
                (all + size - 1) / size,
                task -> block.search(asked, task * size, Math.min(all, (task + 1) * size), batch));
        for (int i = 0; alike != null && i < batch.queries(); i++) {
            int leader = leaders[alike.of(batch.first() + i)] - batch.first();
            if (leader != i) {
                batch.copy(i, leader);
            }
        }
    }
}
