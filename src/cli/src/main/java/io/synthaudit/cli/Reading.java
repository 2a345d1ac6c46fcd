package io.synthaudit.cli;

import io.synthaudit.core.audit.Workers;
import io.synthaudit.core.table.RawTable;
import io.synthaudit.io.CsvSource;
import io.synthaudit.io.Digests;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/**
 * Reads the tables of a run beside what else there is to read. Files that set the rules are looked at first all the same: what
 * is wrong with a table is only told to who asks for it.
 */
final class Reading {

    private final FutureTask<Texts> task;

    private Reading(Request request) {
        this.task = new FutureTask<>(() -> read(request));
    }

    /**
     * What was read.
     *
     * @param holdout null without one
     * @param syntheticDigest SHA-256 of the synthetic file
     */
    record Texts(RawTable training, RawTable synthetic, RawTable holdout, String syntheticDigest) {}

    /** Begins; with one thread the tables are read when they are asked for. */
    static Reading begin(Request request) {
        Reading reading = new Reading(request);
        if (request.threads() > 1) {
            Thread thread = new Thread(reading.task, "synthaudit-reading");
            thread.setDaemon(true);
            thread.start();
        }
        return reading;
    }

    private static Texts read(Request request) {
        List<Path> files = Stream.of(request.training(), request.synthetic(), request.holdout())
                .filter(Objects::nonNull)
                .toList();
        RawTable[] raw = new RawTable[3];
        String[] digest = new String[1];
        try (Workers workers = new Workers(request.threads())) {
            workers.run(files.size() + 1, i -> {
                if (i < files.size()) {
                    raw[i] = CsvSource.read(files.get(i), request.delimiter());
                } else {
                    digest[0] = Digests.sha256(request.synthetic());
                }
            });
        }
        return new Texts(raw[0], raw[1], raw[2], digest[0]);
    }

    /** The tables, as soon as they are read; what went wrong with them is thrown here. */
    Texts texts() {
        // Does nothing where the task has begun.
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while tables were read");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }
}
