package io.synthaudit.core.evaluation;

/**
 * Whether an evaluation has a meaning for a target.
 *
 * @param reason null when it has; else why not
 */
public record Applicability(Reason reason) {

    public static final Applicability YES = new Applicability(null);

    public static Applicability no(String code, String text) {
        return new Applicability(new Reason(code, text));
    }

    public boolean applies() {
        return reason == null;
    }
}
