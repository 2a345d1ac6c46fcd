package io.synthaudit.learn.neighbour;

import java.util.function.IntConsumer;

/** Does tasks 0 .. tasks-1, on one thread or many; {@code run::parallel} is one. */
@FunctionalInterface
public interface Parallel {

    /** One after the other on the caller's thread. */
    Parallel NONE = (tasks, task) -> {
        for (int i = 0; i < tasks; i++) {
            task.accept(i);
        }
    };

    /** Returns when all tasks are done. */
    void run(int tasks, IntConsumer task);
}
