package io.synthaudit.cli;

import io.synthaudit.io.report.ReportJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a report, written as a whole or not at all: the files go to a hidden folder beside it, which then takes
 * its place in one step. An existing folder is replaced only if it holds a report of ours and nothing else, because it
 * is deleted as a whole.
 */
final class OutputFolder {

    private static final Pattern FORMAT = Pattern.compile(
            "\\s*\\{\\s*\"format\"\\s*:\\s*\"" + Pattern.quote(ReportJson.FORMAT) + "\".*", Pattern.DOTALL);

    private static final int ENOUGH_TO_TELL = 256;

    private final Path wanted;
    private final Path folder;

    private OutputFolder(Path wanted, Path folder) {
        this.wanted = wanted;
        this.folder = folder;
    }

    /**
     * Looks whether a report may be written there, by making a folder and taking it away again.
     *
     * @param wanted the folder, which need not exist
     * @param inputs files that the run reads
     * @throws UsageException if something else is there, or nothing can be written there
     */
    static OutputFolder at(Path wanted, List<Path> inputs) {
        Path folder = real(wanted.toAbsolutePath().normalize());
        OutputFolder output = new OutputFolder(wanted, folder);
        if (inputs.stream()
                .anyMatch(input -> real(input.toAbsolutePath().normalize()).startsWith(folder))) {
            throw new UsageException("--out: " + wanted + " holds an input of this run, so it is not replaced."
                    + "\n  Name another folder.");
        }
        output.checkReplaceable();
        output.probe();
        return output;
    }

    private void checkReplaceable() {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!holdsReport(folder)) {
            throw new UsageException(
                    "--out: " + wanted + " exists and holds no synthaudit report, so it is not replaced."
                            + "\n  Name another folder, or remove this one.");
        }
        Set<String> ours = ReportFiles.names();
        try (Stream<Path> files = Files.list(folder)) {
            long others = files.filter(file -> !ours.contains(file.getFileName().toString())
                            || Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .count();
            if (others > 0) {
                throw new UsageException("--out: " + wanted + " holds a synthaudit report and other files too ("
                        + others + "), so it is not replaced.\n  Name another folder, or move them away.");
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw new UsageException("--out: " + wanted + " cannot be read, so it is not replaced.");
        }
    }

    /** Finds before the audit what would stop its report: the folder above, or a name that the file system refuses. */
    private void probe() {
        Path above = folder.getParent();
        while (above != null && !Files.exists(above)) {
            checkLength(above);
            above = above.getParent();
        }
        boolean writable = above != null
                && Files.isDirectory(above)
                && Files.isWritable(above)
                && (!Files.exists(folder) || Files.isWritable(folder));
        if (writable) {
            checkLength(sibling("replaced").resolve(Commitments.FILE));
            Path trial = above.resolve(sibling("partial").getFileName());
            try {
                Files.createDirectory(trial);
                Files.delete(trial);
            } catch (FileAlreadyExistsException leftBehind) {
                writable = true;
            } catch (IOException refused) {
                checkLength(trial);
                writable = false;
            }
        }
        if (!writable) {
            throw cannotBeMade();
        }
    }

    private UsageException cannotBeMade() {
        return new UsageException("--out: " + wanted + " cannot be made: no folder above it can be written to.");
    }

    /** A file that is not there may be there one day, but one with too long a name may not. */
    private void checkLength(Path path) {
        try {
            Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException possible) {
            return;
        } catch (FileSystemException impossible) {
            // The reason is in the language of the system; in others than English the refusal is less exact.
            boolean tooLong = String.valueOf(impossible.getReason())
                    .toLowerCase(Locale.ROOT)
                    .contains("too long");
            throw tooLong
                    ? new UsageException("--out: the name is longer than the file system allows.")
                    : cannotBeMade();
        } catch (IOException unknown) {
            return;
        }
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
     * @throws UsageException if what stands there now is no report
     * @throws UncheckedIOException if it cannot be done; in both cases the place is as it was before
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
        // The audit took minutes, in which others may have put something there.
        checkReplaceable();
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
