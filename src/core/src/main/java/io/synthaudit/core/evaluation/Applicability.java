package io.synthaudit.core.evaluation;

/**
 * Whether an evaluation has a meaning for a target.
 *
 * @param reason null when it has; else why not
 */
public record Applicability(Reason reason) {

    public static final Applicability YES = new Applicability(null);

    /** For keys and identifiers, where only new names are right: nothing that training has is asked of them. */
    public static final Applicability NOT_KEYS =
            no("kind", "Its cells name rows or persons, and a release should have new names.");

    public static Applicability no(String code, String text) {
        return new Applicability(new Reason(code, text));
    }

    public boolean applies() {
        return reason == null;
    }
}
