package io.synthaudit.metrics.rules;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.BitSet;

/**
 * One column is at most another.
 *
 * @param run gives the tables
 * @param smaller the column that is at most the other
 * @param larger the other
 * @param target both, in table order
 * @param isRising whether the smaller stands first in the table
 */
record Order(Run run, int smaller, int larger, Target target, boolean isRising) implements Rule {

    @Override
    public String variant() {
        return isRising ? "first-at-most-second" : "second-at-most-first";
    }

    @Override
    public String sentence() {
        int small = isRising ? 0 : 1;
        return "In training \"" + target.columns().get(small) + "\" is never above \""
                + target.columns().get(1 - small) + "\".";
    }

    @Override
    public Breaks on(Side side) {
        Table table = side == Side.SYNTHETIC
                ? run.tables().synthetic()
                : run.control().orElseThrow();
        double[] a = ((NumberColumn) table.column(smaller)).values();
        double[] b = ((NumberColumn) table.column(larger)).values();
        BitSet rows = new BitSet();
        int asked = 0;
        for (int row = 0; row < a.length; row++) {
            if (!Double.isNaN(a[row]) && !Double.isNaN(b[row])) {
                asked++;
                if (a[row] > b[row]) {
                    rows.set(row);
                }
            }
        }
        return new Breaks(rows, asked, 0, 1);
    }
}
