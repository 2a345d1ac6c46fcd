package io.synthaudit.attacks.inference;

import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A run on given tables, level 0.95, with tasks done in parallel or, to see that it changes nothing, one after the other in
 * the opposite order.
 */
record FixedRun(Tables tables, List<Integer> quasiIdentifiers, List<Integer> secrets, long seed, boolean parallel)
        implements Run {

    static FixedRun of(Tables tables) {
        return new FixedRun(tables, List.of(), List.of(), 1, true);
    }

    FixedRun knowing(Integer... columns) {
        return new FixedRun(tables, List.of(columns), secrets, seed, parallel);
    }

    FixedRun after(Integer... columns) {
        return new FixedRun(tables, quasiIdentifiers, List.of(columns), seed, parallel);
    }

    FixedRun seed(long other) {
        return new FixedRun(tables, quasiIdentifiers, secrets, other, parallel);
    }

    FixedRun backwards() {
        return new FixedRun(tables, quasiIdentifiers, secrets, seed, false);
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
    public List<Integer> targets() {
        return List.of();
    }

    @Override
    public UniformRandomProvider stream(String name) {
        return new RandomStreams(seed).stream(name);
    }

    @Override
    public <T> T shared(String key, Class<T> type, Supplier<T> computation) {
        return computation.get();
    }

    @Override
    public void parallel(int tasks, IntConsumer task) {
        if (parallel) {
            IntStream.range(0, tasks).parallel().forEach(task);
        } else {
            IntStream.range(0, tasks).map(i -> tasks - 1 - i).forEach(task);
        }
    }
}
