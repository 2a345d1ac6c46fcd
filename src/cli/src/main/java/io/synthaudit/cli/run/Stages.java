package io.synthaudit.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Measures how long each stage of a run takes: a stage lasts until the next one begins. Safe for several threads. */
public final class Stages {

    /**
     * A finished stage.
     *
     * @param name what was done
     * @param seconds how long it took
     */
    public record Stage(String name, double seconds) {}

    private final Consumer<String> listener;
    private final long start = System.nanoTime();
    private final List<String> names = new ArrayList<>();
    private final List<Long> begins = new ArrayList<>();

    /** @param listener told the name of each stage as it begins */
    public Stages(Consumer<String> listener) {
        this.listener = listener;
    }

    /** A stage begins; the one before it ends. */
    public synchronized void begins(String name) {
        names.add(name);
        begins.add(System.nanoTime());
        listener.accept(name);
    }

    /** All stages so far, in order; the last one ends now. */
    public synchronized List<Stage> soFar() {
        long now = System.nanoTime();
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            long end = i + 1 < begins.size() ? begins.get(i + 1) : now;
            stages.add(new Stage(names.get(i), (end - begins.get(i)) / 1e9));
        }
        return stages;
    }

    /** Seconds since the run began. */
    public double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
