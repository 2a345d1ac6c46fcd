package io.synthaudit.core.gate;

import java.util.List;

/** One gate before its judge: either settled without looking at numbers, or parts that are to be weighed. */
final class Hearing {

    final Gate gate;

    /** What was settled without numbers, or null. */
    final Judgement settled;

    /** What is weighed: one part per finding, or the mean of all. */
    final List<Part> parts;

    /** Keys of all findings that went into a single mean part; empty otherwise. */
    final List<String> meanOf;

    /** Per part whether it lies outside beyond doubt among everything tested in its family. */
    final boolean[] rejected;

    /** How many parts were tested together with these. */
    int tested;

    private Hearing(Gate gate, Judgement settled, List<Part> parts, List<String> meanOf) {
        this.gate = gate;
        this.settled = settled;
        this.parts = List.copyOf(parts);
        this.meanOf = List.copyOf(meanOf);
        this.rejected = new boolean[parts.size()];
    }

    static Hearing settled(Judgement judgement) {
        return new Hearing(judgement.gate(), judgement, List.of(), List.of());
    }

    static Hearing of(Gate gate, List<Part> parts) {
        if (gate.scope().aggregate() != GateScope.Aggregate.MEAN) {
            return new Hearing(gate, null, parts, List.of());
        }
        List<String> keys =
                parts.stream().map(Part::key).filter(k -> !k.isEmpty()).toList();
        return new Hearing(gate, null, List.of(mean(parts)), keys);
    }

    /** Together the parts have a mean only if each was measured, and a bound only if each has one. */
    private static Part mean(List<Part> parts) {
        for (Part part : parts) {
            if (part.missing() != null) {
                return part;
            }
        }
        Evidence evidence = Evidence.mean(parts.stream().map(Part::evidence).toList());
        String noInterval = parts.stream()
                .map(Part::noInterval)
                .filter(n -> n != null)
                .findFirst()
                .orElse(null);
        double fresh = parts.stream().mapToDouble(Part::fresh).average().orElse(Double.NaN);
        long rows = parts.stream().mapToLong(Part::matchedRows).min().orElse(0);
        return new Part("", "", evidence, noInterval, fresh, rows, null, false);
    }

    /** Whether it takes part in the tests of its family. */
    boolean isWeighed() {
        return settled == null && gate.severity() != Severity.INFO;
    }
}
