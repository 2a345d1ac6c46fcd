package io.synthaudit.core.gate;

import java.util.List;

/**
 * What became of one gate.
 *
 * @param gate the gate
 * @param verdict the verdict
 * @param blocking whether the verdict counts for the release: the gate decides, it was judged, and for INCONCLUSIVE and
 *     NOT_EVALUATED the policy blocks on that; false for remarks and for gates that another one stands in for
 * @param observed the number that was judged; NaN when there is none
 * @param bound the adverse one-sided bound at the level that was judged; NaN when there is none
 * @param margin distance from the bound to the limit, positive inside; NaN when there is none
 * @param findings keys of the findings that were judged, worst first
 * @param reason why it is so, a sentence; for INCONCLUSIVE with what would be needed
 */
public record Judgement(
        Gate gate,
        Verdict verdict,
        boolean blocking,
        double observed,
        double bound,
        double margin,
        List<String> findings,
        String reason) {

    public Judgement {
        findings = List.copyOf(findings);
    }
}
