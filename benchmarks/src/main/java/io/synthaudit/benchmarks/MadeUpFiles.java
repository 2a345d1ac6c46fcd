package io.synthaudit.benchmarks;

import io.synthaudit.core.table.Table;
import io.synthaudit.io.CsvSink;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongFunction;

/**
 * Writes training.csv, synthetic.csv and a holdout.csv of a quarter of the rows, for timings of whole processes.
 *
 * <p>{@code java -cp benchmarks.jar io.synthaudit.benchmarks.MadeUpFiles adult|wide ROWS FOLDER}: adult has 15 columns, wide 300.
 */
public final class MadeUpFiles {

    private MadeUpFiles() {}

    /** See the class. */
    public static void main(String[] args) throws IOException {
        PrintStream err = System.err;
        if (args.length != 3) {
            err.println("expected: adult|wide ROWS FOLDER");
            System.exit(2);
        }
        int rows = Integer.parseInt(args[1]);
        Path folder = Files.createDirectories(Path.of(args[2]));
        boolean wide = args[0].equals("wide");
        LongFunction<Table> whole = seed -> wide ? MadeUpTables.wide(rows, seed) : MadeUpTables.adult(rows, seed);
        CsvSink.write(whole.apply(1), folder.resolve("training.csv"));
        CsvSink.write(whole.apply(2), folder.resolve("synthetic.csv"));
        CsvSink.write(
                wide ? MadeUpTables.wide(rows / 4, 3) : MadeUpTables.adult(rows / 4, 3), folder.resolve("holdout.csv"));
    }
}
