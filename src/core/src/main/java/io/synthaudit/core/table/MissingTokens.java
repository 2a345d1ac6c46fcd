package io.synthaudit.core.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cells that mean "no value". The empty cell always does. {@code ?}, {@code NA}, {@code N/A}, {@code null} and
 * {@code NaN} do so in a column of categories if the training table shows them there or the schema declares them, and
 * always in a column of numbers or instants, where they can be nothing else. {@code N} and {@code -} do so only in a
 * column whose other cells are all numbers. The tokens are compared exactly: {@code None} is a category.
 */
final class MissingTokens {

    private static final List<String> ANYWHERE = List.of("?", "NA", "N/A", "null", "NaN");
    private static final List<String> AMONG_NUMBERS = List.of("N", "-");

    private MissingTokens() {}

    /** The tokens of a training column, in the fixed order of this class. */
    static List<String> infer(RawColumn column) {
        Set<String> cells = new HashSet<>(Arrays.asList(column.distinct()));
        List<String> found =
                new ArrayList<>(ANYWHERE.stream().filter(cells::contains).toList());
        if (AMONG_NUMBERS.stream().anyMatch(cells::contains) && othersAreNumbers(column)) {
            AMONG_NUMBERS.stream().filter(cells::contains).forEach(found::add);
        }
        return found;
    }

    /** Which distinct cells of a column mean "no value" under the field. */
    static boolean[] in(RawColumn column, Field field) {
        String[] distinct = column.distinct();
        boolean[] missing = new boolean[distinct.length];
        for (int i = 0; i < distinct.length; i++) {
            missing[i] = distinct[i].isEmpty()
                    || field.missing().contains(distinct[i])
                    || (field.kind().isNumber() && ANYWHERE.contains(distinct[i]));
        }
        return missing;
    }

    private static boolean othersAreNumbers(RawColumn column) {
        boolean any = false;
        for (String cell : column.distinct()) {
            if (cell.isEmpty() || ANYWHERE.contains(cell) || AMONG_NUMBERS.contains(cell)) {
                continue;
            }
            if (Double.isNaN(Numbers.parse(cell))) {
                return false;
            }
            any = true;
        }
        return any;
    }
}
