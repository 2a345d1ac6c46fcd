package io.synthaudit.core.audit;

import io.synthaudit.core.analysis.Analysis;
import io.synthaudit.core.gate.Glob;
import io.synthaudit.core.gate.Policy;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.report.ReportProvenance;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is asked of an audit.
 *
 * @param policy the gates
 * @param streams seeded randomness
 * @param threads worker threads, at least 1; changes no result
 * @param only globs over evaluation ids; empty for all
 * @param analyses analyses that the user declared; may be empty
 * @param everyTarget whether each column is predicted in turn
 * @param provenance with what the audit is made; its attainability is filled in by the audit
 * @param progress told what is being done
 */
public record AuditPlan(
        Policy policy,
        RandomStreams streams,
        int threads,
        List<String> only,
        List<Analysis> analyses,
        boolean everyTarget,
        ReportProvenance provenance,
        Progress progress) {

    public AuditPlan {
        only = List.copyOf(only);
        analyses = List.copyOf(analyses);
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed");
        }
    }

    /** A plan without declared analyses and without each column predicted in turn. */
    public AuditPlan(
            Policy policy,
            RandomStreams streams,
            int threads,
            List<String> only,
            ReportProvenance provenance,
            Progress progress) {
        this(policy, streams, threads, only, List.of(), false, provenance, progress);
    }

    /** Told what is being done, on the calling thread or a worker. */
    @FunctionalInterface
    public interface Progress {
        /** Nobody is told. */
        Progress SILENT = stage -> {};

        /** A stage begins. */
        void begins(String stage);

        /**
         * Work begins on this thread, within whatever began there before: whoever listens may measure what it costs. An
         * evaluation goes by its id.
         */
        default void enters(String work) {}

        /** The work begun last on this thread ends. */
        default void leaves() {}
    }

    /** Whether the evaluation of that id was asked for. */
    public Predicate<String> wanted() {
        if (only.isEmpty()) {
            return id -> true;
        }
        List<Glob> globs = only.stream().map(Glob::new).toList();
        return id -> globs.stream().anyMatch(glob -> glob.matches(id));
    }
}
