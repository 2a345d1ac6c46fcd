package io.synthaudit.benchmarks;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Parallel;
import io.synthaudit.learn.model.Design;
import io.synthaudit.learn.neighbour.DesignSearch;
import io.synthaudit.learn.neighbour.Neighbours;
import io.synthaudit.learn.tile.TileHits;
import io.synthaudit.learn.tile.TileKernel;
import io.synthaudit.learn.tile.TileKernels;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 20,000 rows of 14 numbers against 20,000 others, every pair measured in full, on one thread: the kernel alone, which tells
 * the rows within a limit, and the whole search for the nearest, with its preparation and its decision in double precision.
 *
 * <p>Guarded: vector code is fragile, and a release of Java that no longer compiles a loop to vector instructions loses a
 * factor of four without a word. A run whose best takes more processor time than its floor fails; run with {@code -foe true}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 10)
public class TileBenchmark {

    private static final int ROWS = 20_000;
    private static final int COLUMNS = 14;
    private static final double PLAIN_FLOOR = 0.6;
    private static final double VECTOR_FLOOR = 0.2;
    /** A search takes longer than its kernel by this factor at most. */
    private static final double SEARCH = 1.5;
    /** Squared distance within which a row of a hundred thousand pairs lies: few, as at the end of a search. */
    private static final float LIMIT = 0.4f;
    /** Queries that pass over a tile before the next is read. */
    private static final int BLOCK = 64;

    private Design queries;
    private Design base;
    private double floor;
    private double best = Double.POSITIVE_INFINITY;

    /** Makes the designs. */
    @Setup
    public void designs() {
        queries = design("queries");
        base = design("base");
    }

    private static Design design(String name) {
        UniformRandomProvider random = new RandomStreams(1).stream(name);
        double[][] rows = new double[ROWS][COLUMNS];
        for (double[] row : rows) {
            double cause = random.nextDouble();
            for (int j = 0; j < row.length; j++) {
                row[j] = cause + random.nextDouble();
            }
        }
        return new Design(rows, COLUMNS);
    }

    /**
     * Loops in plain Java.
     *
     * @return rows within the limit
     */
    @Benchmark
    @Fork(1)
    public long plainKernel() {
        return measure(TileKernels.plain(), PLAIN_FLOOR);
    }

    /**
     * Loops in vector instructions.
     *
     * @return rows within the limit
     */
    @Benchmark
    @Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
    public long vectorKernel() {
        return measure(vectors(), VECTOR_FLOOR);
    }

    /**
     * The search by plain Java.
     *
     * @return the neighbours
     */
    @Benchmark
    @Fork(1)
    public Neighbours plainSearch() {
        return search(TileKernels.plain(), SEARCH * PLAIN_FLOOR);
    }

    /**
     * The search by vector instructions.
     *
     * @return the neighbours
     */
    @Benchmark
    @Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
    public Neighbours vectorSearch() {
        return search(vectors(), SEARCH * VECTOR_FLOOR);
    }

    private static TileKernel vectors() {
        if (TileKernels.fastest() == TileKernels.plain()) {
            throw new IllegalStateException("the vector loops are not used");
        }
        return TileKernels.fastest();
    }

    private long measure(TileKernel kernel, double seconds) {
        floor = seconds;
        float[][][] tiles = tiles(kernel);
        float[][] fours = fours();
        TileHits hits = new TileHits();
        for (int q = 0; q < TileKernel.QUERIES; q++) {
            hits.limit(q, LIMIT);
        }
        long found = 0;
        long begin = processorTime();
        for (int first = 0; first < fours.length; first += BLOCK) {
            for (float[][] tile : tiles) {
                for (int four = first; four < Math.min(first + BLOCK, fours.length); four++) {
                    hits.clear();
                    kernel.squares(tile, fours[four], 0, TileKernel.ROWS, hits);
                    for (int q = 0; q < TileKernel.QUERIES; q++) {
                        found += hits.count(q);
                    }
                }
            }
        }
        best = Math.min(best, (processorTime() - begin) / 1e9);
        return found;
    }

    private float[][][] tiles(TileKernel kernel) {
        double[][] rows = base.rows();
        float[][][] tiles = new float[(ROWS + TileKernel.ROWS - 1) / TileKernel.ROWS][][];
        for (int t = 0; t < tiles.length; t++) {
            float[][] columns = new float[COLUMNS][TileKernel.ROWS];
            for (int j = 0; j < COLUMNS; j++) {
                Arrays.fill(columns[j], Float.POSITIVE_INFINITY);
                for (int i = 0; i < Math.min(TileKernel.ROWS, ROWS - t * TileKernel.ROWS); i++) {
                    columns[j][i] = (float) rows[t * TileKernel.ROWS + i][j];
                }
            }
            tiles[t] = kernel.layOut(columns);
        }
        return tiles;
    }

    private float[][] fours() {
        double[][] rows = queries.rows();
        float[][] fours = new float[ROWS / TileKernel.QUERIES][COLUMNS * TileKernel.QUERIES];
        for (int row = 0; row < ROWS; row++) {
            for (int j = 0; j < COLUMNS; j++) {
                fours[row / TileKernel.QUERIES][j * TileKernel.QUERIES + row % TileKernel.QUERIES] =
                        (float) rows[row][j];
            }
        }
        return fours;
    }

    private Neighbours search(TileKernel kernel, double seconds) {
        floor = seconds;
        long begin = processorTime();
        Neighbours found = DesignSearch.euclidean(queries, base, 1).by(kernel).run(Parallel.NONE);
        best = Math.min(best, (processorTime() - begin) / 1e9);
        return found;
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Fails when all runs were slow. */
    @TearDown(Level.Trial)
    public void guard() {
        System.out.printf("%nbest: %.3f s of processor time, floor %.1f s%n", best, floor);
        if (best > floor) {
            throw new IllegalStateException("slower than the floor of " + floor + " s: " + best + " s");
        }
    }
}
