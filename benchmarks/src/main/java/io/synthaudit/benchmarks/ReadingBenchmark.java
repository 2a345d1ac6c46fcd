package io.synthaudit.benchmarks;

import io.synthaudit.core.table.RawTable;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tabulation;
import io.synthaudit.io.CsvSink;
import io.synthaudit.io.CsvSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reading a file of 200,000 x 15 cells and turning its texts into numbers and levels, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class ReadingBenchmark {

    private Path file;
    private Table table;
    private RawTable texts;

    /** Writes the file. */
    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("synthaudit", ".csv");
        table = MadeUpTables.adult(200_000, 8);
        CsvSink.write(table, file);
        texts = CsvSource.read(file, ',');
    }

    /** Deletes it. */
    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    /**
     * File to texts.
     *
     * @return the texts
     */
    @Benchmark
    public RawTable reading() {
        return CsvSource.read(file, ',');
    }

    /**
     * Texts of two tables to columns.
     *
     * @return the table
     */
    @Benchmark
    public Table tabulation() {
        return Tabulation.tables(table.schema(), texts, texts, null).training();
    }
}
