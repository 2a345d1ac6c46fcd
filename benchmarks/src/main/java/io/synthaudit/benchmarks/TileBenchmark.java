package io.synthaudit.benchmarks;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Parallel;
import io.synthaudit.learn.model.Design;
import io.synthaudit.learn.neighbour.DesignSearch;
import io.synthaudit.learn.neighbour.Neighbours;
import io.synthaudit.learn.tile.TileKernel;
import io.synthaudit.learn.tile.TileKernels;
import java.lang.management.ManagementFactory;
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
 * The nearest of 20,000 rows of 14 numbers for each of 20,000 others, measured in full, on one thread.
 *
 * <p>Guarded: vector code is fragile, and a release of Java that no longer compiles a loop to vector instructions loses a
 * factor of four without a word. A run whose best search takes more processor time than its floor fails; run with {@code -foe true}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 5)
public class TileBenchmark {

    private static final double PLAIN_FLOOR = 0.6;
    private static final double VECTOR_FLOOR = 0.2;

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
        double[][] rows = new double[20_000][14];
        for (double[] row : rows) {
            double cause = random.nextDouble();
            for (int j = 0; j < row.length; j++) {
                row[j] = cause + random.nextDouble();
            }
        }
        return new Design(rows, 14);
    }

    /**
     * Plain Java.
     *
     * @return the neighbours
     */
    @Benchmark
    @Fork(1)
    public Neighbours plain() {
        return search(TileKernels.plain(), PLAIN_FLOOR);
    }

    /**
     * Vector instructions.
     *
     * @return the neighbours
     */
    @Benchmark
    @Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
    public Neighbours vector() {
        if (TileKernels.fastest() == TileKernels.plain()) {
            throw new IllegalStateException("the vector loops are not used");
        }
        return search(TileKernels.fastest(), VECTOR_FLOOR);
    }

    private Neighbours search(TileKernel kernel, double seconds) {
        floor = seconds;
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Neighbours found = DesignSearch.euclidean(queries, base, 1).by(kernel).run(Parallel.NONE);
        long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        best = Math.min(best, (end - begin) / 1e9);
        return found;
    }

    /** Fails when all searches were slow. */
    @TearDown(Level.Trial)
    public void guard() {
        System.out.printf("%nbest search: %.3f s of processor time, floor %.1f s%n", best, floor);
        if (best > floor) {
            throw new IllegalStateException("slower than the floor of " + floor + " s: " + best + " s");
        }
    }
}
