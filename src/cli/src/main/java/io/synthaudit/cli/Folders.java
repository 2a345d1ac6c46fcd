package io.synthaudit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Removes folders. */
final class Folders {

    private static final int ATTEMPTS = 20;

    private Folders() {}

    /** Deletes a folder and all in it, without following links; none is fine. */
    static void delete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException problem) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    /** The same when the program ends, however it ends, unless it is killed. */
    static Thread deleteAtExit(Path folder) {
        Thread hook = new Thread(() -> {
            for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
                try {
                    delete(folder);
                } catch (UncheckedIOException beingWritten) {
                    // The main thread runs on while the program ends, and may have added a file meanwhile.
                    Thread.yield();
                }
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }
}
