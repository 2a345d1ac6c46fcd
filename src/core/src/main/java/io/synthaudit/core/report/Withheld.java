package io.synthaudit.core.report;

import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Tables;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The labels that no report may show: those of fewer than 11 training rows, or persons where an entity key
 * tells them, that the schema's domain does not declare.
 * A level that only the synthetic table has is among them, since a generator may have memorised it.
 *
 * <p>The same text may be a rare cell of one column and a frequent one of another: then it is withheld everywhere, but
 * a chart of the other column, which asks by column, still shows it.
 */
final class Withheld {

    /** Fewest training rows, or persons, behind anything that a report shows. */
    static final int FEWEST_ROWS = Finding.Measurement.FEWEST_ROWS;

    /** Longer labels are looked for by their first characters. */
    private static final int PREFIX = 64;

    private static final int SHORTEST_SEARCHED = 6;
    static final String MARK = "[withheld]";

    private final Set<String> labels = new HashSet<>();
    private final Set<String> searched = new HashSet<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();

    Withheld(Tables tables) {
        Set<String> names = new HashSet<>();
        tables.schema().fields().forEach(f -> names.add(f.name()));
        for (Column column : tables.training().columns()) {
            if (column instanceof CodeColumn levels) {
                addAll(levels, names, tables.trainingEntity().orElse(null));
            }
        }
    }

    private void addAll(CodeColumn column, Set<String> names, int[] person) {
        long[] bearers = bearers(column, person);
        Set<String> declared = new HashSet<>(column.field().domain().categories());
        for (int code = 0; code < bearers.length; code++) {
            String label = column.dictionary().label(code);
            if (bearers[code] < FEWEST_ROWS && !declared.contains(label)) {
                labels.add(label);
                if (isTelling(label) && !names.contains(label)) {
                    String start = label.substring(0, Math.min(PREFIX, label.length()));
                    searched.add(start);
                    lengths.add(start.length());
                }
            }
        }
    }

    /** How many rows, or persons where these are known, bear each label. */
    private static long[] bearers(CodeColumn column, int[] person) {
        int labels = column.dictionary().size();
        if (person != null) {
            return Arrays.stream(Owners.perBin(column.codes(), labels, person))
                    .mapToLong(Owners::count)
                    .toArray();
        }
        long[] rows = new long[labels];
        for (int code : column.codes()) {
            if (code >= 0) {
                rows[code]++;
            }
        }
        return rows;
    }

    /** Whether finding the label inside a sentence means something: a short or plain word is there by itself. */
    private static boolean isTelling(String label) {
        return label.length() >= SHORTEST_SEARCHED
                && (label.length() >= 2 * SHORTEST_SEARCHED || label.chars().anyMatch(c -> !Character.isLowerCase(c)));
    }

    /** Whether the text, or what stands behind its first equals sign, is a withheld label. */
    boolean holds(String text) {
        int equals = text.indexOf('=');
        return labels.contains(text) || equals >= 0 && labels.contains(text.substring(equals + 1));
    }

    /** The text with {@link #MARK} for each withheld label that stands in it as a word. */
    String without(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = startsWord(text, at) ? endOfLabel(text, at) : -1;
            if (end < 0) {
                clean.append(text.charAt(at++));
            } else {
                clean.append(MARK);
                at = end;
            }
        }
        return clean.toString();
    }

    private int endOfLabel(String text, int from) {
        for (int length : lengths.descendingSet()) {
            int end = from + length;
            if (end <= text.length()
                    && (length == PREFIX || !continuesWord(text, end))
                    && searched.contains(text.substring(from, end))) {
                return end;
            }
        }
        return -1;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || !Character.isLetterOrDigit(text.charAt(at));
    }

    private static boolean continuesWord(String text, int at) {
        return at < text.length()
                && Character.isLetterOrDigit(text.charAt(at))
                && Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
