package io.synthaudit.core.table;

import java.util.function.IntConsumer;

/** Does tasks 0 .. tasks-1, on one thread or many. Tasks write to places of their own. */
@FunctionalInterface
public interface Parallel {

    /** One after the other on the caller's thread. */
    Parallel NONE = (tasks, task) -> {
        for (int i = 0; i < tasks; i++) {
            task.accept(i);
        }
    };

    /** Returns when all tasks are done; the first exception, by number of its task, is rethrown. */
    void run(int tasks, IntConsumer task);
}
