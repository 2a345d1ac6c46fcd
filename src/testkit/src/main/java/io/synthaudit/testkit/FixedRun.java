package io.synthaudit.testkit;

import io.synthaudit.core.analysis.Analysis;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A run for tests: given tables, seed 1, level .95, one thread, no declared columns, and a holdout that is always fit. It is
 * strict where an engine may just hang: tasks ask for no tasks, and neither they nor shared computations for shared values.
 */
public final class FixedRun implements Run {

    private final Tables tables;
    private final Declared declared;
    private final long seed;
    private final boolean backwards;
    private final boolean everyTarget;
    private final Profile profile;
    private final Map<String, Object> computed = new TreeMap<>();
    private boolean computing;
    private boolean working;

    private record Declared(
            List<Integer> targets, List<Integer> secrets, List<Integer> quasiIdentifiers, List<Analysis> analyses) {}

    private FixedRun(
            Tables tables, Profile profile, Declared declared, long seed, boolean backwards, boolean everyTarget) {
        this.everyTarget = everyTarget;
        this.tables = tables;
        this.declared = declared;
        this.seed = seed;
        this.backwards = backwards;
        this.profile = profile;
    }

    /** A run on these tables. */
    public static FixedRun of(Tables tables) {
        Declared none = new Declared(List.of(), List.of(), List.of(), List.of());
        return new FixedRun(tables, Profile.of(tables.training()), none, 1, false, false);
    }

    /** A run on these tables, whose rows are persons; {@code holdout} may be null. */
    public static FixedRun of(Table training, Table synthetic, Table holdout) {
        return of(Tables.of(training, synthetic, holdout));
    }

    /** The same with these columns as targets of models. */
    public FixedRun predicting(Integer... columns) {
        Declared other =
                new Declared(List.of(columns), declared.secrets(), declared.quasiIdentifiers(), declared.analyses());
        return new FixedRun(tables, profile, other, seed, backwards, everyTarget);
    }

    /** The same with attackers who want these columns. */
    public FixedRun after(Integer... columns) {
        Declared other =
                new Declared(declared.targets(), List.of(columns), declared.quasiIdentifiers(), declared.analyses());
        return new FixedRun(tables, profile, other, seed, backwards, everyTarget);
    }

    /** The same with attackers who know these columns. */
    public FixedRun knowing(Integer... columns) {
        Declared other = new Declared(declared.targets(), declared.secrets(), List.of(columns), declared.analyses());
        return new FixedRun(tables, profile, other, seed, backwards, everyTarget);
    }

    /** The same with these declared analyses. */
    public FixedRun analysing(Analysis... analyses) {
        Declared other =
                new Declared(declared.targets(), declared.secrets(), declared.quasiIdentifiers(), List.of(analyses));
        return new FixedRun(tables, profile, other, seed, backwards, everyTarget);
    }

    /** The same with each column predicted in turn. */
    public FixedRun predictingAll() {
        return new FixedRun(tables, profile, declared, seed, backwards, true);
    }

    /** The same with another seed. */
    public FixedRun seed(long other) {
        return new FixedRun(tables, profile, declared, other, backwards, everyTarget);
    }

    /** The same with tasks done last first, which no result may depend on. */
    public FixedRun backwards() {
        return new FixedRun(tables, profile, declared, seed, true, everyTarget);
    }

    /** The shared values computed so far, by key. */
    public Map<String, Object> computed() {
        return new TreeMap<>(computed);
    }

    @Override
    public Tables tables() {
        return tables;
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public Optional<Table> control() {
        return tables.holdout();
    }

    @Override
    public Reason noControl() {
        return tables.holdout().isPresent() ? null : Reason.NO_HOLDOUT;
    }

    @Override
    public double level() {
        return 0.95;
    }

    @Override
    public List<Integer> targets() {
        return declared.targets();
    }

    @Override
    public List<Integer> secrets() {
        return declared.secrets();
    }

    @Override
    public List<Integer> quasiIdentifiers() {
        return declared.quasiIdentifiers();
    }

    @Override
    public boolean everyTarget() {
        return everyTarget;
    }

    @Override
    public List<Analysis> analyses() {
        return declared.analyses();
    }

    @Override
    public UniformRandomProvider stream(String name) {
        return new RandomStreams(seed).stream(name);
    }

    @Override
    public <T> T shared(String key, Class<T> type, Supplier<T> computation) {
        if (working) {
            throw new IllegalStateException("a task asks for a shared value");
        }
        if (!computed.containsKey(key)) {
            if (computing) {
                throw new IllegalStateException("a shared computation waits for another");
            }
            computing = true;
            computed.put(key, computation.get());
            computing = false;
        }
        return type.cast(computed.get(key));
    }

    @Override
    public void parallel(int tasks, IntConsumer task) {
        if (working) {
            throw new IllegalStateException("a task asks for tasks");
        }
        working = true;
        IntStream.range(0, tasks).map(i -> backwards ? tasks - 1 - i : i).forEach(task);
        working = false;
    }
}
