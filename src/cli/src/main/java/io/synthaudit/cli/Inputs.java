package io.synthaudit.cli;

import io.synthaudit.cli.PersonsOption.FileColumn;
import io.synthaudit.core.audit.Workers;
import io.synthaudit.core.table.Inference;
import io.synthaudit.core.table.KeyColumn;
import io.synthaudit.core.table.PersonId;
import io.synthaudit.core.table.RawTable;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Tables;
import io.synthaudit.core.table.Tabulation;
import io.synthaudit.io.CsvSource;
import io.synthaudit.io.Digests;
import io.synthaudit.io.SchemaYaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The tables of a run with their meaning.
 *
 * @param schema columns and roles, those of the command line among them
 * @param tables the tables
 * @param suspects columns that seem to name persons although none is declared to
 * @param syntheticDigest SHA-256 of the synthetic file
 */
record Inputs(Schema schema, Tables tables, List<String> suspects, String syntheticDigest) {

    /**
     * Reads all tables.
     *
     * @param request what was asked for
     * @param stages told what is being done
     */
    static Inputs read(Request request, Consumer<String> stages) {
        PersonsOption persons = request.persons();
        if (persons != null) {
            persons.check(request.holdout() != null);
        }
        stages.accept("schema");
        Schema declared = request.schema() == null ? null : SchemaYaml.read(request.schema());
        stages.accept("reading tables");
        List<Path> files = Stream.of(request.training(), request.synthetic(), request.holdout())
                .filter(Objects::nonNull)
                .toList();
        RawTable[] raw = new RawTable[3];
        String[] digest = new String[1];
        try (Workers workers = new Workers(request.threads())) {
            workers.run(files.size() + 1, i -> {
                if (i < files.size()) {
                    raw[i] = CsvSource.read(files.get(i), request.delimiter());
                } else {
                    digest[0] = Digests.sha256(request.synthetic());
                }
            });
            return tables(request, declared, raw, digest[0], workers);
        }
    }

    private static Inputs tables(
            Request request, Schema declared, RawTable[] raw, String syntheticDigest, Workers workers) {
        PersonsOption persons = request.persons();
        RawTable training = raw[0];
        RawTable synthetic = raw[1];
        RawTable holdout = raw[2];
        Schema schema = schema(request, declared == null ? Inference.infer(training, workers::run) : declared);
        KeyColumn trainingKey = persons == null ? null : key(persons.training(), request.delimiter());
        KeyColumn holdoutKey = persons == null ? null : key(persons.holdout(), request.delimiter());
        Tables tables = Tabulation.tables(schema, training, synthetic, holdout, trainingKey, holdoutKey, workers::run);
        List<String> suspects = trainingKey == null ? PersonId.suspects(schema, training) : List.of();
        return new Inputs(tables.schema(), tables, suspects, syntheticDigest);
    }

    private static Schema schema(Request request, Schema found) {
        Schema schema = request.roles().applyTo(found);
        PersonsOption persons = request.persons();
        return persons == null || persons.column() == null
                ? schema
                : RoleOptions.replace(schema, Role.ENTITY_KEY, "--entity-key", List.of(persons.column()));
    }

    private static KeyColumn key(FileColumn file, char delimiter) {
        return file == null ? null : KeyColumn.in(CsvSource.read(file.file(), delimiter), file.column());
    }
}
