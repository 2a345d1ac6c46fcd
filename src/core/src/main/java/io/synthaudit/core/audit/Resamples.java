package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Compares;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.random.Poisson;
import io.synthaudit.core.statistic.Resampled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Resamples of one statistic at one target, which all measures that read it share: drawing costs more than comparing. They come
 * from a stream named by target, statistic and purpose, so that a measure gets the same ones whichever others are asked for,
 * and whether they were kept or are drawn again.
 *
 * @param <S> the state
 */
final class Resamples<S extends Resampled<S>> {

    /** Larger states are drawn again by each measure: 3,400 resamples of this size take 28 MB. */
    private static final int MOST_NUMBERS = 1_024;

    private final Function<String, Poisson> streams;
    private final Map<String, List<S>> kept = new HashMap<>();
    private final Map<Compares<S>, Map<String, List<List<Measured>>>> compared = new IdentityHashMap<>();

    /** @param streams gives the stream of a purpose, from its start each time */
    Resamples(Function<String, Poisson> streams) {
        this.streams = streams;
    }

    /** The draws for one purpose, from the first on; each reader asks for the same ones in the same order. */
    Draws draws(String purpose) {
        List<S> before = kept.get(purpose);
        return before == null ? new Draws(purpose, streams.apply(purpose), null) : new Draws(purpose, null, before);
    }

    /**
     * What a metric makes of the draws for one purpose, compared once for all of its measures.
     *
     * @param metric the metric
     * @param purpose the purpose
     * @param comparisons goes through the draws and gives the metric's values, one list per comparison
     */
    List<List<Measured>> compared(Compares<S> metric, String purpose, Supplier<List<List<Measured>>> comparisons) {
        Map<String, List<List<Measured>>> ofMetric = compared.computeIfAbsent(metric, m -> new HashMap<>());
        List<List<Measured>> values = ofMetric.get(purpose);
        if (values == null) {
            values = comparisons.get();
            ofMetric.put(purpose, values);
        }
        return values;
    }

    /** One reader's way through the draws. */
    final class Draws {

        private final String purpose;
        private final Poisson poisson;
        private final List<S> before;
        private final List<S> drawn = new ArrayList<>();
        private boolean isSmall = true;
        private int at;

        private Draws(String purpose, Poisson poisson, List<S> before) {
            this.purpose = purpose;
            this.poisson = poisson;
            this.before = before;
        }

        /** The next draw. */
        S next(Function<Poisson, S> draw) {
            if (before != null) {
                return before.get(at++);
            }
            S state = draw.apply(poisson);
            isSmall &= state.numbers() <= MOST_NUMBERS;
            if (isSmall) {
                drawn.add(state);
            }
            return state;
        }

        /** Says that this reader has all draws of the purpose. */
        void end() {
            if (before == null && isSmall) {
                kept.put(purpose, drawn);
            }
        }
    }
}
