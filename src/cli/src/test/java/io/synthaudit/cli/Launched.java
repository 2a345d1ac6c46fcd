package io.synthaudit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A finished process: how the integration tests run the packaged distribution, from outside, as a user would.
 *
 * @param exitCode its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Launched(int exitCode, String out, String err) {

    private static final long MINUTES = 10;

    /** The unpacked distribution that the build made. */
    static Path distribution() {
        String folder = System.getProperty("synthaudit.distribution");
        if (folder == null) {
            throw new IllegalStateException("synthaudit.distribution is not set: run these tests with mvn verify");
        }
        return Path.of(folder);
    }

    /** Runs {@code bin/synthaudit} of the distribution in the folder given. */
    static Launched synthaudit(Path workingFolder, String... arguments) {
        String script = distribution().resolve("bin/synthaudit").toString();
        return command(workingFolder, Map.of(), prepend(script, arguments));
    }

    /** Runs any command; variables of an empty value are removed from its environment. */
    static Launched command(Path workingFolder, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("launched", ".out");
            Path err = Files.createTempFile("launched", ".err");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .directory(workingFolder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
                environment.forEach((name, value) -> {
                    if (value.isEmpty()) {
                        builder.environment().remove(name);
                    } else {
                        builder.environment().put(name, value);
                    }
                });
                Process process = builder.start();
                process.getOutputStream().close();
                if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    process.destroyForcibly().waitFor();
                    throw new IllegalStateException("still running after " + MINUTES + " minutes: " + command);
                }
                return new Launched(process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    private static List<String> prepend(String first, String... rest) {
        return Stream.concat(Stream.of(first), Stream.of(rest)).toList();
    }
}
