package io.synthaudit.core.report;

import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Finding.Measurement;
import io.synthaudit.core.evaluation.Subject;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Keeps a report readable when a table has many columns. Up to 1,000 findings about pairs a measure keeps all; beyond
 * that the 100 worst, the 100 with the largest excess, what a gate named, and quantiles over all.
 */
final class PairBudget {

    static final int ALL = 1_000;
    static final int WORST = 100;
    static final double[] QUANTILES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};
    private static final String NO_INTERVAL = "A quantile over pairs that share columns has no interval of its own.";

    private final List<Finding> kept = new ArrayList<>();
    private final Map<String, Integer> droppedByMeasure = new TreeMap<>();

    /**
     * @param findings all findings
     * @param judged keys that gates name first; they are kept in any case
     */
    PairBudget(List<Finding> findings, Set<String> judged) {
        Map<String, List<Finding>> pairs = new TreeMap<>();
        for (Finding finding : findings) {
            if (finding.subject().target().kind() == Target.Kind.PAIR) {
                pairs.computeIfAbsent(finding.subject().fullMeasure(), m -> new ArrayList<>())
                        .add(finding);
            } else {
                kept.add(finding);
            }
        }
        pairs.forEach((measure, all) -> {
            if (all.size() <= ALL) {
                kept.addAll(all);
            } else {
                reduce(measure, all, judged);
            }
        });
    }

    /** What enters the report, in no special order. */
    List<Finding> kept() {
        return kept;
    }

    /** Per measure how many findings about pairs are left out. */
    Map<String, Integer> dropped() {
        return droppedByMeasure;
    }

    private void reduce(String measure, List<Finding> all, Set<String> judged) {
        List<Measurement> measured = new ArrayList<>();
        for (Finding finding : all) {
            if (finding instanceof Measurement m && m.referenceRows() >= Withheld.FEWEST_ROWS) {
                measured.add(m);
            }
        }
        Direction direction = all.get(0).subject().measure().direction();
        List<Measurement> withExcess =
                measured.stream().filter(m -> m.excess() != null).toList();
        Set<String> keys = new HashSet<>(judged);
        worst(measured, m -> badness(direction, m.estimate().value()), keys);
        worst(withExcess, m -> badness(direction, m.excess().value()), keys);
        int before = kept.size();
        all.stream().filter(f -> keys.contains(f.subject().key())).forEach(kept::add);
        droppedByMeasure.put(measure, all.size() - (kept.size() - before));
        if (!measured.isEmpty()) {
            for (double q : QUANTILES) {
                kept.add(quantile(q, measured, withExcess));
            }
        }
    }

    private static void worst(List<Measurement> from, ToDoubleFunction<Measurement> badness, Set<String> keys) {
        from.stream()
                .sorted(Comparator.comparingDouble(badness)
                        .reversed()
                        .thenComparing(m -> m.subject().key()))
                .limit(WORST)
                .forEach(m -> keys.add(m.subject().key()));
    }

    /** The larger, the worse. */
    static double badness(Direction direction, double value) {
        return switch (direction) {
            case HIGHER -> -value;
            case ZERO -> Math.abs(value);
            case LOWER, NONE -> value;
        };
    }

    private static Measurement quantile(double q, List<Measurement> all, List<Measurement> withExcess) {
        Subject first = all.get(0).subject();
        Subject subject = new Subject(
                first.description(),
                first.measure(),
                "",
                Map.of("quantile", Double.toString(q)),
                new Target(Target.Kind.PAIRS, List.of(), List.of(), null));
        return new Measurement(
                subject,
                Estimate.point(at(q, all, m -> m.estimate().value()), NO_INTERVAL),
                null,
                null,
                withExcess.isEmpty()
                        ? null
                        : Estimate.point(at(q, withExcess, m -> m.excess().value()), NO_INTERVAL),
                0,
                Double.NaN,
                0,
                all.stream().mapToLong(Measurement::referenceRows).min().orElse(0),
                all.stream().mapToLong(Measurement::candidateRows).min().orElse(0),
                "Taken over " + Words.count(all.size()) + " pairs of columns.",
                null);
    }

    /** The smallest number that at least a share q does not exceed. */
    private static double at(double q, List<Measurement> of, ToDoubleFunction<Measurement> number) {
        double[] sorted = of.stream().mapToDouble(number).sorted().toArray();
        return sorted[Math.max(0, (int) Math.ceil(q * sorted.length) - 1)];
    }
}
