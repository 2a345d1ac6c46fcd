package io.synthaudit.core.audit;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The run's threads. Tasks are numbered and write to places of their own, so which thread does a task, and when, cannot
 * change a result. The calling thread works too: one thread means no other thread at all.
 */
public final class Workers implements AutoCloseable {

    private final int threads;
    private final ExecutorService pool;

    public Workers(int threads) {
        this.threads = threads;
        this.pool = threads == 1
                ? null
                : Executors.newFixedThreadPool(threads - 1, task -> {
                    Thread thread = new Thread(task, "synthaudit-worker");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Does tasks 0 .. tasks-1 and returns when all are done; not from within a task. The first exception, by number of its
     * task, is rethrown.
     */
    public void run(int tasks, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        RuntimeException[] failures = new RuntimeException[tasks];
        Runnable loop = () -> {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                try {
                    task.accept(i);
                } catch (RuntimeException e) {
                    failures[i] = e;
                }
            }
        };
        var helpers = IntStream.range(0, Math.min(threads, tasks) - 1)
                .<Future<?>>mapToObj(i -> pool.submit(loop))
                .toList();
        loop.run();
        helpers.forEach(Workers::await);
        for (RuntimeException failure : failures) {
            if (failure != null) {
                throw failure;
            }
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a worker", e);
        } catch (ExecutionException e) {
            // Only errors get here: the loop keeps exceptions for the caller.
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a worker broke", e);
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}
