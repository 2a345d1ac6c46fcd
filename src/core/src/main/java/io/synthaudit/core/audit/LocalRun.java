package io.synthaudit.core.audit;

import io.synthaudit.core.analysis.Analysis;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;

/** A run on this machine. Table evaluations and attacks run one after the other, each on all threads. */
final class LocalRun implements Run {

    private static final int MOST_TARGET_LEVELS = 20;

    private final Control control;
    private final Profile profile;
    private final RandomStreams streams;
    private final Workers workers;
    private final double level;
    private final List<Analysis> analyses;
    private final boolean everyTarget;
    private final Map<String, Object> shared = new HashMap<>();

    LocalRun(Control control, Profile profile, RandomStreams streams, Workers workers, double level) {
        this(control, profile, streams, workers, level, List.of(), false);
    }

    LocalRun(
            Control control,
            Profile profile,
            RandomStreams streams,
            Workers workers,
            double level,
            List<Analysis> analyses,
            boolean everyTarget) {
        this.analyses = analyses;
        this.everyTarget = everyTarget;
        this.control = control;
        this.profile = profile;
        this.streams = streams;
        this.workers = workers;
        this.level = level;
    }

    HoldoutFitness.Fitness fitness() {
        return control.fitness();
    }

    @Override
    public Tables tables() {
        return control.tables();
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public Optional<Table> control() {
        return Optional.ofNullable(control.table());
    }

    @Override
    public Reason noControl() {
        return control.reason();
    }

    @Override
    public double level() {
        return level;
    }

    /** The declared targets; else the last boolean or categorical column with 2 to 20 levels. */
    @Override
    public List<Integer> targets() {
        List<Integer> declared = with(Role.TARGET);
        if (!declared.isEmpty()) {
            return declared;
        }
        Schema schema = profile.schema();
        for (int c = schema.size() - 1; c >= 0; c--) {
            Field field = schema.field(c);
            int levels = profile.column(c).levelCounts().length;
            if (field.isContent() && field.kind().isCategory() && levels >= 2 && levels <= MOST_TARGET_LEVELS) {
                return List.of(c);
            }
        }
        return List.of();
    }

    @Override
    public List<Integer> secrets() {
        return with(Role.SENSITIVE);
    }

    @Override
    public List<Integer> quasiIdentifiers() {
        return with(Role.QUASI_IDENTIFIER);
    }

    @Override
    public List<Analysis> analyses() {
        return analyses;
    }

    @Override
    public boolean everyTarget() {
        return everyTarget;
    }

    private List<Integer> with(Role role) {
        return Arrays.stream(profile.schema().with(role)).boxed().toList();
    }

    @Override
    public UniformRandomProvider stream(String name) {
        return streams.stream(name);
    }

    @Override
    public <T> T shared(String key, Class<T> type, Supplier<T> computation) {
        Object value = shared.get(key);
        if (value == null) {
            value = computation.get();
            shared.put(key, value);
        }
        return type.cast(value);
    }

    @Override
    public void parallel(int tasks, IntConsumer task) {
        workers.run(tasks, task);
    }
}
