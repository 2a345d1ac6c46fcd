package io.synthaudit.core.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns text columns into codes of one dictionary: the levels of training first, then those of the other tables, each
 * part sorted by code point, or in declared order where the column is ordinal.
 */
final class LevelCoder {

    private final Field field;
    private final Map<String, Integer> codes = new HashMap<>();
    private final Dictionary dictionary;

    LevelCoder(Field field, RawColumn training, List<RawColumn> others) {
        this.field = field;
        TreeSet<String> known = new TreeSet<>(order(field));
        addLevels(training, known);
        TreeSet<String> unseen = new TreeSet<>(order(field));
        others.forEach(column -> addLevels(column, unseen));
        unseen.removeAll(known);
        List<String> labels = new ArrayList<>(known);
        labels.addAll(unseen);
        for (int code = 0; code < labels.size(); code++) {
            codes.put(labels.get(code), code);
        }
        dictionary = new Dictionary(labels.toArray(String[]::new), known.size());
    }

    CodeColumn code(RawColumn column, Side side) {
        boolean[] missing = MissingTokens.in(column, field);
        int[] byCell = new int[missing.length];
        for (int i = 0; i < byCell.length; i++) {
            byCell[i] = missing[i] ? CodeColumn.MISSING : codes.get(column.distinct()[i]);
        }
        if (side.strict()) {
            requireDeclared(column, missing, side);
            requireTwo(column, side);
        }
        int[] rows = new int[column.cells().length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = byCell[column.cells()[row]];
        }
        return new CodeColumn(field, dictionary, rows, 0);
    }

    private void requireDeclared(RawColumn column, boolean[] missing, Side side) {
        Set<String> declared = new HashSet<>(field.domain().categories());
        if (declared.isEmpty() || !field.kind().isCategory()) {
            return;
        }
        boolean[] bad = new boolean[missing.length];
        boolean anyBad = false;
        for (int i = 0; i < bad.length; i++) {
            bad[i] = !missing[i] && !declared.contains(column.distinct()[i]);
            anyBad |= bad[i];
        }
        if (anyBad) {
            throw side.misfit(
                    column,
                    bad,
                    "one of the " + declared.size() + " declared categories",
                    "Mend the cells, or complete domain.categories (or missing) in schema.yaml.");
        }
    }

    private void requireTwo(RawColumn column, Side side) {
        if (field.kind() == Kind.BOOLEAN && dictionary.known() > 2) {
            throw new InputException(side.table().name() + ", column " + Quoted.name(column.name())
                    + ": expected at most two values (kind boolean), found " + Evidence.count(dictionary.known())
                    + ".\n  Declare kind: categorical, or what means \"no value\" (missing), in schema.yaml.");
        }
    }

    private void addLevels(RawColumn column, TreeSet<String> levels) {
        boolean[] missing = MissingTokens.in(column, field);
        for (int i = 0; i < missing.length; i++) {
            if (!missing[i]) {
                levels.add(column.distinct()[i]);
            }
        }
    }

    private static Comparator<String> order(Field field) {
        if (field.kind() != Kind.ORDINAL) {
            return LevelCoder::byCodePoint;
        }
        Map<String, Integer> rank = new HashMap<>();
        field.domain().categories().forEach(category -> rank.put(category, rank.size()));
        return Comparator.comparingInt((String level) -> rank.getOrDefault(level, rank.size()))
                .thenComparing(LevelCoder::byCodePoint);
    }

    /** UTF-16 order, but for surrogates, which stand above all other characters. */
    private static int byCodePoint(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                boolean leftHigh = Character.isSurrogate(left);
                boolean rightHigh = Character.isSurrogate(right);
                return leftHigh == rightHigh ? Character.compare(left, right) : Boolean.compare(leftHigh, rightHigh);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
