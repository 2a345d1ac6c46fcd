package io.synthaudit.learn.neighbour;

import io.synthaudit.core.table.Parallel;
import io.synthaudit.learn.model.Design;
import io.synthaudit.learn.tile.TileHits;
import io.synthaudit.learn.tile.TileKernel;
import io.synthaudit.learn.tile.TileKernels;
import java.util.function.Consumer;

/**
 * Finds for each row of one design its k nearest rows of another, by Euclidean distance or by the sum of absolute
 * differences, exactly: floats nominate, doubles decide.
 *
 * <p>With \\(x, y\\) rows of numbers, \\[ d(x, y) = \\sqrt{\\textstyle\\sum_j (x_j - y_j)^2} \\quad\\text{or}\\quad
 * d(x, y) = \\sum_j |x_j - y_j| , \\] terms added in double precision in the order of the columns. Every row whose float sum lies
 * within its stated error ({@link Tiles}) of the k-th smallest is measured again, and ranked by distance, then by row. So
 * the result is that of measuring every pair in double precision, whatever the loops and the number of threads.
 *
 * <p>Designs hold no missing cells; {@link io.synthaudit.learn.model.Encoding} says what becomes of those. Weights and scales
 * of columns are a matter of the design too.
 *
 * <p>Memory: 8 bytes per number of either design, 4 more of the base, and 28 bytes per row of either design; {@link #batches} holds the neighbours of one
 * batch at a time, 12 x k bytes per query of the batch. Time: queries x base rows x columns, of rows that differ.
 */
public final class DesignSearch {

    private final double[][] queryRows;
    private final double[][] baseRows;
    private final int width;
    private final int k;
    private final boolean squared;
    private final boolean exceptSelf;
    private final TileKernel kernel;

    private DesignSearch(
            double[][] queryRows,
            double[][] baseRows,
            int width,
            int k,
            boolean squared,
            boolean exceptSelf,
            TileKernel kernel) {
        this.queryRows = queryRows;
        this.baseRows = baseRows;
        this.width = width;
        this.k = k;
        this.squared = squared;
        this.exceptSelf = exceptSelf;
        this.kernel = kernel;
    }

    /**
     * A search by Euclidean distance.
     *
     * @param k neighbours of each row, 1 to {@link NeighbourSearch#MOST}; where the base has fewer rows, all are
     */
    public static DesignSearch euclidean(Design queries, Design base, int k) {
        return of(queries, base, k, true);
    }

    /** A search by the sum of absolute differences; arguments as for {@link #euclidean}. */
    public static DesignSearch manhattan(Design queries, Design base, int k) {
        return of(queries, base, k, false);
    }

    private static DesignSearch of(Design queries, Design base, int k, boolean squared) {
        if (queries.width() != base.width() || base.width() == 0) {
            throw new IllegalArgumentException("rows to compare must have the same columns, and at least one");
        }
        TileKernel kernel = TileKernels.of(queries.size(), base.size(), base.width());
        // One row a time from here on: made once, for a design is kept by columns.
        double[][] baseRows = base.rows();
        double[][] queryRows = queries == base ? baseRows : queries.rows();
        return new DesignSearch(queryRows, baseRows, base.width(), NeighbourSearch.within(k), squared, false, kernel);
    }

    /** Query and base are one design, and no row is its own neighbour (leave one out). */
    public DesignSearch exceptSelf() {
        if (queryRows.length != baseRows.length) {
            throw new IllegalArgumentException("only a design searched in itself can leave each row out");
        }
        return new DesignSearch(queryRows, baseRows, width, k, squared, true, kernel);
    }

    /** The same search with other loops: the same neighbours, sooner or later. */
    public DesignSearch by(TileKernel loops) {
        return new DesignSearch(queryRows, baseRows, width, k, squared, exceptSelf, loops);
    }

    /**
     * Does the search for all queries.
     *
     * @throws IllegalArgumentException if there is no base row to be near to
     */
    public Neighbours run(Parallel parallel) {
        Neighbours[] all = new Neighbours[1];
        batches(Math.max(1, queryRows.length), parallel, batch -> all[0] = batch);
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
        int others = baseRows.length - (exceptSelf ? 1 : 0);
        if (others < 1) {
            throw new IllegalArgumentException("there is no row to be near to");
        }
        int found = Math.min(k, others);
        Groups groups = Groups.of(cells(baseRows));
        Tiles tiles = new Tiles(queryRows, baseRows, groups.firsts(), width, squared, kernel);
        BatchSearch.Block block = (asked, first, last, into) ->
                new TileSearch(this, groups, tiles, found).search(asked, first, last, into);
        new BatchSearch(queryRows.length, found, exceptSelf ? null : Groups.of(cells(queryRows)), block)
                .run(rows, parallel, taker);
    }

    private Groups.Cells cells(double[][] rows) {
        return new Groups.Cells() {
            @Override
            public int rows() {
                return rows.length;
            }

            @Override
            public int columns() {
                return width;
            }

            @Override
            public long cell(int column, int row) {
                return Double.doubleToLongBits(rows[row][column] + 0.0);
            }
        };
    }

    boolean isExceptSelf() {
        return exceptSelf;
    }

    double[] query(int row) {
        return queryRows[row];
    }

    double[] base(int row) {
        return baseRows[row];
    }

    void measure(float[][] tile, float[] four, int from, int to, TileHits hits) {
        if (squared) {
            kernel.squares(tile, four, from, to, hits);
        } else {
            kernel.absolutes(tile, four, from, to, hits);
        }
    }

    /** The distance that decides. */
    double distance(double[] x, double[] y) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            double d = x[j] - y[j];
            sum += squared ? d * d : Math.abs(d);
        }
        return squared ? Math.sqrt(sum) : sum;
    }
}
