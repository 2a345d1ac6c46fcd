package io.synthaudit.metrics.utility;

import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.table.CodeColumn;
import java.util.List;

/**
 * The level of a category that is the event.
 *
 * @param code its code
 * @param unfit why there is none; else null
 */
record EventLevel(int code, Reason unfit) {

    /**
     * The level that is named, or of two the second in declared order, else by code point.
     *
     * @param label the level's label; empty for the second of two
     */
    static EventLevel of(CodeColumn training, String label) {
        int known = training.dictionary().known();
        if (!label.isEmpty()) {
            for (int code = 0; code < known; code++) {
                if (training.dictionary().label(code).equals(label)) {
                    return new EventLevel(code, null);
                }
            }
            return none("No training row has the level that is declared as the event.");
        }
        if (known != 2) {
            return none("The outcome has not two levels in training: name the event with event-level.");
        }
        List<String> declared = training.field().domain().categories();
        int zero = declared.indexOf(training.dictionary().label(0));
        int one = declared.indexOf(training.dictionary().label(1));
        return new EventLevel(zero >= 0 && one >= 0 && zero > one ? 0 : 1, null);
    }

    private static EventLevel none(String why) {
        return new EventLevel(-1, new Reason("event-level", why));
    }
}
