package io.synthaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes and messages: what was wrong, where, and what to do instead. */
class CommandLineTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        SmallTables.write(folder);
    }

    @Test
    void a_missing_command_is_a_usage_error() {
        assertThat(Ran.synthaudit()).isEqualTo(new Ran(2, "", """
                        synthaudit: A command is missing.
                        Help: synthaudit --help
                        """));
    }

    @Test
    void a_missing_option_is_named() {
        assertThat(Ran.synthaudit("audit", "--training", "t.csv")).isEqualTo(new Ran(2, "", """
                        synthaudit: Missing required option: '--synthetic=S.csv'
                        Help: synthaudit audit --help
                        """));
    }

    @Test
    void a_mistyped_option_is_answered_with_the_right_one() {
        Ran ran = Ran.synthaudit("demo", "--leeky");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualTo("""
                synthaudit: Unknown option: '--leeky'
                Possible solutions: --leaky
                Help: synthaudit demo --help
                """);
    }

    @Test
    void one_synthetic_table_is_audited_at_a_time() {
        Ran ran = audit("--synthetic", "another.csv");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).startsWith("synthaudit: option '--synthetic' (S.csv) should be specified only once\n");
    }

    @Test
    void a_profile_that_does_not_exist_is_answered_with_the_nearest() {
        assertThat(audit("--policy", "public-relaese")).isEqualTo(new Ran(6, "", """
                        synthaudit: There is neither a file nor a profile "public-relaese".
                          Did you mean "public-release"?
                          Choices: internal-sharing, medical-research, public-release.
                        """));
    }

    @Test
    void a_gate_that_names_nothing_is_an_invalid_policy() throws IOException {
        Files.writeString(
                folder.resolve("policy.yaml"), SmallTables.POLICY.replace("missing-rate-diff", "mising-rate-diff"));
        assertThat(audit()).isEqualTo(new Ran(6, "", """
                        synthaudit: policy.yaml, line 5, gates[0].measure: the catalogue has no \
                        "validity.mising-rate-difference".
                          Did you mean "validity.missing-rate-difference"?
                          A gate that names nothing is an error, so that a typing mistake cannot pass an audit.
                        """));
    }

    @Test
    void an_invalid_schema_weighs_more_than_a_bad_table() throws IOException {
        Files.writeString(folder.resolve("schema.yaml"), "format: synthaudit-schema/1\ncolumns: none\n");
        Files.writeString(folder.resolve("training.csv"), "age,age\n1,2\n");
        Ran ran = audit("--schema", folder.resolve("schema.yaml"));
        assertThat(ran.exitCode()).isEqualTo(6);
        assertThat(ran.err()).startsWith("synthaudit: schema.yaml, line 2, columns: ");
    }

    @Test
    void a_bad_table_is_rejected() throws IOException {
        Files.writeString(folder.resolve("training.csv"), "age,ward\n1,north\n2\n");
        assertThat(audit()).isEqualTo(new Ran(4, "", """
                        synthaudit: input rejected: training.csv, row 2: expected 2 fields as in the header, found 1.
                          A field with the delimiter or a line end in it stands in double quotes.
                        """));
    }

    @Test
    void a_column_that_does_not_exist_is_answered_with_the_nearest() {
        assertThat(audit("--target", "smokre", "--sensitive", "wieght")).isEqualTo(new Ran(2, "", """
                        synthaudit: --target: the training table has no column "smokre".
                          Did you mean "smoker"?
                        """));
    }

    @Test
    void a_first_row_that_stands_where_the_header_should_is_not_shown() throws IOException {
        for (String name : List.of("training.csv", "synthetic.csv")) {
            Path table = folder.resolve(name);
            Files.writeString(table, Files.readString(table).replaceFirst("age,weight,ward,smoker", "47,1.5,warm,yes"));
        }
        for (String target : List.of("ward2", "age", "48", "smoker")) {
            assertThat(audit("--target", target)).isEqualTo(new Ran(2, "", """
                            synthaudit: --target: the training table has no column "%s".
                              The first line of the table must name the columns.
                            """.formatted(target)));
        }
    }

    @Test
    void an_evaluation_that_does_not_exist_is_answered_with_the_nearest() {
        assertThat(audit("--only", "fidelity.k")).isEqualTo(new Ran(2, "", """
                        synthaudit: --only: the catalogue has no "fidelity.k".
                          Did you mean "fidelity.ks"?
                          See: synthaudit catalog
                        """));
    }

    @ParameterizedTest
    @CsvSource({
        "--threads, 0, '--threads: expected 1 or more, found 0.'",
        "--audience, all, '--audience: expected public or restricted.'",
        "--delimiter, ab, '--delimiter: expected one character other than a double quote or a line end, or tab.'",
        "--entity-key, 'a#', '--entity-key: expected COL, FILE#COL or FILE#COL,HOLDOUT_FILE#COL.'",
        "--commitment-key, none.key, '--commitment-key: none.key cannot be read.'"
    })
    void an_option_that_cannot_be_followed_says_what_is_expected(String option, String value, String message) {
        assertThat(audit(option, value)).isEqualTo(new Ran(2, "", "synthaudit: " + message + "\n"));
    }

    @Test
    void a_seed_that_is_no_number_is_a_usage_error() {
        Ran ran = audit("--seed", "lucky");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("'lucky' is not a long").contains("Help: synthaudit audit --help");
    }

    @Test
    void persons_of_both_real_tables_are_needed() {
        assertThat(audit("--holdout", folder.resolve("holdout.csv"), "--entity-key", "ids.csv#id"))
                .isEqualTo(new Ran(2, "", """
                        synthaudit: --entity-key: a holdout is given, so its persons are needed too.
                          Write --entity-key FILE#COL,HOLDOUT_FILE#COL
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "audit", "demo", "schema", "schema infer", "catalog", "policy", "policy lint"})
    void help_is_there_and_promises_nothing_that_does_not_work(String command) {
        Ran ran = Ran.synthaudit((Object[]) (command + " --help").trim().split(" "));
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("Usage: synthaudit").doesNotContainIgnoringCase("later");
        if (!List.of("schema", "policy").contains(command)) {
            assertThat(ran.out()).contains("70");
        }
    }

    @Test
    void the_help_lists_every_exit_code() {
        assertThat(Ran.synthaudit("--help").out()).endsWith("""
                        Exit codes:
                           0  pass
                           1  fail
                           2  the command line cannot be followed
                           3  inconclusive or not evaluated, where the policy blocks on it
                           4  an input table was rejected
                           6  the policy or the schema is invalid
                          70  internal error; never a verdict
                        """);
    }

    @Test
    void a_defect_is_told_by_class_and_place_and_never_by_what_it_was_fed() {
        StringWriter err = new StringWriter();
        int exitCode = Complaints.complain(
                new IllegalStateException("secret cell", new RuntimeException("secret cause")), new PrintWriter(err));
        assertThat(exitCode).isEqualTo(70);
        assertThat(err.toString())
                .startsWith("synthaudit: internal error: java.lang.IllegalStateException in CommandLineTest, line ")
                .endsWith("""
                        . Nothing was written.
                          This is a defect of the program or a fault of the machine (disk full, no permission), \
                        no verdict.
                        """)
                .doesNotContain("secret");
    }

    @Test
    void memory_that_does_not_suffice_is_told_with_the_remedy() {
        StringWriter err = new StringWriter();
        assertThat(Complaints.complain(new OutOfMemoryError("secret"), new PrintWriter(err)))
                .isEqualTo(70);
        assertThat(err.toString()).isEqualTo("""
                synthaudit: internal error: the memory does not suffice. Nothing was written.
                  Give more, such as SYNTHAUDIT_JAVA_OPTS=-Xmx4g
                """);
    }

    private Ran audit(Object... more) {
        Object[] given = {
            "audit",
            "--training",
            folder.resolve("training.csv"),
            "--synthetic",
            folder.resolve("synthetic.csv"),
            "--policy",
            folder.resolve("policy.yaml"),
            "--out",
            folder.resolve("out")
        };
        List<Object> all = new java.util.ArrayList<>(List.of(given));
        for (Object word : more) {
            if (word.equals("--policy")) {
                all.remove("--policy");
                all.remove(folder.resolve("policy.yaml"));
            }
            all.add(word);
        }
        Ran ran = Ran.synthaudit(all.toArray());
        if (ran.exitCode() != 0) {
            assertThat(folder.resolve("out")).doesNotExist();
        }
        return ran;
    }
}
