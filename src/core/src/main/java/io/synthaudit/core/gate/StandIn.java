package io.synthaudit.core.gate;

import io.synthaudit.core.evaluation.Description;
import java.util.List;
import java.util.Optional;

/**
 * Gates that stand in for each other by the size of the holdout alone. The choice is fixed in the policy before anything is
 * measured, so that nobody picks the gate that a release passes.
 */
final class StandIn {

    private StandIn() {}

    /** The first gate on the same evaluation, of no lesser weight, that applies where this one does not. */
    static Optional<Gate> of(Policy policy, Gate gate, List<Description> catalog, long holdoutRows) {
        List<String> evaluations = evaluations(gate, catalog);
        return policy.gates().stream()
                .filter(other -> other.severity().compareTo(gate.severity()) <= 0)
                .filter(other -> other.appliesTo(holdoutRows))
                .filter(other -> evaluations(other, catalog).stream().anyMatch(evaluations::contains))
                .findFirst();
    }

    private static List<String> evaluations(Gate gate, List<Description> catalog) {
        return NamedMeasure.find(gate.measure(), catalog).stream()
                .map(m -> m.description().id())
                .toList();
    }

    /** Why the gate is not judged, and what is judged in its place. */
    static String reason(Policy policy, Gate gate, List<Description> catalog, long holdoutRows) {
        String rows = holdoutRows < gate.minHoldoutRows()
                ? "from " + Figures.count(gate.minHoldoutRows())
                : "below " + Figures.count(gate.belowHoldoutRows());
        return "Not judged: it applies " + rows + " holdout rows, and there are " + Figures.count(holdoutRows) + "; "
                + of(policy, gate, catalog, holdoutRows).map(Gate::id).orElse("no other gate") + " stands in.";
    }
}
