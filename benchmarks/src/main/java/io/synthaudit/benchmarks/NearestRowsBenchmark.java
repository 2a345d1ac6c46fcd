package io.synthaudit.benchmarks;

import io.synthaudit.core.table.Parallel;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.learn.neighbour.Gower;
import io.synthaudit.learn.neighbour.Nearest;
import io.synthaudit.learn.neighbour.NearestSearch;
import io.synthaudit.learn.neighbour.NeighbourSearch;
import io.synthaudit.learn.neighbour.Neighbours;
import io.synthaudit.testkit.RealTables;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Exact nearest rows under the mixed distance: what similarity and membership cost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(1)
public class NearestRowsBenchmark {

    /**
     * 20,000 rows against 20,000 rows of 14 columns of real numbers without near neighbours, on one thread.
     *
     * @param tables the tables
     * @return the neighbours
     */
    @Benchmark
    public Nearest numbers(Numbers tables) {
        return NearestSearch.of(Gower.of(tables.base), tables.queries, tables.base)
                .run(Parallel.NONE);
    }

    /**
     * The nearest two of 39,032 rows of 15 columns of numbers and categories for 39,040 rows, on two threads: CTGAN's adult
     * against the real one, in the folder {@code shared} beside the project.
     *
     * @param tables the tables
     * @return the neighbours
     */
    @Benchmark
    public Nearest mixed(Adult tables) {
        return NearestSearch.of(Gower.of(tables.base), tables.queries, tables.base)
                .withSecond()
                .run(NearestRowsBenchmark::twoThreads);
    }

    /**
     * The nearest ten of 1,000,000 rows of 15 columns for 10,000 rows, on one thread, in a heap of 1 GB.
     *
     * @param tables the tables
     * @return the neighbours
     */
    @Benchmark
    @Warmup(iterations = 1)
    @Fork(value = 1, jvmArgsAppend = "-Xmx1g")
    public Neighbours million(Million tables) {
        return NeighbourSearch.of(Gower.of(tables.base), tables.queries, tables.base, 10)
                .run(Parallel.NONE);
    }

    private static void twoThreads(int tasks, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                task.accept(i);
            }
        };
        Thread other = new Thread(work);
        other.start();
        work.run();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Tables of real numbers. */
    @State(Scope.Benchmark)
    public static class Numbers {

        private final Table base = MadeUpTables.numbers(20_000, 14, 1);
        private final Table queries = MadeUpTables.numbers(20_000, 14, 2);
    }

    /**
     * The same with made-up tables of that shape, which have no near neighbours.
     *
     * @param tables the tables
     * @return the neighbours
     */
    @Benchmark
    public Nearest farApart(MadeUpAdult tables) {
        return NearestSearch.of(Gower.of(tables.base), tables.queries, tables.base)
                .withSecond()
                .run(NearestRowsBenchmark::twoThreads);
    }

    /** The real adult and a synthetic one. */
    @State(Scope.Benchmark)
    public static class Adult {

        private final Tables tables = RealTables.load("adult", "ctgan");
        private final Table base = tables.training();
        private final Table queries = tables.synthetic();
    }

    /** Tables of adult's shape. */
    @State(Scope.Benchmark)
    public static class MadeUpAdult {

        private final Table base = MadeUpTables.adult(39_032, 3);
        private final Table queries = MadeUpTables.adult(39_040, 4);
    }

    /** A large table of adult's shape. */
    @State(Scope.Benchmark)
    public static class Million {

        private final Table base = MadeUpTables.adult(1_000_000, 3);
        private final Table queries = MadeUpTables.adult(10_000, 4);
    }
}
