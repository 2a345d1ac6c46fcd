package io.synthaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisibleTest {

    private static final String ESCAPE = "\u001b";

    @TempDir
    private Path folder;

    @Test
    void what_a_terminal_obeys_is_shown_as_code_points() {
        assertThat(Visible.line("a\nb\rc\td" + ESCAPE + "[31m\u0085\u202e\u2028\u2029\u00ad\u007f"))
                .isEqualTo("a\\u{a}b\\u{d}c\\u{9}d\\u{1b}[31m\\u{85}\\u{202e}\\u{2028}\\u{2029}\\u{ad}\\u{7f}");
        assertThat(Visible.line("\ud83d\ude00 \u00e9 \ud800 " + Character.toString(0xe0041)))
                .isEqualTo("\ud83d\ude00 \u00e9 \\u{d800} \\u{e0041}");
    }

    @Test
    void no_line_is_a_command_to_continuous_integration() {
        assertThat(Visible.line("::error::x")).isEqualTo("\\u{3a}:error::x");
        assertThat(Visible.line("  \u00a0\u3000::error::x")).isEqualTo("  \u00a0\u3000\\u{3a}:error::x");
        assertThat(Visible.line("a ::b ## [c]")).isEqualTo("a ::b ## [c]");
        assertThat(Visible.line("a ##[group]##vso[task.setvariable]"))
                .isEqualTo("a #\\u{23}[group]#\\u{23}vso[task.setvariable]");
    }

    @Test
    void a_message_keeps_its_own_lines_and_no_others() {
        assertThat(Visible.lines("place: wrong\n  Remedy\n::set-output\n  ::set-output"))
                .isEqualTo("place: wrong\n  Remedy\\u{a}::set-output\n  \\u{3a}:set-output");
    }

    @Test
    void a_header_cell_starts_no_line_of_an_audit() throws IOException {
        SmallTables.write(folder);
        String evil = "\"id\n::set-output name=verdict::PASS" + ESCAPE + "[2K\u202e\"";
        for (String name : List.of("training.csv", "synthetic.csv")) {
            Path file = folder.resolve(name);
            Files.writeString(file, Files.readString(file).replaceFirst("ward", evil));
        }
        Ran ran = Ran.synthaudit(
                "audit",
                "--training",
                folder.resolve("training.csv"),
                "--synthetic",
                folder.resolve("synthetic.csv"),
                "--policy",
                folder.resolve("policy.yaml"),
                "--sensitive",
                evil.substring(1, evil.length() - 1),
                "--out",
                folder.resolve("out\n::error::x"));
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("  roles   sensitive: id\\u{a}::set-output name=verdict::PASS\\u{1b}[2K\\u{202e}\n")
                .contains("/out\\u{a}::error::x/report.html\n");
        tame(ran.out());
    }

    @Test
    void a_file_name_starts_no_line_of_a_complaint() throws IOException {
        Path table = Files.writeString(folder.resolve("a\n::error::b" + ESCAPE + "c.csv"), "a,b\n1\n");
        Ran rejected = Ran.synthaudit("audit", "--training", table, "--synthetic", table, "--out", folder.resolve("o"));
        assertThat(rejected.exitCode()).isEqualTo(4);
        assertThat(rejected.err()).startsWith("synthaudit: input rejected: a\\u{a}::error::b\\u{1b}c.csv, row 1: ");
        tame(rejected.err());
        Ran refused = Ran.synthaudit("audit", "--training", table, "--synthetic", table, "--out", table);
        assertThat(refused.exitCode()).isEqualTo(2);
        tame(refused.err());
        tame(Ran.synthaudit("audit", "x\n::error::y").err());
        StringWriter err = new StringWriter();
        Complaints.complain(new UsageException("x\n::error::y"), new PrintWriter(err));
        tame(err.toString());
    }

    private static void tame(String text) {
        assertThat(text.lines()).noneMatch(line -> line.strip().startsWith("::"));
        assertThat(text).doesNotContain(ESCAPE, "\u202e");
    }
}
