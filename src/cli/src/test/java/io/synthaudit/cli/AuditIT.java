package io.synthaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command audit, from outside: equal bytes whatever the machine does, and nothing left behind. */
class AuditIT {

    private static final String SYNTHAUDIT =
            Launched.distribution().resolve("bin/synthaudit").toString();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        SmallTables.write(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "restricted"})
    void threads_locale_folder_and_time_change_no_byte(String audience) throws IOException {
        Map<String, String> turkish = Map.of("SYNTHAUDIT_JAVA_OPTS", "-Duser.language=tr -Duser.country=TR");
        audit(Map.of(), "one", "--threads", "1", "--audience", audience);
        audit(turkish, "elsewhere/eight", "--threads", "8", "--audience", audience);
        for (String name : List.of("report.json", "report.html", "junit.xml", "gates.sarif", "summary.md")) {
            assertThat(folder.resolve("elsewhere/eight").resolve(name))
                    .as(name)
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
        }
        assertThat(folder.resolve("elsewhere/eight/run.json"))
                .content()
                .contains("\"threads\": 8", "\"user.language\": \"tr\"");
    }

    @Test
    void a_run_that_is_killed_leaves_no_folder() throws IOException, InterruptedException {
        assertThat(ended(false)).isEqualTo(128 + 9);
        assertThat(names(folder)).containsExactly("holdout.csv", "policy.yaml", "synthetic.csv", "training.csv");
    }

    @Test
    void a_run_that_is_interrupted_leaves_no_folder() throws IOException, InterruptedException {
        assertThat(ended(true)).isEqualTo(128 + 15);
        assertThat(names(folder)).containsExactly("holdout.csv", "policy.yaml", "synthetic.csv", "training.csv");
    }

    /** Starts an audit of the default policy and ends it as soon as it has read its tables. */
    private int ended(boolean politely) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("training.csv"), SmallTables.table(20_000, 1));
        Files.writeString(folder.resolve("synthetic.csv"), SmallTables.table(20_000, 2));
        Process process = new ProcessBuilder(command("out", "--threads", "1"))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.inputReader().readLine()).startsWith("synthaudit ");
        if (politely) {
            process.destroy();
        } else {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private void audit(Map<String, String> environment, String out, String... more) {
        Launched run = Launched.command(folder, environment, command(out, more));
        assertThat(run.err()).isEmpty();
        // Public-release cannot be met by so few rows.
        assertThat(run.exitCode()).isEqualTo(3);
    }

    private static List<String> command(String out, String... more) {
        List<String> command = new ArrayList<>(List.of(
                SYNTHAUDIT,
                "audit",
                "--training",
                "training.csv",
                "--synthetic",
                "synthetic.csv",
                "--holdout",
                "holdout.csv",
                "--out",
                out));
        command.addAll(List.of(more));
        return command;
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
