package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What follows once an evaluation has found that the holdout is no control: swapped with training, or seen by the
 * generator. A release then lies nearer to the holdout, so that every difference from it flatters the release: no finding
 * about privacy or utility keeps its number, whichever of them noticed. One fit holdout in a thousand is taken for one.
 */
final class InvalidHoldout {

    /** Reason code of the finding that notices. */
    static final String CODE = "invalid-holdout";

    private static final Set<String> FAMILIES = Set.of("privacy", "utility");

    private InvalidHoldout() {}

    /** Whether findings about the subject may lose their numbers. */
    static boolean concerns(Subject subject) {
        return FAMILIES.contains(subject.description().family());
    }

    /** The findings, without the numbers that rest on a holdout that is none. */
    static List<Finding> applied(List<Finding> findings) {
        Optional<Reason> invalid = findings.stream()
                .map(f -> f.<Reason>fold(m -> null, Finding.NotApplicable::reason, failed -> null))
                .filter(reason -> reason != null && reason.code().equals(CODE))
                .findFirst();
        if (invalid.isEmpty()) {
            return findings;
        }
        return findings.stream()
                .map(f -> f.<Finding>fold(
                        m -> concerns(m.subject()) ? new Finding.NotApplicable(m.subject(), invalid.get()) : m,
                        n -> n,
                        failed -> failed))
                .toList();
    }
}
