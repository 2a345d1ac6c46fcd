package io.synthaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.audit.Catalog;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.table.Kind;
import io.synthaudit.io.SchemaYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that audit nothing. */
class OtherCommandsTest {

    @TempDir
    private Path folder;

    @Test
    void the_catalogue_lists_every_evaluation_with_its_measures() {
        Ran ran = Ran.synthaudit("catalog");
        assertThat(ran.exitCode()).isZero();
        for (Description description : Catalog.installed().descriptions()) {
            assertThat(ran.out())
                    .contains(description.id() + "  version ", description.definition(), description.misleads());
            description
                    .measures()
                    .forEach(measure -> assertThat(ran.out())
                            .contains(
                                    "  Measure: " + description.id() + "/" + measure.id() + "  in " + measure.range()));
        }
    }

    @Test
    void the_catalogue_is_there_as_json() {
        String json = Ran.synthaudit("catalog", "--format", "json").out();
        assertThat(json).startsWith("{\n  \"format\": \"synthaudit-catalog/1\",\n  \"catalog\": [\n");
        assertThat(json.split("\"evaluation\":", -1).length - 1)
                .isEqualTo(Catalog.installed().descriptions().size());
        assertThat(Ran.synthaudit("catalog", "--format", "xml"))
                .isEqualTo(new Ran(2, "", "synthaudit: --format: expected text or json.\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal-sharing", "medical-research", "public-release"})
    void every_profile_is_valid_and_can_be_explained(String profile) {
        assertThat(Ran.synthaudit("policy", "lint", profile).out())
                .matches(profile + "\\.yaml: valid, \\d+ gates\\.\n");
        Ran ran = Ran.synthaudit("policy", "explain", profile, "--rows", "279,279,120");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .startsWith(profile + ": ")
                .contains("privacy.near-copies  blocker\n  similarity.near-copy-excess/excess at most ");
        // A table of 279 rows cannot show that near copies are below 1 %, and can that they are below 5 %.
        assertThat(ran.out().contains("  - Cannot pass at these sizes: needs 299 synthetic rows"))
                .isEqualTo(profile.equals("public-release"));
    }

    @Test
    void rows_that_are_no_three_numbers_are_refused() {
        for (String rows : new String[] {"1,2", "0,1,1", "a,b,c", "1,2,3,4"}) {
            assertThat(Ran.synthaudit("policy", "explain", "public-release", "--rows", rows))
                    .isEqualTo(new Ran(2, "", """
                            synthaudit: --rows: expected three numbers, such as 6000,6000,3600: training and synthetic \
                            rows, at least 1, and holdout rows.
                            """));
        }
    }

    @Test
    void a_policy_file_is_linted_with_line_and_remedy() throws IOException {
        Path policy = Files.writeString(
                folder.resolve("mine.yaml"), SmallTables.POLICY.replace("severity: blocker", "severity: fatal"));
        Ran ran = Ran.synthaudit("policy", "lint", policy);
        assertThat(ran.exitCode()).isEqualTo(6);
        assertThat(ran.err()).startsWith("synthaudit: mine.yaml, line 7, gates[0].severity: ");
    }

    @Test
    void a_low_confidence_is_remarked_on_and_no_error() throws IOException {
        assertThat(lint("0.8")).isEqualTo(new Ran(0, """
                        mine.yaml: valid, 1 gates.
                          Remark: confidence 0.8 is below 0.9: a release at its limit passes a gate by chance in up to \
                        20 of 100 audits.
                        """, ""));
        assertThat(lint("0.9").out()).isEqualTo("mine.yaml: valid, 1 gates.\n");
    }

    private Ran lint(String confidence) throws IOException {
        return Ran.synthaudit(
                "policy",
                "lint",
                Files.writeString(
                        folder.resolve("mine.yaml"),
                        SmallTables.POLICY.replace("gates:", "confidence: " + confidence + "\ngates:")));
    }

    @Test
    void an_inferred_schema_is_written_read_back_and_never_replaced() throws IOException {
        SmallTables.write(folder);
        Path out = folder.resolve("schema.yaml");
        Ran ran = Ran.synthaudit("schema", "infer", "--training", folder.resolve("training.csv"), "--out", out);
        assertThat(ran)
                .isEqualTo(new Ran(0, "Written: " + out + ". Review it, then audit with --schema " + out + "\n", ""));
        assertThat(SchemaYaml.read(out).fields())
                .extracting(field -> field.kind())
                .containsExactly(Kind.INTEGER, Kind.NUMERIC, Kind.CATEGORICAL, Kind.BOOLEAN);
        assertThat(Ran.synthaudit("schema", "infer", "--training", folder.resolve("training.csv"), "--out", out))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "synthaudit: --out: " + out + " exists and is not replaced: it may hold your review.\n"));
        assertThat(Ran.synthaudit("schema", "infer", "--training", folder.resolve("training.csv"))
                        .out())
                .isEqualTo(Files.readString(out));
    }
}
