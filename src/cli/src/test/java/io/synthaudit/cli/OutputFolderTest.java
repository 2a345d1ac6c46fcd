package io.synthaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    private static final String REPORT = "{\n  \"format\": \"synthaudit-report/1\",\n  \"audience\": \"PUBLIC\"\n}\n";

    @TempDir
    private Path folder;

    @Test
    void a_report_is_written_below_folders_that_do_not_exist_yet() throws IOException {
        Path out = folder.resolve("a/b/out");
        OutputFolder.at(out, List.of()).write(files("one"));
        assertThat(out.resolve("report.html")).hasContent("one");
        assertThat(names(out.getParent())).containsExactly("out");
    }

    @Test
    void looking_touches_nothing() throws IOException {
        OutputFolder.at(folder.resolve("a/b/out"), List.of());
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void a_report_is_replaced_as_a_whole() throws IOException {
        Path out = folder.resolve("out");
        OutputFolder.at(out, List.of()).write(Map.of("report.json", bytes(REPORT), "commitments.json", bytes("old")));
        OutputFolder.at(out, List.of()).write(files("new"));
        assertThat(names(out)).containsExactly("report.html", "report.json");
        assertThat(names(folder)).containsExactly("out");
    }

    @Test
    void anything_else_is_left_alone() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        for (String content :
                List.of("{\"format\": \"another/1\"}", "", "{\"a\": {\"format\": \"synthaudit-report/1\"}}")) {
            Files.writeString(out.resolve("report.json"), content);
            assertThatThrownBy(() -> OutputFolder.at(out, List.of()))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("--out: " + out + " exists and holds no synthaudit report, so it is not replaced."
                            + "\n  Name another folder, or remove this one.");
        }
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertThatThrownBy(() -> OutputFolder.at(file, List.of())).isInstanceOf(UsageException.class);
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        assertThatThrownBy(() -> OutputFolder.at(link, List.of())).isInstanceOf(UsageException.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void a_report_among_other_files_is_not_replaced() throws IOException {
        Path out = folder.resolve("out");
        OutputFolder.at(out, List.of()).write(files("old"));
        Path mine = Files.writeString(out.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> OutputFolder.at(out, List.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "--out: " + out + " holds a synthaudit report and other files too (1), so it is not replaced."
                                + "\n  Name another folder, or move them away.");
        Files.delete(mine);
        Files.createDirectory(out.resolve("junit.xml"));
        assertThatThrownBy(() -> OutputFolder.at(out, List.of())).isInstanceOf(UsageException.class);
    }

    @Test
    void what_came_during_the_audit_is_left_alone() throws IOException {
        Path fresh = folder.resolve("fresh");
        OutputFolder output = OutputFolder.at(fresh, List.of());
        Files.writeString(Files.createDirectory(fresh).resolve("thesis.txt"), "mine");
        assertThatThrownBy(() -> output.write(files("new"))).isInstanceOf(UsageException.class);
        assertThat(names(fresh)).containsExactly("thesis.txt");

        Path again = folder.resolve("again");
        OutputFolder.at(again, List.of()).write(files("old"));
        OutputFolder second = OutputFolder.at(again, List.of());
        Files.writeString(again.resolve("thesis.txt"), "mine");
        assertThatThrownBy(() -> second.write(files("new"))).isInstanceOf(UsageException.class);
        assertThat(names(again)).containsExactly("report.html", "report.json", "thesis.txt");
        assertThat(names(folder)).containsExactly("again", "fresh");
    }

    @Test
    void every_file_of_a_report_is_known() {
        assertThat(ReportFiles.names())
                .containsExactly(
                        "commitments.json",
                        "gates.sarif",
                        "junit.xml",
                        "report.html",
                        "report.json",
                        "run.json",
                        "summary.md");
    }

    @Test
    void a_name_that_the_file_system_refuses_is_found_before_the_audit() throws IOException {
        // 250 fits, but not with what the folder is called while it is being written.
        for (String name :
                List.of("x".repeat(250), "x".repeat(300), "x".repeat(300) + "/out", "a/" + "x".repeat(300))) {
            assertThatThrownBy(() -> OutputFolder.at(folder.resolve(name), List.of()))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("--out: the name is longer than the file system allows.");
        }
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void a_folder_that_holds_an_input_is_not_replaced() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("report.json"), REPORT);
        Path input = Files.writeString(out.resolve("training.csv"), "a\n1\n");
        assertThatThrownBy(() -> OutputFolder.at(out, List.of(input)))
                .isInstanceOf(UsageException.class)
                .hasMessage("--out: " + out + " holds an input of this run, so it is not replaced."
                        + "\n  Name another folder.");
    }

    @Test
    void a_link_stays_and_the_folder_behind_it_is_replaced() throws IOException {
        Path real = folder.resolve("real");
        OutputFolder.at(real, List.of()).write(files("old"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        OutputFolder.at(link, List.of()).write(files("new"));
        assertThat(link).isSymbolicLink();
        assertThat(real.resolve("report.html")).hasContent("new");
    }

    @Test
    void a_place_below_a_file_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertThatThrownBy(() -> OutputFolder.at(file.resolve("out"), List.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("--out: " + file.resolve("out") + " cannot be made: no folder above it can be written to.");
    }

    @Test
    void when_writing_fails_the_old_report_is_still_there_and_nothing_else() throws IOException {
        Path out = folder.resolve("out");
        OutputFolder.at(out, List.of()).write(files("old"));
        Map<String, byte[]> broken = new TreeMap<>(files("new"));
        broken.put("zzz/no such folder", bytes("x"));
        assertThatThrownBy(() -> OutputFolder.at(out, List.of()).write(broken))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(out.resolve("report.html")).hasContent("old");
        assertThat(names(folder)).containsExactly("out");
    }

    @Test
    void what_a_killed_run_left_is_swept_and_what_a_living_one_writes_is_not() throws IOException {
        String dead = ".out.synthaudit-partial-" + dead();
        String living = ".out.synthaudit-partial-"
                + ProcessHandle.current().parent().orElseThrow().pid();
        String foreign = ".out.synthaudit-partial-mine";
        for (String name : List.of(dead, living, foreign)) {
            Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("report.html"), "half");
        }
        OutputFolder.at(folder.resolve("out"), List.of()).write(files("whole"));
        assertThat(names(folder)).containsExactlyInAnyOrder(living, foreign, "out");
    }

    @Test
    void permissions_are_those_of_any_new_folder() throws IOException {
        Path plain = Files.createDirectory(folder.resolve("plain"));
        Path out = folder.resolve("out");
        OutputFolder.at(out, List.of()).write(files("x"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(plain)));
    }

    private static long dead() throws IOException {
        Process process = new ProcessBuilder("true").start();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return process.pid();
    }

    private static Map<String, byte[]> files(String html) {
        return Map.of("report.json", bytes(REPORT), "report.html", bytes(html));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
