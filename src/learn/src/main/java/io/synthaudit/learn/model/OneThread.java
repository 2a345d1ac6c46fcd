package io.synthaudit.learn.model;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;

/**
 * Runs work that uses parallel streams inside a pool of one thread.
 *
 * <p>A parallel stream cuts its range into four pieces per thread of the pool that it runs in, and adds the pieces' sums; so
 * the last bits of a sum depend on the machine. In a pool of one thread there are always four pieces.
 */
final class OneThread {

    private OneThread() {}

    static <T> T call(Callable<T> work) {
        ForkJoinPool pool = new ForkJoinPool(1);
        try {
            return pool.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a model was fitted");
        } catch (ExecutionException e) {
            // The library's messages may quote numbers of the table, so its exception is not passed on.
            throw new IllegalStateException(
                    "a model could not be fitted: " + rootOf(e).getClass().getSimpleName());
        } finally {
            pool.shutdownNow();
        }
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
