package io.synthaudit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Checks values at growing damage: none gets better by more than chance, and somewhere the damage shows. */
public final class Ladder {

    /** Shares of rows that are damaged, from none to all. */
    public static final List<Double> SHARES = List.of(0.0, 0.1, 0.2, 0.5, 1.0);

    /** Standard deviations of a value that chance is granted; a value after damage has its own chance too. */
    private static final double SIGMAS = 4;

    private Ladder() {}

    /**
     * Checks all measures of an evaluation.
     *
     * @param description the evaluation
     * @param steps values by target and measure at the shares of {@link #SHARES}
     * @param fresh values of fresh real tables, which tell what chance does
     * @param isDescriptive whether a measure is left out
     * @param <T> targets
     */
    public static <T> void check(
            Description description,
            List<Map<T, Map<String, Double>>> steps,
            List<Map<T, Map<String, Double>>> fresh,
            Predicate<Measure> isDescriptive) {
        // The table without damage is a fresh one too.
        List<Map<T, Map<String, Double>>> undamaged = new ArrayList<>(fresh);
        undamaged.add(steps.get(0));
        for (Measure measure : description.measures()) {
            if (isDescriptive.test(measure)) {
                continue;
            }
            boolean shows = false;
            for (T target : steps.get(0).keySet()) {
                double chance = SIGMAS * deviation(measure, undamaged, target) + 1e-9;
                double worst = badness(measure, steps.get(0), target);
                double first = worst;
                for (int i = 1; i < steps.size(); i++) {
                    double now = badness(measure, steps.get(i), target);
                    assertThat(now)
                            .as("%s at %s, share %s damaged", measure.id(), target, SHARES.get(i))
                            .isGreaterThanOrEqualTo(worst - chance);
                    worst = Math.max(worst, now);
                }
                shows |= worst > first + chance;
            }
            assertThat(shows).as("damage shows in " + measure.id()).isTrue();
        }
    }

    /** Standard deviation of a measure over fresh tables. */
    private static <T> double deviation(Measure measure, List<Map<T, Map<String, Double>>> fresh, T target) {
        double[] values = fresh.stream()
                .map(v -> v.getOrDefault(target, Map.of()).get(measure.id()))
                .filter(Objects::nonNull)
                .mapToDouble(v -> v)
                .toArray();
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / Math.max(1, values.length - 1));
    }

    /** 0 when perfect; NaN, which is no number to compare, becomes 0 too. */
    private static <T> double badness(Measure measure, Map<T, Map<String, Double>> values, T target) {
        Double value = values.getOrDefault(target, Map.of()).get(measure.id());
        if (value == null) {
            return 0;
        }
        return measure.direction() == Direction.HIGHER ? 1 - value : Math.abs(value);
    }
}
