package io.synthaudit.metrics.utility;

import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** A run on given tables and targets, seed 1, level 0.95, on one thread. */
record FixedRun(Tables tables, List<Integer> targets, Map<String, Object> cache) implements Run {

    static FixedRun of(Tables tables, Integer... targets) {
        return new FixedRun(tables, List.of(targets), new HashMap<>());
    }

    @Override
    public Profile profile() {
        return Profile.of(tables.training());
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
    public List<Integer> secrets() {
        return List.of();
    }

    @Override
    public List<Integer> quasiIdentifiers() {
        return List.of();
    }

    @Override
    public UniformRandomProvider stream(String name) {
        return new RandomStreams(1).stream(name);
    }

    @Override
    public <T> T shared(String key, Class<T> type, Supplier<T> computation) {
        if (!cache.containsKey(key)) {
            cache.put(key, computation.get());
        }
        return type.cast(cache.get(key));
    }

    @Override
    public void parallel(int tasks, IntConsumer task) {
        IntStream.range(0, tasks).forEach(task);
    }
}
