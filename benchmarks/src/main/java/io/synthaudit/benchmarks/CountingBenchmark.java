package io.synthaudit.benchmarks;

import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Comoments;
import io.synthaudit.core.statistic.Contingency;
import io.synthaudit.core.statistic.Counts;
import io.synthaudit.core.statistic.LevelMoments;
import io.synthaudit.core.statistic.LevelSums;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.core.statistic.MomentSums;
import io.synthaudit.core.statistic.PairCounts;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
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

/** Counting 1,000,000 rows of a table of adult's shape, on one thread: what columns and pairs cost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CountingBenchmark {

    private static final int AGE = 0;
    private static final int COUNTRY = 13;
    private static final int WEIGHT = 2;

    private Table table;
    private Profile profile;
    private CodedTable coded;
    private Schema schema;

    /** Makes the table. */
    @Setup
    public void table() {
        table = MadeUpTables.adult(1_000_000, 5);
        profile = Profile.of(table);
        coded = new CodedTable(table, profile);
        schema = table.schema();
    }

    /**
     * Rows per level of one column.
     *
     * @return the counts
     */
    @Benchmark
    public Counts levels() {
        return coded.observe(new Levels(schema.field(COUNTRY)), profile, null);
    }

    /**
     * Rows per pair of a level and a bin, 42 x 20.
     *
     * @return the counts
     */
    @Benchmark
    public PairCounts contingency() {
        return coded.observe(new Contingency(schema.field(COUNTRY), schema.field(WEIGHT)), profile, null);
    }

    /**
     * Sums of powers of two columns of numbers.
     *
     * @return the sums
     */
    @Benchmark
    public MomentSums comoments() {
        return coded.observe(new Comoments(schema.field(AGE), schema.field(WEIGHT)), profile, null);
    }

    /**
     * Sums of powers of a column of numbers within 42 levels of another.
     *
     * @return the sums
     */
    @Benchmark
    public LevelSums levelMoments() {
        return coded.observe(new LevelMoments(schema.field(COUNTRY), schema.field(WEIGHT)), profile, null);
    }

    /**
     * All 15 columns turned into codes, once per table of an audit.
     *
     * @return the codes
     */
    @Benchmark
    public CodedTable coding() {
        return new CodedTable(table, profile);
    }
}
