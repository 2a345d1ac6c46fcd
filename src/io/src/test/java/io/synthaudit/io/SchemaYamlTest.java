package io.synthaudit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthaudit.core.table.Domain;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Inference;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import io.synthaudit.io.yaml.YamlFile;
import io.synthaudit.testkit.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaYamlTest {

    private static final String HEAD = "format: synthaudit-schema/1\ncolumns:\n";

    @TempDir
    private Path folder;

    private static Schema parse(String columns) {
        return SchemaYaml.schema(YamlFile.parse("schema.yaml", HEAD + columns));
    }

    private static void rejects(String columns, String message) {
        assertThatThrownBy(() -> parse(columns))
                .isInstanceOf(FormatException.class)
                .hasMessage(message)
                .hasNoCause();
    }

    private Schema again(Schema schema) throws Exception {
        return SchemaYaml.read(Files.writeString(folder.resolve("schema.yaml"), SchemaYaml.write(schema)));
    }

    @Test
    void every_key_is_read() {
        Schema schema = parse("""
                  - name: age
                    kind: integer
                    roles: [quasi-identifier, subgroup]
                    missing: ["?", -1, null]
                    domain: {min: 0, max: 120.5, unit: year}
                    reason: "all 39,032 cells are whole numbers"
                    review: look
                  - {name: seen, kind: datetime, domain: {pattern: "yyyy-MM-dd"}}
                  - {name: stage, kind: ordinal, domain: {categories: [0, 1, True]}}
                """);
        assertThat(schema.declared()).isTrue();
        assertThat(schema.fields())
                .containsExactly(
                        new Field(
                                "age",
                                Kind.INTEGER,
                                Set.of(Role.QUASI_IDENTIFIER, Role.SUBGROUP),
                                List.of("?", "-1", "null"),
                                new Domain(0, 120.5, "year", List.of(), ""),
                                "all 39,032 cells are whole numbers",
                                "look"),
                        new Field(
                                "seen",
                                Kind.DATETIME,
                                Set.of(),
                                List.of(),
                                new Domain(Double.NaN, Double.NaN, "", List.of(), "yyyy-MM-dd"),
                                "",
                                ""),
                        new Field(
                                "stage",
                                Kind.ORDINAL,
                                Set.of(),
                                List.of(),
                                new Domain(Double.NaN, Double.NaN, "", List.of("0", "1", "True"), ""),
                                "",
                                ""));
    }

    @Test
    void the_text_is_made_for_reading() {
        Field age = new Field(
                "age",
                Kind.INTEGER,
                Set.of(Role.QUASI_IDENTIFIER),
                List.of("?", "N"),
                new Domain(0, 120, "year", List.of(), ""),
                "all 39,032 cells are whole numbers, 73 distinct",
                "guessed");
        assertThat(SchemaYaml.write(new Schema(List.of(age, Field.of("T Stage ", Kind.CATEGORICAL)), false)))
                .isEqualTo("""
                        format: synthaudit-schema/1
                        columns:
                          - name: age
                            kind: integer
                            roles: [quasi-identifier]
                            missing: ["?", "N"]
                            domain: {min: 0, max: 120, unit: year}
                            reason: "all 39,032 cells are whole numbers, 73 distinct"
                            review: "guessed"
                          - name: "T Stage "
                            kind: categorical
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"adult", "breast_cancer_seer", "nist_ma2019", "chronic_kidney", "student_placements"})
    void inferred_schemas_make_the_round_trip(String set) throws Exception {
        Schema inferred = Inference.infer(CsvSource.read(SharedData.file("data/" + set + "/real.csv"), ','));
        assertThat(again(inferred)).isEqualTo(new Schema(inferred.fields(), true));
    }

    @Test
    void odd_names_and_cells_make_the_round_trip() throws Exception {
        List<String> odd = List.of(
                "null",
                "true",
                "No",
                "1",
                "1e5",
                "-",
                "?",
                "a: b",
                "a #b",
                "#a",
                "[x]",
                "{x}",
                "&a",
                "*a",
                "!a",
                "'",
                "\"",
                "\\",
                " x ",
                "a\tb",
                "a\nb",
                "\u0007",
                "\u2028",
                "\uFEFF",
                "é",
                "\uD83D\uDE00",
                "%",
                "@",
                "`",
                "x-y",
                "- a",
                "---");
        List<Field> fields = odd.stream()
                .map(name -> new Field(
                        name,
                        Kind.CATEGORICAL,
                        Set.of(Role.TARGET, Role.SENSITIVE),
                        List.of(name + "!"),
                        new Domain(Double.NaN, Double.NaN, "", odd, ""),
                        name,
                        name))
                .toList();
        Schema schema = new Schema(fields, true);
        assertThat(again(schema)).isEqualTo(schema);
    }

    @Test
    void unknown_words_get_a_suggestion() {
        rejects(
                "  - name: a\n    knid: text\n",
                "schema.yaml, line 4, columns[0].knid: there is no such key here.\n"
                        + "  Did you mean \"kind\"?\n  Choices: name, kind, roles, missing, domain, reason, review.");
        rejects(
                "  - name: a\n    kind: intger\n",
                "schema.yaml, line 4, columns[0].kind: found \"intger\", which is no choice here.\n"
                        + "  Did you mean \"integer\"?\n"
                        + "  Choices: numeric, integer, categorical, ordinal, boolean, datetime, text, id.");
        rejects(
                "  - name: a\n    kind: id\n    roles: [row-key, entity]\n",
                "schema.yaml, line 5, columns[0].roles[1]: found \"entity\", which is no choice here.\n"
                        + "  Choices: row-key, entity-key, direct-identifier, quasi-identifier, sensitive, target,"
                        + " subgroup, event-time, event-flag.");
    }

    @Test
    void missing_keys_wrong_types_and_doubles_are_errors() {
        rejects("  - kind: text\n", "schema.yaml, line 3, columns[0]: the key \"name\" is missing.");
        rejects("  - name: a\n", "schema.yaml, line 3, columns[0]: the key \"kind\" is missing.");
        rejects("  []\n", "schema.yaml, line 3, columns: expected one entry per column, found none.");
        rejects(
                "  - name: a\n    kind: text\n    roles: target\n",
                "schema.yaml, line 5, columns[0].roles: expected a list, found text.");
        rejects(
                "  - {name: a, kind: text}\n  - {name: a, kind: id}\n",
                "schema.yaml, line 4, columns[1].name: the column is described a second time; the first is on line 3.");
        rejects(
                "  - {name: a, kind: text, roles: [target, target]}\n",
                "schema.yaml, line 3, columns[0].roles[1]: the role stands here a second time.");
        rejects(
                "  - {name: a, kind: text, missing: [x, y, x]}\n",
                "schema.yaml, line 3, columns[0].missing[2]: the token stands here a second time.");
        assertThatThrownBy(() -> SchemaYaml.schema(YamlFile.parse("s.yaml", "format: synthaudit-schema/2\n")))
                .hasMessage("s.yaml, line 1, format: found \"synthaudit-schema/2\", which is no choice here.\n"
                        + "  Did you mean \"synthaudit-schema/1\"?\n  Choices: synthaudit-schema/1.");
    }

    @Test
    void a_domain_must_fit_the_kind() {
        rejects(
                "  - {name: a, kind: integer, domain: {min: 5, max: 1}}\n",
                "schema.yaml, line 3, columns[0].domain.min: the minimum is above the maximum.");
        rejects(
                "  - {name: a, kind: categorical, domain: {min: 5}}\n",
                "schema.yaml, line 3, columns[0].domain.min: there is no such key here.\n  Choices: categories.");
        rejects(
                "  - {name: a, kind: text, domain: {}}\n",
                "schema.yaml, line 3, columns[0].domain: a column of kind text has no domain.");
        rejects(
                "  - {name: a, kind: boolean, domain: {categories: [a, b, c]}}\n",
                "schema.yaml, line 3, columns[0].domain.categories: expected at most two categories (kind boolean),"
                        + " found 3.");
        rejects(
                "  - {name: a, kind: ordinal}\n",
                "schema.yaml, line 3, columns[0].kind: an ordinal column needs its categories in order.\n"
                        + "  Add domain: {categories: [lowest, ..., highest]}, or declare kind: categorical.");
        rejects(
                "  - {name: a, kind: datetime, domain: {pattern: HH:mm}}\n",
                "schema.yaml, line 3, columns[0].domain.pattern: expected a date pattern that holds at least the"
                        + " year.\n  Examples: yyyy-MM-dd, dd/MM/yyyy HH:mm; without a pattern dates are ISO-8601.");
        rejects(
                "  - {name: a, kind: categorical, missing: [x], domain: {categories: [x, y]}}\n",
                "schema.yaml, line 3, columns[0].missing: a token is also one of the column's categories.");
    }
}
