package io.synthaudit.cli;

import io.synthaudit.core.report.Renderer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** What makes the files of a report, made ready beside the audit: templates are read while single threads leave cores idle. */
final class Renderers {

    private final List<Renderer> all = installed();
    private final Thread preparing;
    private RuntimeException failure;

    private Renderers(int threads) {
        this.preparing = threads > 1 ? new Thread(this::prepare, "synthaudit-report") : null;
        if (preparing != null) {
            preparing.setDaemon(true);
            preparing.start();
        }
    }

    /** Begins; with one thread they are made ready when they are asked for. */
    static Renderers begin(int threads) {
        return new Renderers(threads);
    }

    /** All that are installed, in the order of their files. */
    static List<Renderer> installed() {
        List<Renderer> found = new ArrayList<>();
        ServiceLoader.load(Renderer.class).forEach(found::add);
        found.sort(Comparator.comparing(Renderer::file));
        return List.copyOf(found);
    }

    /** All of them, ready; what went wrong with them is thrown here. */
    List<Renderer> ready() {
        try {
            if (preparing == null) {
                prepare();
            } else {
                preparing.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the report was prepared");
        }
        if (failure != null) {
            throw failure;
        }
        return all;
    }

    private void prepare() {
        try {
            all.forEach(Renderer::prepare);
        } catch (RuntimeException e) {
            failure = e;
        }
    }
}
