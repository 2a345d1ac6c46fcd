package io.synthaudit.core.report;

import io.synthaudit.core.profile.Bins;
import io.synthaudit.core.report.Bars.Bar;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Dictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Bars of a column of levels: those of at least 11 persons in training, most frequent first (declared levels of an ordinal
 * column in their order), and {@code other} for the rest. If the rest alone would have fewer than 11 persons, the
 * rarest level joins it, because what is left out of all others would give it away.
 */
final class LevelBars {

    static final String OTHER = "other";
    private static final int LONGEST_LABEL = 60;

    private LevelBars() {}

    /**
     * The bars.
     *
     * @param column the training column
     * @param binned rows and persons per bin
     * @param most most bars
     * @param log is told how many labels were withheld
     * @return the bars; none when the column has fewer than 11 persons in all
     */
    static List<Bar> of(CodeColumn column, Binned binned, int most, DisclosureActions log) {
        String[] labels = labels(column.dictionary(), binned.bins());
        List<Bar> shown = new ArrayList<>();
        Bar other = null;
        int withheld = 0;
        for (int bin = 0; bin < labels.length; bin++) {
            Bar bar = binned.bar(labels[bin], bin);
            if (labels[bin] != null && bar.trainingPersons() >= Withheld.FEWEST_ROWS) {
                shown.add(bar);
            } else {
                withheld++;
                other = pool(other, bar);
            }
        }
        shown.sort(Comparator.comparingLong(Bar::training).reversed());
        while (!shown.isEmpty() && shown.size() + (other == null ? 0 : 1) > most) {
            other = pool(other, shown.remove(shown.size() - 1));
        }
        while (other != null && other.trainingPersons() < Withheld.FEWEST_ROWS && !shown.isEmpty()) {
            withheld++;
            other = pool(other, shown.remove(shown.size() - 1));
        }
        log.pooledLevels(withheld);
        inDeclaredOrder(column, shown);
        if (other != null && other.trainingPersons() >= Withheld.FEWEST_ROWS) {
            shown.add(other);
        }
        return shown;
    }

    private static Bar pool(Bar other, Bar bar) {
        return other == null ? bar.called(OTHER) : bar.and(other, OTHER);
    }

    /** One label per bin; null for a bin of several levels. */
    private static String[] labels(Dictionary dictionary, Bins bins) {
        String[] labels = new String[bins.size()];
        int[] levels = new int[bins.size()];
        for (int code = 0; code < dictionary.known(); code++) {
            int bin = bins.bin(code);
            labels[bin] = ++levels[bin] == 1 ? shorten(dictionary.label(code)) : null;
        }
        return labels;
    }

    private static String shorten(String label) {
        String plain = label.equals(OTHER) || label.equals(ColumnChart.MISSING) || label.equals(ColumnChart.UNSEEN)
                ? "\"" + label + "\""
                : label;
        return plain.codePointCount(0, plain.length()) <= LONGEST_LABEL
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "\u2026";
    }

    private static void inDeclaredOrder(CodeColumn column, List<Bar> shown) {
        List<String> order = column.field().domain().categories();
        if (!order.isEmpty()) {
            String[] declared = order.stream().map(LevelBars::shorten).toArray(String[]::new);
            shown.sort(Comparator.comparingInt(b -> position(declared, b.label())));
        }
    }

    private static int position(String[] order, String label) {
        int at = Arrays.asList(order).indexOf(label);
        return at < 0 ? order.length : at;
    }
}
