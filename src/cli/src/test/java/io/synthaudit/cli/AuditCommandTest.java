package io.synthaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.AuditReport.Audience;
import io.synthaudit.io.Digests;
import io.synthaudit.io.report.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        SmallTables.write(folder);
    }

    @Test
    void a_fresh_sample_passes_and_every_file_is_there() throws IOException {
        Ran ran = audit();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "gates.sarif", "junit.xml", "report.html", "report.json", "run.json", "summary.md");
        }
        assertThat(ran.out())
                .startsWith("synthaudit (not packaged): may this synthetic table be released?\n  policy  small\n")
                .contains("  rows    training 300, synthetic 300, holdout none; 4 columns\n")
                .contains("  gates   all 1 can pass at these sizes\n")
                .contains("\nPASS  (exit code 0)\n")
                .endsWith("  report: " + folder.resolve("out/report.html") + "\n");
    }

    @Test
    void the_cover_says_what_a_reader_must_know_first() throws IOException {
        audit("--seed", 7);
        assertThat(report().provenance().warnings())
                .containsExactly(Warnings.NO_HOLDOUT, Warnings.GUESSED, "Seed chosen by the user: 7.");
        assertThat(report().provenance().seed()).isEqualTo("7");
        assertThat(report().provenance().seedChosen()).isTrue();
    }

    @Test
    void the_default_policy_is_said_to_be_the_default() throws IOException {
        Ran ran = Ran.synthaudit(
                "audit",
                "--training",
                folder.resolve("training.csv"),
                "--synthetic",
                folder.resolve("synthetic.csv"),
                "--only",
                "validity.*",
                "--out",
                folder.resolve("out"));
        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out())
                .contains("  policy  public-release (the default; choose with --policy)\n")
                .containsPattern("  gates   \\d+ of \\d+ could pass at these sizes in a whole audit;"
                        + " with --only the audit passes nothing; not these:\n");
        assertThat(report().provenance().warnings())
                .containsExactly(
                        Warnings.NO_HOLDOUT,
                        Warnings.GUESSED,
                        Warnings.DEFAULT_POLICY,
                        "Only some evaluations were asked for: a partial audit passes nothing.");
    }

    @Test
    void declared_analyses_are_done_and_named_by_their_digest() throws IOException {
        Path analyses = folder.resolve("analyses.yaml");
        Files.writeString(analyses, """
                format: synthaudit-analyses/1
                analyses:
                  - id: heavy
                    glm: "weight ~ age + ward"
                    family: gaussian
                """);
        assertThat(audit("--analyses", analyses).exitCode()).isZero();
        assertThat(report().provenance().analysesDigest()).isEqualTo(Digests.sha256(analyses));
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains(Digests.sha256(analyses));
        assertThat(report().findings().stream()
                        .filter(found -> found.evaluation().equals("utility.glm"))
                        .map(found -> found.status().name()))
                .contains("MEASURED");
        audit();
        assertThat(report().provenance().analysesDigest()).isEmpty();
    }

    @Test
    void analyses_of_columns_that_are_not_there_are_refused_before_anything_is_measured() throws IOException {
        Path analyses = folder.resolve("analyses.yaml");
        Files.writeString(analyses, """
                format: synthaudit-analyses/1
                analyses:
                  - id: heavy
                    glm: "weight ~ height"
                    family: gaussian
                """);
        Ran ran = audit("--analyses", analyses);
        assertThat(ran.exitCode()).isEqualTo(6);
        assertThat(ran.err()).contains("analyses.yaml").contains("height");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void a_partial_audit_promises_no_pass() {
        Ran ran = audit("--only", "validity.*");
        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out())
                .contains("  gates   all 1 could pass at these sizes in a whole audit;"
                        + " with --only the audit passes nothing\n")
                .doesNotContain("can pass at these sizes");
    }

    @Test
    void a_column_that_seems_to_name_persons_is_warned_about() throws IOException {
        for (String name : List.of("training.csv", "synthetic.csv")) {
            List<String> rows = Files.readAllLines(folder.resolve(name));
            List<String> withPatient = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                withPatient.add(rows.get(i) + "," + (i == 0 ? "patient_id" : "p" + i / 2));
            }
            Files.write(folder.resolve(name), withPatient);
        }
        audit();
        assertThat(report().provenance().warnings())
                .contains(
                        "The column \"patient_id\" seems to name persons, but no entity key is declared. If several"
                                + " rows belong to one person, every interval here is too narrow: declare it with --entity-key.");
        audit("--entity-key", "patient_id");
        assertThat(report().provenance().warnings())
                .containsExactly(
                        Warnings.NO_HOLDOUT,
                        Warnings.GUESSED,
                        "Left out of distances, models and attacks as text or ids: \"patient_id\".");
    }

    @Test
    void a_subgroup_of_numbers_is_said_to_make_no_groups() throws IOException {
        Path schema = folder.resolve("schema.yaml");
        Ran.synthaudit("schema", "infer", "--training", folder.resolve("training.csv"), "--out", schema);
        String inferred = Files.readString(schema);
        assertThat(inferred).contains("- name: age\n    kind: integer\n");
        Files.writeString(
                schema,
                inferred.replace(
                        "- name: age\n    kind: integer\n", "- name: age\n    kind: integer\n    roles: [subgroup]\n"));
        audit("--schema", schema);
        assertThat(report().provenance().warnings()).contains(Warnings.UNGROUPED + "\"age\".");
    }

    @Test
    void columns_that_nobody_attacked_are_named_on_the_cover() throws IOException {
        for (String name : List.of("training.csv", "synthetic.csv")) {
            List<String> rows = Files.readAllLines(folder.resolve(name));
            List<String> wide = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                StringBuilder row = new StringBuilder(rows.get(i));
                for (int k = 1; k <= 7; k++) {
                    row.append(',').append(i == 0 ? "note" + k : "A sentence of more than forty characters " + i % 50);
                }
                wide.add(row.toString());
            }
            Files.write(folder.resolve(name), wide);
        }
        audit();
        assertThat(report().provenance().warnings())
                .contains("Left out of distances, models and attacks as text or ids: \"note1\", \"note2\", \"note3\","
                        + " \"note4\", \"note5\" and 2 more.");
    }

    @Test
    void the_seed_is_derived_from_what_is_judged_and_not_from_the_real_rows() throws IOException {
        audit("--audience", "restricted");
        byte[] first = Files.readAllBytes(folder.resolve("out/report.json"));
        assertThat(report().provenance().seed()).isEqualTo("derived");
        audit("--audience", "restricted");
        assertThat(Files.readAllBytes(folder.resolve("out/report.json"))).isEqualTo(first);
        assertThat(report().audience()).isEqualTo(Audience.RESTRICTED);
    }

    @Test
    void the_command_to_repeat_names_no_file() throws IOException {
        audit("--target", "smoker", "--sensitive", "ward", "--only", "fidelity.*", "--seed", "3");
        assertThat(report().provenance().command())
                .isEqualTo("synthaudit audit --training <TRAINING> --synthetic <SYNTHETIC> --policy <POLICY>"
                        + " --target smoker --sensitive ward --seed 3 --only 'fidelity.*' --out <DIR>");
    }

    @Test
    void a_commitment_is_the_keyed_digest_of_the_real_tables() throws IOException {
        Path key = Files.writeString(folder.resolve("commitment.key"), "0123456789abcdef");
        Files.writeString(folder.resolve("holdout.csv"), "age,weight,ward,smoker\n20,61.5,north,no\n");
        audit("--holdout", folder.resolve("holdout.csv"), "--commitment-key", key);
        assertThat(folder.resolve("out/commitments.json"))
                .content()
                .startsWith("""
                        {
                          "format": "synthaudit-commitments/1",
                          "method": "HMAC-SHA-256 of the file's bytes",
                          "tables": {
                            "TRAINING": \"""")
                // printf 'age,weight,ward,smoker\n20,61.5,north,no\n' | openssl dgst -sha256 -hmac 0123456789abcdef
                .contains("\"HOLDOUT\": \"849a1ff7059eb113c5ee4d101f6d8818c73e4f148abbe3fa0624edcc503fabe5\"");
    }

    @Test
    void a_short_key_is_refused() throws IOException {
        Path key = Files.writeString(folder.resolve("commitment.key"), "0123456789abcde");
        assertThat(audit("--commitment-key", key)).isEqualTo(new Ran(2, "", """
                        synthaudit: --commitment-key: expected a file of 16 bytes to 1 MiB, found another size.
                          A short key can be guessed. Make one: head -c 32 /dev/urandom > commitment.key
                        """));
    }

    @Test
    void memory_is_told_before_and_costs_after_on_request() {
        assertThat(audit("--explain", "--quiet").out())
                .containsPattern(
                        "memory +\\d+ MB of heap expected, with room for the collector; alive at a time, at most:\\n")
                .containsPattern("\\n +\\d+\\.\\d\\d s {2}in all\\n")
                .containsPattern("\\n +\\d+\\.\\d\\d s +\\d+ {2}validity\\.missing-rate-difference\\n");
        assertThat(audit("--quiet").out()).doesNotContain("memory", "in all");
    }

    @Test
    void other_delimiters_are_read() throws IOException {
        for (String name : List.of("training.csv", "synthetic.csv")) {
            Files.writeString(
                    folder.resolve(name), Files.readString(folder.resolve(name)).replace(',', '\t'));
        }
        assertThat(audit("--delimiter", "tab").out()).contains("4 columns");
    }

    private AuditReport report() throws IOException {
        return ReportJson.read(Files.readAllBytes(folder.resolve("out/report.json")));
    }

    private Ran audit(Object... more) {
        List<Object> all = new ArrayList<>(List.of(
                "audit",
                "--training",
                folder.resolve("training.csv"),
                "--synthetic",
                folder.resolve("synthetic.csv"),
                "--policy",
                folder.resolve("policy.yaml"),
                "--out",
                folder.resolve("out")));
        all.addAll(List.of(more));
        return Ran.synthaudit(all.toArray());
    }
}
