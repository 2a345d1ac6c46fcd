package io.synthaudit.metrics.rules;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.DesignEffect;
import io.synthaudit.core.table.Table;
import java.util.BitSet;

/**
 * One or two columns of which no two rows have the same values. Both, or all, of the rows that agree break it, so that the
 * order of rows does not matter; they are no independent breaches.
 *
 * @param run gives the tables
 * @param columns one or two positions
 * @param target their names
 */
record Key(Run run, int[] columns, Target target) implements Rule {

    /** Rows that agree come in groups of two at least. */
    private static final double FEWEST_AGREEING = 2;

    @Override
    public String sentence() {
        return "In training no two rows have the same \"" + String.join("\" and \"", target.columns()) + "\".";
    }

    @Override
    public Breaks on(Side side) {
        Table table = side == Side.SYNTHETIC
                ? run.tables().synthetic()
                : run.control().orElseThrow();
        int[] x = ValueCodes.of(table.column(columns[0])).codes();
        int[] y = columns.length == 1
                ? null
                : ValueCodes.of(table.column(columns[1])).codes();
        Combinations seen = new Combinations();
        int[] group = new int[x.length];
        int asked = 0;
        for (int row = 0; row < x.length; row++) {
            group[row] = -1;
            int second = y == null ? 0 : y[row];
            if (x[row] >= 0 && second >= 0) {
                asked++;
                int before = seen.add(x[row], second);
                group[row] = before >= 0 ? before : seen.size() - 1;
            }
        }
        double[] sizes = new double[seen.size()];
        for (int g : group) {
            if (g >= 0) {
                sizes[g]++;
            }
        }
        BitSet rows = new BitSet();
        for (int row = 0; row < group.length; row++) {
            if (group[row] >= 0 && sizes[group[row]] > 1) {
                rows.set(row);
            }
        }
        for (int g = 0; g < sizes.length; g++) {
            sizes[g] = sizes[g] > 1 ? sizes[g] : 0;
        }
        double deff = Math.max(FEWEST_AGREEING, DesignEffect.ofHubs(sizes));
        return new Breaks(rows, asked, 0, deff);
    }
}
