package io.synthaudit.core.evaluation;

import io.synthaudit.core.analysis.Analysis;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;

/** What the engine offers to evaluations of whole tables and to attacks. */
public interface Run {

    /** The tables; persons who are in training too are already out of the holdout. */
    Tables tables();

    /** The training profile. */
    Profile profile();

    /** The holdout, when there is one that is fit to be a control; else see {@link #noControl}. */
    Optional<Table> control();

    /** Why there is no control; null when there is one. */
    Reason noControl();

    /** One-sided confidence of each bound. */
    double level();

    /** Columns that models predict. */
    List<Integer> targets();

    /** Columns that attackers want to know; empty when none is declared. */
    List<Integer> secrets();

    /** Columns that attackers know; empty when none is declared. */
    List<Integer> quasiIdentifiers();

    /** Analyses that the user declared, in file order; their columns exist. Empty when none is declared. */
    List<Analysis> analyses();

    /** Whether each column is to be predicted in turn, whatever the targets. */
    boolean everyTarget();

    /** A random stream that depends on the seed and the name alone. */
    UniformRandomProvider stream(String name);

    /**
     * A value computed once per run, shared by all evaluations that ask for the same key.
     *
     * <p>Not from within a task or another shared computation.
     *
     * @param key unique name of what is computed
     * @param type type of the value
     * @param computation how to make it; deterministic
     */
    <T> T shared(String key, Class<T> type, Supplier<T> computation);

    /**
     * Does tasks 0 .. tasks-1 on the run's threads and returns when all are done. Tasks write to places of their own,
     * so the result cannot depend on the number of threads. Not from within a task: threads would wait for one another.
     */
    void parallel(int tasks, IntConsumer task);
}
