package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Finding.Measurement;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Subject;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The findings of one measure about pairs, sets or columns within subgroups: all of them while they are few; else the worst,
 * those that were asked for, and the numbers of all others for the quantiles.
 */
final class Crowd {

    static final int WORST = 100;
    static final double[] QUANTILES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    private final Target.Kind many;
    private final Set<String> wanted;
    private final Map<String, Finding> asked = new TreeMap<>();
    private final Map<String, Dropped> fates = new TreeMap<>();
    private final Top worst = new Top(m -> m.estimate().value());
    private final Top excess = new Top(m -> m.excess().value());
    private final Numbers values = new Numbers();
    private final Numbers excesses = new Numbers();
    private List<Finding> all = new ArrayList<>();
    private Measurement first;
    private long referenceRows = Long.MAX_VALUE;
    private long candidateRows = Long.MAX_VALUE;

    /**
     * @param many what the targets are called when taken together
     * @param wanted keys that are kept in any case
     */
    Crowd(Target.Kind many, Set<String> wanted) {
        this.many = many;
        this.wanted = wanted;
    }

    void add(Finding finding) {
        if (all != null) {
            all.add(finding);
            if (all.size() > FindingBudget.ALL) {
                List<Finding> before = all;
                all = null;
                before.forEach(this::reduce);
            }
        } else {
            reduce(finding);
        }
    }

    private void reduce(Finding finding) {
        count(finding, 1);
        if (!wanted.isEmpty()) {
            String key = finding.subject().key();
            if (wanted.contains(key)) {
                asked.put(key, finding);
            }
        }
        if (finding instanceof Measurement m && !m.restsOnFew()) {
            first = first == null ? m : first;
            referenceRows = Math.min(referenceRows, m.referenceRows());
            candidateRows = Math.min(candidateRows, m.candidateRows());
            values.add(m.estimate().value());
            worst.add(m);
            if (m.excess() != null) {
                excesses.add(m.excess().value());
                excess.add(m);
            }
        }
    }

    private void count(Finding finding, int by) {
        Dropped.Fate fate = Dropped.Fate.of(finding);
        Reason reason = Dropped.reason(finding);
        String key = fate + (reason == null ? "" : " " + reason.code());
        String evaluation = finding.subject().description().id();
        fates.merge(key, new Dropped(evaluation, fate, reason, by), Crowd::and);
    }

    /** Of two texts for one code the first in the alphabet stays, so that the order of tasks makes no difference. */
    private static Dropped and(Dropped a, Dropped b) {
        Reason reason =
                a.reason() == null || a.reason().text().compareTo(b.reason().text()) <= 0 ? a.reason() : b.reason();
        return new Dropped(a.evaluation(), a.fate(), reason, a.count() + b.count());
    }

    /** What stays, and the quantiles over all if anything goes. */
    List<Finding> kept() {
        if (all != null) {
            return all;
        }
        List<Finding> kept = new ArrayList<>(single().values());
        if (first != null) {
            for (double q : QUANTILES) {
                kept.add(quantile(q));
            }
        }
        return kept;
    }

    /** What went, counted. */
    List<Dropped> dropped() {
        if (all != null) {
            return List.of();
        }
        Map<String, Dropped> before = new TreeMap<>(fates);
        single().values().forEach(f -> count(f, -1));
        List<Dropped> gone = fates.values().stream().filter(d -> d.count() > 0).toList();
        fates.clear();
        fates.putAll(before);
        return gone;
    }

    private Map<String, Finding> single() {
        Map<String, Finding> single = new LinkedHashMap<>(asked);
        worst.heap.forEach(m -> single.put(m.subject().key(), m));
        excess.heap.forEach(m -> single.put(m.subject().key(), m));
        return single;
    }

    private Measurement quantile(double q) {
        Subject subject = new Subject(
                first.subject().description(),
                first.subject().measure(),
                "",
                Map.of("quantile", Double.toString(q)),
                new Target(many, List.of(), List.of(), null));
        String none = "A quantile over " + many.word() + " has no interval of its own: they share columns.";
        return new Measurement(
                subject,
                Estimate.point(values.at(q), none),
                null,
                null,
                excesses.size == 0 ? null : Estimate.point(excesses.at(q), none),
                0,
                Double.NaN,
                0,
                referenceRows,
                candidateRows,
                "Taken over " + String.format(Locale.ROOT, "%,d", values.size) + " " + many.word() + ".",
                null);
    }

    /** The 100 worst by one number; ties by key. */
    private static final class Top {

        private final ToDoubleFunction<Measurement> number;
        private final PriorityQueue<Measurement> heap;

        private Top(ToDoubleFunction<Measurement> number) {
            this.number = number;
            Comparator<Measurement> leastFirst = Comparator.comparingDouble(this::badness);
            this.heap = new PriorityQueue<>(
                    leastFirst.thenComparing(m -> m.subject().key(), Comparator.reverseOrder()));
        }

        private double badness(Measurement m) {
            return m.subject().measure().direction().badness(number.applyAsDouble(m));
        }

        private void add(Measurement m) {
            heap.add(m);
            if (heap.size() > WORST) {
                heap.poll();
            }
        }
    }

    /** Numbers in any order. */
    private static final class Numbers {

        private double[] numbers = new double[FindingBudget.ALL + 1];
        private int size;

        private void add(double number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = number;
        }

        /** The smallest number that at least a share q does not exceed. */
        private double at(double q) {
            Arrays.sort(numbers, 0, size);
            return numbers[Math.max(0, (int) Math.ceil(q * size) - 1)];
        }
    }
}
