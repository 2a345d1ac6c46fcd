package io.synthaudit.metrics.rules;

import io.synthaudit.core.evaluation.Target;
import java.util.BitSet;
import java.util.List;

/**
 * One or two columns that determine another.
 *
 * @param target the determined column, given the others
 * @param from the determining columns, as positions
 * @param to the determined column
 * @param width numbers of the second determining column; 1 if there is one
 * @param value number of the determined value per number of the determining value or pair; {@link ValueCodes#NEW} if
 *     training lacks that
 * @param codes where the numbers of the other tables' values are
 */
record Dependency(Target target, int[] from, int to, int width, int[] value, DependencySearch.Translated codes)
        implements Rule {

    @Override
    public String sentence() {
        List<String> given = target.given();
        return "In training every value of \"" + String.join("\" with one of \"", given) + "\" has one value of \""
                + target.columns().get(0) + "\".";
    }

    @Override
    public Breaks on(Side side) {
        int[] x1 = codes.of(side, from[0]);
        int[] x2 = from.length == 1 ? null : codes.of(side, from[1]);
        int[] y = codes.of(side, to);
        BitSet rows = new BitSet();
        int asked = 0;
        int unknown = 0;
        for (int row = 0; row < y.length; row++) {
            if (y[row] == ValueCodes.MISSING
                    || x1[row] == ValueCodes.MISSING
                    || x2 != null && x2[row] == ValueCodes.MISSING) {
                continue;
            }
            boolean isNew = x1[row] == ValueCodes.NEW || x2 != null && x2[row] == ValueCodes.NEW;
            int expected = isNew ? ValueCodes.NEW : value[x2 == null ? x1[row] : x1[row] * width + x2[row]];
            if (expected == ValueCodes.NEW) {
                unknown++;
                continue;
            }
            asked++;
            if (y[row] != expected) {
                rows.set(row);
            }
        }
        return new Breaks(rows, asked, unknown, 1);
    }
}
