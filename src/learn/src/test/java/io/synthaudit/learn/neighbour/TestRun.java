package io.synthaudit.learn.neighbour;

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

/** A run on one thread, at level .95, whose holdout is always fit. */
final class TestRun implements Run {

    private final Tables tables;
    private final RandomStreams streams;
    private final boolean backwards;
    private final Map<String, Object> computed = new TreeMap<>();
    private boolean computing;

    TestRun(Tables tables, long seed) {
        this(tables, seed, false);
    }

    /** {@code backwards}: tasks are done last first, which no result may depend on. */
    TestRun(Tables tables, long seed, boolean backwards) {
        this.tables = tables;
        this.streams = new RandomStreams(seed);
        this.backwards = backwards;
    }

    static TestRun of(Table training, Table synthetic, Table holdout) {
        return new TestRun(Tables.of(training, synthetic, holdout), 1);
    }

    @Override
    public Tables tables() {
        return tables;
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
    public List<Integer> secrets() {
        return List.of();
    }

    @Override
    public List<Integer> quasiIdentifiers() {
        return List.of();
    }

    @Override
    public UniformRandomProvider stream(String name) {
        return streams.stream(name);
    }

    @Override
    public <T> T shared(String key, Class<T> type, Supplier<T> computation) {
        if (computing) {
            throw new IllegalStateException("a shared computation waits for another");
        }
        if (!computed.containsKey(key)) {
            computing = true;
            computed.put(key, computation.get());
            computing = false;
        }
        return type.cast(computed.get(key));
    }

    @Override
    public void parallel(int tasks, IntConsumer task) {
        IntStream.range(0, tasks).map(i -> backwards ? tasks - 1 - i : i).forEach(task);
    }
}
