package io.synthaudit.core.gate;

import java.util.List;

/**
 * What a release must satisfy.
 *
 * @param id name
 * @param title what it is for, one line; may be empty
 * @param confidence one-sided confidence of every bound that is judged
 * @param onInconclusive what an undecided gate does, per severity blocker and the rest
 * @param onError what a failed evaluation does
 * @param onNotEvaluated what a gate without a number does
 * @param gates the criteria in file order
 */
public record Policy(
        String id,
        String title,
        double confidence,
        Reaction onInconclusive,
        Reaction onError,
        Reaction onNotEvaluated,
        List<Gate> gates) {

    /** Whether something blocks the release or is only remarked. */
    public enum Reaction {
        /** Blocks for every gate that decides. */
        BLOCK,
        /** Blocks for blockers, a remark for the others. */
        BLOCK_BLOCKERS,
        /** A remark for every gate. */
        WARN;

        /** Whether a gate of that severity blocks the release. */
        public boolean blocks(Severity severity) {
            return this == BLOCK && severity.decides() || this == BLOCK_BLOCKERS && severity == Severity.BLOCKER;
        }
    }

    public Policy {
        gates = List.copyOf(gates);
    }
}
