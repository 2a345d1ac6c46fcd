package io.synthaudit.benchmarks;

import io.synthaudit.core.table.Table;
import io.synthaudit.learn.neighbour.Gower;
import io.synthaudit.learn.neighbour.Nearest;
import io.synthaudit.learn.neighbour.NearestSearch;
import io.synthaudit.learn.neighbour.Parallel;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The exact nearest row for every row of a table, on one thread: what similarity and membership cost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(1)
public class NearestRowsBenchmark {

    private Table numbers;
    private Table otherNumbers;
    private Table mixed;
    private Table otherMixed;

    /** Makes the tables. */
    @Setup
    public void tables() {
        numbers = MadeUpTables.numbers(20_000, 14, 1);
        otherNumbers = MadeUpTables.numbers(20_000, 14, 2);
        mixed = MadeUpTables.adult(39_040, 3);
        otherMixed = MadeUpTables.adult(48_790, 4);
    }

    /**
     * 20,000 rows against 20,000 rows of 14 columns of real numbers.
     *
     * @return the neighbours
     */
    @Benchmark
    public Nearest numbers() {
        return NearestSearch.of(Gower.of(numbers), otherNumbers, numbers).run(Parallel.NONE);
    }

    /**
     * 39,040 rows against 48,790 rows of 15 columns of numbers and categories: the adult table and its holdout.
     *
     * @return the neighbours
     */
    @Benchmark
    public Nearest mixed() {
        return NearestSearch.of(Gower.of(otherMixed), mixed, otherMixed).run(Parallel.NONE);
    }
}
