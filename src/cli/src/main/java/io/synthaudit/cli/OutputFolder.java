package io.synthaudit.cli;

import io.synthaudit.io.report.ReportJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a report, written as a whole or not at all: the files go to a hidden folder beside it, which then takes
 * its place in one step. An existing folder is replaced only if it holds a report of ours.
 */
final class OutputFolder {

    private static final Pattern FORMAT = Pattern.compile(
            "\\s*\\{\\s*\"format\"\\s*:\\s*\"" + Pattern.quote(ReportJson.FORMAT) + "\".*", Pattern.DOTALL);

    private static final int ENOUGH_TO_TELL = 256;

    private final Path folder;

    private OutputFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Looks whether a report may be written there; nothing is touched yet.
     *
     * @param wanted the folder, which need not exist
     * @param inputs files that the run reads
     * @throws UsageException if something else is there, or nothing can be written there
     */
    static OutputFolder at(Path wanted, List<Path> inputs) {
        Path folder = real(wanted.toAbsolutePath().normalize());
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !holdsReport(folder)) {
            throw new UsageException(
                    "--out: " + wanted + " exists and holds no synthaudit report, so it is not replaced."
                            + "\n  Name another folder, or remove this one.");
        }
        if (inputs.stream()
                .anyMatch(input -> real(input.toAbsolutePath().normalize()).startsWith(folder))) {
            throw new UsageException("--out: " + wanted + " holds an input of this run, so it is not replaced."
                    + "\n  Name another folder.");
        }
        Path above = folder.getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        if (above == null || !Files.isDirectory(above) || !Files.isWritable(above)) {
            throw new UsageException("--out: " + wanted + " cannot be made: no folder above it can be written to.");
        }
        return new OutputFolder(folder);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            return path;
        }
    }

    private static boolean holdsReport(Path folder) {
        Path report = folder.resolve("report.json");
        if (!Files.isRegularFile(report)) {
            return false;
        }
        try (InputStream stream = Files.newInputStream(report)) {
            String start = new String(stream.readNBytes(ENOUGH_TO_TELL), StandardCharsets.US_ASCII);
            return FORMAT.matcher(start).matches();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Writes the files and puts them in place.
     *
     * @param files bytes by file name
     * @throws UncheckedIOException if it cannot be done; then the place is as it was before
     */
    void write(Map<String, byte[]> files) {
        Path partial = sibling("partial");
        Path replaced = sibling("replaced");
        Thread hook = Folders.deleteAtExit(partial);
        try {
            Files.createDirectories(folder.getParent());
            sweep();
            Files.createDirectory(partial);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(partial.resolve(file.getKey()), file.getValue());
            }
            swap(partial, replaced);
            Folders.delete(replaced);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } finally {
            Folders.delete(partial);
            forget(hook);
        }
    }

    private void swap(Path partial, Path replaced) throws IOException {
        boolean taken = Files.exists(folder);
        if (taken) {
            Files.move(folder, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unmovable) {
            if (taken) {
                Files.move(replaced, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            throw unmovable;
        }
    }

    private Path sibling(String state) {
        return folder.resolveSibling(
                prefix() + state + "-" + ProcessHandle.current().pid());
    }

    private String prefix() {
        return "." + folder.getFileName() + ".synthaudit-";
    }

    /** Removes what runs that were killed while writing left beside the folder. */
    private void sweep() throws IOException {
        Pattern stray = Pattern.compile(Pattern.quote(prefix()) + "(partial|replaced)-(\\d{1,18})");
        List<Path> found;
        try (Stream<Path> siblings = Files.list(folder.getParent())) {
            found = siblings.sorted().toList();
        }
        for (Path sibling : found) {
            Matcher matcher = stray.matcher(sibling.getFileName().toString());
            if (matcher.matches()
                    && ProcessHandle.of(Long.parseLong(matcher.group(2)))
                            .filter(process ->
                                    process.pid() != ProcessHandle.current().pid())
                            .isEmpty()) {
                Folders.delete(sibling);
            }
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The program is ending already, and the hook runs by itself.
        }
    }
}
