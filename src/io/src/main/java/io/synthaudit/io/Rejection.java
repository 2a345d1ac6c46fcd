package io.synthaudit.io;

import io.synthaudit.core.table.InputException;
import java.util.Locale;

/** Words that the readers of one file share: place first, then what was expected and found, then the remedy. */
record Rejection(String file) {

    /** "row 17", or "the header". */
    static String row(long record) {
        return record == 0 ? "the header" : String.format(Locale.ROOT, "row %,d", record);
    }

    InputException of(String place, String problem, String remedy) {
        return new InputException(file + (place.isEmpty() ? "" : ", " + place) + ": " + problem
                + (remedy.isEmpty() ? "" : "\n  " + remedy));
    }
}
