package io.synthaudit.learn.neighbour;

import io.synthaudit.learn.tile.TileHits;
import io.synthaudit.learn.tile.TileKernel;
import java.util.Arrays;

/** The search for a block of rows of a design, tile by tile, with the scratch memory of one thread. */
final class TileSearch {

    private static final int FOUR = TileKernel.QUERIES;

    private final DesignSearch search;
    private final Groups groups;
    private final Tiles tiles;
    private final Ranking ranking;
    private final int[] rows;
    private final TileHits hits = new TileHits();

    TileSearch(DesignSearch search, Groups groups, Tiles tiles, int k) {
        this.search = search;
        this.groups = groups;
        this.tiles = tiles;
        this.ranking = new Ranking(k);
        this.rows = new int[k];
    }

    void search(int[] asked, int first, int last, Neighbours into) {
        int quads = (last - first + FOUR - 1) / FOUR;
        Nominees[] nominees = new Nominees[quads * FOUR];
        float[][] numbers = new float[quads][];
        for (int quad = 0; quad < quads; quad++) {
            for (int q = 0; q < FOUR; q++) {
                // What is left over of the last four is filled with its first.
                int at = first + quad * FOUR + q;
                int query = asked[at < last ? at : first + quad * FOUR];
                nominees[quad * FOUR + q] = new Nominees(at < last ? query : -1);
                double[] row = search.query(query);
                if (q == 0) {
                    numbers[quad] = new float[row.length * FOUR];
                }
                for (int j = 0; j < row.length; j++) {
                    numbers[quad][j * FOUR + q] = tiles.number(row, j);
                }
            }
        }
        for (int t = 0; t < tiles.tiles.length; t++) {
            int count = Math.min(TileKernel.ROWS, tiles.rows - t * TileKernel.ROWS);
            int end = (count + TileKernel.STEP - 1) / TileKernel.STEP * TileKernel.STEP;
            for (int quad = 0; quad < quads; quad++) {
                int from = 0;
                // The first rows of all set limits that few others are within.
                for (int to = TileKernel.STEP; t == 0 && to < end; to *= 2) {
                    nominate(t, numbers[quad], from, to, nominees, quad * FOUR);
                    from = to;
                }
                nominate(t, numbers[quad], from, end, nominees, quad * FOUR);
            }
        }
        for (Nominees found : nominees) {
            if (found.query >= 0) {
                decide(found);
                ranking.write(into, found.query - into.first());
            }
        }
    }

    private void nominate(int tile, float[] four, int from, int to, Nominees[] nominees, int first) {
        hits.clear();
        for (int q = 0; q < FOUR; q++) {
            hits.limit(q, nominees[first + q].limit);
        }
        search.measure(tiles.tiles[tile], four, from, to, hits);
        for (int q = 0; q < FOUR; q++) {
            for (int hit = 0; hit < hits.count(q); hit++) {
                nominees[first + q].add(tile * TileKernel.ROWS + hits.row(q, hit), hits.sum(q, hit));
            }
            nominees[first + q].tighten();
        }
    }

    private void decide(Nominees found) {
        ranking.clear();
        for (int i = 0; i < found.count; i++) {
            if (found.sums[i] <= found.limit) {
                int group = found.groups[i];
                double d = search.distance(search.query(found.query), search.base(groups.first(group)));
                int count = d <= ranking.worst() ? found.rows(group) : 0;
                for (int m = 0; m < count; m++) {
                    ranking.offer(d, rows[m]);
                }
            }
        }
    }

    /** Groups of base rows that may be among the nearest of a query. */
    private final class Nominees {

        private final int query;
        private final float[] least = new float[rows.length];
        private float limit;
        private float counted = Float.MAX_VALUE;
        private int[] groups = new int[16];
        private float[] sums = new float[16];
        private int count;

        Nominees(int query) {
            this.query = query;
            this.limit = query < 0 ? -1 : Float.MAX_VALUE;
            Arrays.fill(least, Float.MAX_VALUE);
        }

        void add(int group, float sum) {
            int size = TileSearch.this.groups.size(group) - (isOwn(group) ? 1 : 0);
            if (sum > limit || size == 0) {
                return;
            }
            if (count == groups.length) {
                groups = Arrays.copyOf(groups, 2 * count);
                sums = Arrays.copyOf(sums, 2 * count);
            }
            groups[count] = group;
            sums[count++] = sum;
            for (int copy = 0; copy < size && sum < least[0]; copy++) {
                replaceLargest(sum);
            }
        }

        /** Brings the limit up to date, as far as rows are found. */
        void tighten() {
            if (least[0] < counted) {
                counted = least[0];
                limit = tiles.limit(counted);
            }
        }

        /** The k smallest sums are a heap whose largest is on top. */
        private void replaceLargest(float sum) {
            int at = 0;
            for (int child = 1; child < least.length; child = 2 * at + 1) {
                if (child + 1 < least.length && least[child + 1] > least[child]) {
                    child++;
                }
                if (least[child] <= sum) {
                    break;
                }
                least[at] = least[child];
                at = child;
            }
            least[at] = sum;
        }

        private boolean isOwn(int group) {
            return search.isExceptSelf() && TileSearch.this.groups.of(query) == group;
        }

        /** Writes the first rows of a group that count. */
        private int rows(int group) {
            int written = 0;
            for (int m = 0; m < TileSearch.this.groups.size(group) && written < rows.length; m++) {
                int row = TileSearch.this.groups.member(group, m);
                if (!search.isExceptSelf() || row != query) {
                    rows[written++] = row;
                }
            }
            return written;
        }
    }
}
