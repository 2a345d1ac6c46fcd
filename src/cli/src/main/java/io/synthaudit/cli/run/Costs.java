package io.synthaudit.cli.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Measures what each evaluation and each statistic costs, summed over threads. Work within work counts for the inner alone.
 * What several metrics share, such as resamples, falls to the first that asks for it.
 */
public final class Costs {

    /**
     * What one kind of work cost.
     *
     * @param name evaluation id, or what was counted
     * @param seconds thread seconds
     * @param times how often it was done: targets of an evaluation, tables and samples of a statistic
     */
    public record Cost(String name, double seconds, long times) {}

    private record Sum(LongAdder nanos, LongAdder times) {}

    private static final class Open {
        private final String name;
        private final long begin = System.nanoTime();
        private long inner;

        private Open(String name) {
            this.name = name;
        }
    }

    private final Map<String, Sum> sums = new ConcurrentHashMap<>();
    private final ThreadLocal<Deque<Open>> open = ThreadLocal.withInitial(ArrayDeque::new);

    /** Work begins on this thread, within whatever began there before. */
    public void enters(String work) {
        open.get().push(new Open(work));
    }

    /** The work begun last on this thread ends. */
    public void leaves() {
        Deque<Open> mine = open.get();
        Open done = mine.pop();
        long nanos = System.nanoTime() - done.begin;
        if (!mine.isEmpty()) {
            mine.peek().inner += nanos;
        }
        Sum sum = sums.computeIfAbsent(done.name, name -> new Sum(new LongAdder(), new LongAdder()));
        sum.nanos().add(nanos - done.inner);
        sum.times().increment();
    }

    /** All costs so far, the dearest first. */
    public List<Cost> soFar() {
        List<Cost> costs = new ArrayList<>();
        sums.forEach((name, sum) ->
                costs.add(new Cost(name, sum.nanos().sum() / 1e9, sum.times().sum())));
        costs.sort(Comparator.comparingDouble(Cost::seconds).reversed().thenComparing(Cost::name));
        return costs;
    }
}
