package io.synthaudit.core.gate;

import io.synthaudit.core.audit.Sizes;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.report.ReportProvenance.GateOutlook;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which gates of a policy can pass at given sizes, known before anything is measured.
 *
 * <p>The rows needed are those at which a table without any fault passes with a power of 80 %, by closed forms
 * ({@link Needs}). They are for planning; the verdict itself uses the exact bounds. A gate that does not apply at these sizes
 * because another one stands in is listed as one that can pass: it does not stand in the way.
 */
public final class Outlooks {

    private Outlooks() {}

    /**
     * The outlook of every gate.
     *
     * @param policy the gates
     * @param catalog all evaluations
     * @param sizes rows of the tables, none of training and synthetic below 1
     * @return one outlook per gate, in the policy's order
     */
    public static List<GateOutlook> of(Policy policy, List<Description> catalog, Sizes sizes) {
        return policy.gates().stream()
                .map(gate -> outlook(policy, gate, catalog, sizes))
                .toList();
    }

    private static GateOutlook outlook(Policy policy, Gate gate, List<Description> catalog, Sizes sizes) {
        List<NamedMeasure> measures = NamedMeasure.find(gate.measure(), catalog);
        if (measures.isEmpty()) {
            return new GateOutlook(gate.id(), false, "The catalogue has no measure \"" + gate.measure() + "\".");
        }
        if (!gate.appliesTo(sizes.holdout())) {
            boolean standIn = StandIn.of(policy, gate, catalog, sizes.holdout()).isPresent();
            return new GateOutlook(gate.id(), standIn, StandIn.reason(policy, gate, catalog, sizes.holdout()));
        }
        List<Needs.Need> needs = measures.stream()
                .flatMap(m -> Needs.of(gate, m, sizes, policy.confidence()).stream())
                .toList();
        List<Needs.Need> unmet = needs.stream().filter(n -> !n.isMet()).toList();
        if (!unmet.isEmpty()) {
            return new GateOutlook(gate.id(), false, "Cannot pass at these sizes: needs " + sentence(unmet));
        }
        if (gate.of() == Gate.Of.POINT) {
            return new GateOutlook(gate.id(), true, "Can pass at any size: the number is judged without its doubt.");
        }
        return needs.isEmpty()
                ? new GateOutlook(gate.id(), true, "Not known beforehand: it has no closed form.")
                : new GateOutlook(gate.id(), true, "Can pass: needs " + sentence(needs));
    }

    private static String sentence(List<Needs.Need> needs) {
        return needs.stream().map(Needs.Need::text).distinct().collect(Collectors.joining("; ")) + ".";
    }
}
