package io.synthaudit.metrics.validity;

import io.synthaudit.core.evaluation.Applicability;
import io.synthaudit.core.table.Field;

/** Which columns are looked at as text. */
final class Textual {

    private static final Applicability NUMBERS = Applicability.no(
            "kind",
            "Its cells are read as numbers, and how they were written is lost in that; declare the kind id or text to have"
                    + " it compared.");

    private static final Applicability OTHER =
            Applicability.no("kind", "The column holds neither texts nor ids nor keys.");

    private Textual() {}

    static Applicability of(Field field) {
        return field.isTextual() ? Applicability.YES : field.kind().isNumber() ? NUMBERS : OTHER;
    }
}
