package io.synthaudit.core.gate;

import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Measure;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** What a policy asks of a measure before anything is measured. */
public final class Limits {

    private Limits() {}

    /**
     * The smallest upper limit on the excess of a measure: bins are coarsened until two fresh samples are expected to lie
     * within it. Gates that decide come first; remarks are asked only where no gate decides, infos never.
     *
     * @param policy the policy
     * @param description the evaluation
     * @param measure one of its measures
     * @return the limit, or empty when no gate limits this excess from above
     */
    public static OptionalDouble excessLimit(Policy policy, Description description, Measure measure) {
        OptionalDouble deciding = smallest(policy, description, measure, Severity::decides);
        return deciding.isPresent() ? deciding : smallest(policy, description, measure, s -> s == Severity.MINOR);
    }

    private static OptionalDouble smallest(
            Policy policy, Description description, Measure measure, Predicate<Severity> severity) {
        NamedMeasure asked = new NamedMeasure(description, measure);
        return policy.gates().stream()
                .filter(g -> g.of() == Gate.Of.EXCESS && g.limit().hasMax() && severity.test(g.severity()))
                .filter(g -> NamedMeasure.find(g.measure(), List.of(description)).stream()
                        .anyMatch(m -> m.name().equals(asked.name())))
                .mapToDouble(g -> g.limit().max())
                .min();
    }
}
