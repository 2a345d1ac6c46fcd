package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Reason;

/**
 * How many findings of one evaluation met the same end and were let go, because a report has no room for each.
 *
 * @param evaluation evaluation id
 * @param fate what became of them
 * @param reason why there are no numbers; null where they were measured or held back
 * @param count how many
 */
public record Dropped(String evaluation, Fate fate, Reason reason, int count) {

    /** What became of a finding. */
    public enum Fate {
        MEASURED,
        SUPPRESSED,
        NOT_APPLICABLE,
        FAILED;

        /** What became of this finding. */
        public static Fate of(Finding finding) {
            return finding.fold(m -> m.restsOnFew() ? SUPPRESSED : MEASURED, n -> NOT_APPLICABLE, f -> FAILED);
        }
    }

    /** Why a finding has no number, or null. */
    static Reason reason(Finding finding) {
        return finding.fold(m -> null, Finding.NotApplicable::reason, Finding.Failed::reason);
    }
}
