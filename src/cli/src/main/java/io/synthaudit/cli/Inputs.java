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
import io.synthaudit.io.SchemaYaml;
import java.util.List;
import java.util.function.Consumer;

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
     * @param reading the tables, being read
     * @param stages told what is being done
     */
    static Inputs read(Request request, Reading reading, Consumer<String> stages) {
        PersonsOption persons = request.persons();
        if (persons != null) {
            persons.check(request.holdout() != null);
        }
        stages.accept("schema");
        Schema declared = request.schema() == null ? null : SchemaYaml.read(request.schema());
        stages.accept("reading tables");
        Reading.Texts texts = reading.texts();
        try (Workers workers = new Workers(request.threads())) {
            return tables(request, declared, texts, workers);
        }
    }

    private static Inputs tables(Request request, Schema declared, Reading.Texts texts, Workers workers) {
        PersonsOption persons = request.persons();
        RawTable training = texts.training();
        Schema schema = schema(request, declared == null ? Inference.infer(training, workers::run) : declared);
        KeyColumn trainingKey = persons == null ? null : key(persons.training(), request.delimiter());
        KeyColumn holdoutKey = persons == null ? null : key(persons.holdout(), request.delimiter());
        Tables tables = Tabulation.tables(
                schema, training, texts.synthetic(), texts.holdout(), trainingKey, holdoutKey, workers::run);
        List<String> suspects = trainingKey == null ? PersonId.suspects(schema, training) : List.of();
        return new Inputs(tables.schema(), tables, suspects, texts.syntheticDigest());
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
