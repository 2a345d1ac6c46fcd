package io.synthaudit.core.table;

import java.util.ArrayList;
import java.util.List;

/** What a person should look at before an inferred schema is relied upon. Nothing here decides anything. */
final class Guesses {

    private static final int FEWEST_CLASSES = 2;
    private static final int MOST_CLASSES = 20;

    private Guesses() {}

    /** Position of the last boolean or categorical column with 2 to 20 levels, or -1. */
    static int target(List<Kind> kinds, List<Evidence> evidence) {
        for (int i = kinds.size() - 1; i >= 0; i--) {
            int levels = evidence.get(i).levels();
            boolean classes = kinds.get(i) == Kind.BOOLEAN || kinds.get(i) == Kind.CATEGORICAL;
            if (classes && levels >= FEWEST_CLASSES && levels <= MOST_CLASSES) {
                return i;
            }
        }
        return -1;
    }

    /** The notes of one column, joined by semicolons; empty when there is nothing to look at. */
    static String review(String name, Kind kind, Evidence seen, boolean target) {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < seen.missing().size(); i++) {
            notes.add("\"" + seen.missing().get(i) + "\" is read as missing in "
                    + Evidence.count(seen.missingCounts()[i]) + " cells");
        }
        if (kind == Kind.ID) {
            notes.add("guessed id: left out of distances, pairs and models");
        }
        ColumnName words = new ColumnName(name);
        if (words.isPerson() || (words.isKey() && PersonId.isShaped(kind, seen.levels(), seen.present()))) {
            notes.add("guessed person id: declare the role entity-key if a person may own several rows");
        } else if (words.isDirectIdentifier()) {
            notes.add("guessed role direct-identifier, by its name");
        } else if (words.isQuasiIdentifier()) {
            notes.add("guessed role quasi-identifier, by its name");
        }
        if (words.isSensitive()) {
            notes.add("guessed role sensitive, by its name");
        }
        if (target) {
            notes.add("guessed role target: the last column of 2 to 20 levels");
        }
        return String.join("; ", notes);
    }
}
