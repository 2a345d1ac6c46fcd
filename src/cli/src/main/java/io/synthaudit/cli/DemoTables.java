package io.synthaudit.cli;

import io.synthaudit.cli.PersonsOption.FileColumn;
import io.synthaudit.core.generator.Generator;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.report.AuditReport.Audience;
import io.synthaudit.core.table.RawTable;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tabulation;
import io.synthaudit.io.CsvSink;
import io.synthaudit.io.CsvSource;
import io.synthaudit.io.SchemaYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** The bundled medical table in a temporary folder, with a synthetic version made of it; closing removes both. */
final class DemoTables implements AutoCloseable {

    private static final List<String> FILES =
            List.of("training.csv.gz", "training_ids.csv.gz", "holdout.csv.gz", "holdout_ids.csv.gz", "schema.yaml");

    private static final String PERSON = "patient";

    private static final long SEED = 1;

    private final Path folder;

    private DemoTables(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks the tables and makes a synthetic one as large as training.
     *
     * @param generator id of the generator
     */
    static DemoTables extract(String generator) {
        try {
            Path folder = Files.createTempDirectory("synthaudit-demo-");
            Folders.deleteAtExit(folder);
            for (String name : FILES) {
                try (InputStream stream = DemoTables.class.getResourceAsStream("demo/" + name)) {
                    if (stream == null) {
                        throw new IllegalStateException("the distribution lacks the bundled table");
                    }
                    Files.copy(stream, folder.resolve(name));
                }
            }
            DemoTables tables = new DemoTables(folder);
            tables.generate(generator);
            return tables;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void generate(String id) {
        Generator generator = ServiceLoader.load(Generator.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the distribution lacks the generator " + id));
        RawTable raw = CsvSource.read(folder.resolve("training.csv.gz"), ',');
        Table training = Tabulation.tables(SchemaYaml.read(folder.resolve("schema.yaml")), raw, raw, null)
                .training();
        CsvSink.write(
                generator.generate(training, training.rows(), new RandomStreams(SEED)),
                folder.resolve("synthetic.csv"));
    }

    /** What is asked of the audit. */
    Request request(Path out, String command) {
        return new Request(
                folder.resolve("training.csv.gz"),
                folder.resolve("synthetic.csv"),
                folder.resolve("holdout.csv.gz"),
                folder.resolve("schema.yaml"),
                "medical-research",
                null,
                false,
                RoleOptions.NONE,
                new PersonsOption(
                        null,
                        new FileColumn(folder.resolve("training_ids.csv.gz"), PERSON),
                        new FileColumn(folder.resolve("holdout_ids.csv.gz"), PERSON)),
                null,
                Runtime.getRuntime().availableProcessors(),
                List.of(),
                Audience.PUBLIC,
                ',',
                null,
                out,
                command);
    }

    @Override
    public void close() {
        Folders.delete(folder);
    }
}
