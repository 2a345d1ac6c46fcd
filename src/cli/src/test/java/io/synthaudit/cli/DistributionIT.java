package io.synthaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution holds what it should, and its start script copes with the machines that it meets. */
class DistributionIT {

    private static final Path HOME = Launched.distribution();

    @TempDir
    private Path folder;

    @Test
    void smile_is_a_separate_jar_and_nobody_else_holds_its_classes() throws IOException {
        List<Path> jars = jars();
        assertThat(jars)
                .extracting(jar -> jar.getFileName().toString())
                .anyMatch(name -> name.startsWith("smile-core-"));
        for (Path jar : jars) {
            if (!jar.getFileName().toString().startsWith("smile-")) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    assertThat(file.getEntry("smile/")).as(jar.toString()).isNull();
                    assertThat(file.stream()).noneMatch(entry -> entry.getName().startsWith("smile/"));
                }
            }
        }
    }

    @Test
    void no_test_library_is_shipped() throws IOException {
        assertThat(jars())
                .extracting(jar -> jar.getFileName().toString())
                .noneMatch(name -> name.matches("(junit|assertj|archunit|synthaudit-testkit|json-schema|jmh).*"));
    }

    @Test
    void every_library_is_named_in_the_notice() throws IOException {
        String notice = Files.readString(HOME.resolve("NOTICE"));
        assertThat(jars())
                .extracting(jar -> jar.getFileName().toString().replaceFirst("-[0-9].*", ""))
                .filteredOn(name -> !name.startsWith("synthaudit-"))
                .allSatisfy(name -> assertThat(notice.toLowerCase(Locale.ROOT))
                        .contains(
                                name.startsWith("commons-")
                                        ? name.split("-")[1].replaceAll("[0-9]", "")
                                        : name.replaceFirst("snakeyaml-engine", "snakeyaml engine")));
    }

    @Test
    void licences_are_shipped() {
        assertThat(Stream.of("LICENSE", "NOTICE", "licences/LGPL-3.0.txt", "licences/GPL-3.0.txt"))
                .allSatisfy(name -> assertThat(HOME.resolve(name)).isNotEmptyFile());
    }

    @Test
    void version_is_told_from_any_folder_and_through_a_link() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("audit tool"), HOME.resolve("bin/synthaudit"));
        Launched run = Launched.command(folder, Map.of(), List.of(link.toString(), "--version"));
        Files.delete(link);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("synthaudit ").doesNotContain("not packaged");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void an_unknown_command_is_a_usage_error() {
        Launched run = Launched.synthaudit(folder, "no-such-command");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void an_old_java_is_named_with_the_remedy() throws IOException {
        Path old = folder.resolve("old");
        Path java = Files.createDirectories(old.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nexit 0\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"1.8.0_302\"\n");
        Launched run = Launched.command(
                folder,
                Map.of("JAVA_HOME", old.toString()),
                List.of(HOME.resolve("bin/synthaudit").toString(), "--version"));
        assertThat(run)
                .isEqualTo(new Launched(
                        70,
                        "",
                        "synthaudit: Java 17 or newer is needed, but JAVA_HOME (" + old
                                + ") holds 8. Set JAVA_HOME to a newer one.\n"));
    }

    @Test
    void options_for_the_java_machine_are_passed_on() {
        Launched run = Launched.command(
                folder,
                Map.of("SYNTHAUDIT_JAVA_OPTS", "-showversion -Xmx64m"),
                List.of(HOME.resolve("bin/synthaudit").toString(), "--version"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("version");
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(HOME.resolve("lib"))) {
            return files.sorted().toList();
        }
    }
}
