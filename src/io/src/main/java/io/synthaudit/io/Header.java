package io.synthaudit.io;

import io.synthaudit.core.table.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * Checks the first line. A table without header has its first row there, so no message of this class shows a name.
 */
final class Header {

    /** A name stands in a report once per finding and sentence, hundreds of times. */
    static final int LONGEST_NAME = 1_000;

    private Header() {}

    static List<String> names(CSVRecord first, Rejection rejection) {
        List<String> names = new ArrayList<>();
        first.forEach(names::add);
        if (names.stream().allMatch(String::isEmpty)) {
            throw rejection.of("the header", "expected the names of the columns, found an empty line.", "");
        }
        if (looksLikeData(names)) {
            throw rejection.of(
                    "the header",
                    "expected the names of the columns, found only numbers.",
                    "The first line must name the columns.");
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                throw rejection.of(
                        "the header",
                        String.format(Locale.ROOT, "expected a name for column %,d, found an empty one.", i + 1),
                        "Each column needs a name of its own.");
            }
            if (names.get(i).length() > LONGEST_NAME) {
                throw rejection.of(
                        "the header",
                        String.format(
                                Locale.ROOT,
                                "expected at most 1,000 characters in the name of column %,d, found more.",
                                i + 1),
                        "Shorten the name, or check --delimiter.");
            }
            Integer before = seen.putIfAbsent(names.get(i), i);
            if (before != null) {
                throw rejection.of(
                        "the header",
                        String.format(
                                Locale.ROOT,
                                "expected a name of its own for each column, found the same for columns %,d and %,d.",
                                before + 1,
                                i + 1),
                        "Rename one of them, or add the header if the first line is a row.");
            }
        }
        return names;
    }

    /** Only numbers, but not the running numbers 0, 1, 2 ... or 1, 2, 3 ... that some tools give as names. */
    private static boolean looksLikeData(List<String> names) {
        boolean running = true;
        double first = Numbers.parse(names.get(0));
        for (int i = 0; i < names.size(); i++) {
            double value = Numbers.parse(names.get(i));
            if (Double.isNaN(value)) {
                return false;
            }
            running &= value == first + i;
        }
        return !running || (first != 0 && first != 1);
    }
}
