package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Which columns' cells each row of a table misses, as a number: a bit per column up to 64 columns that miss cells; beyond
 * that a sum of seeded random keys, by which two patterns among a million are taken for one in 3 of 100 million runs.
 *
 * @param patterns pattern per row
 * @param missing number of missing cells per row
 */
record RowPatterns(long[] patterns, int[] missing) {

    private static final int BITS = 64;

    /**
     * The patterns of all tables of a run over one set of columns: those that miss a cell in any of them.
     *
     * @param columns number of such columns
     * @param training training rows
     * @param synthetic synthetic rows
     * @param holdout holdout rows; null without a holdout
     */
    record All(int columns, RowPatterns training, RowPatterns synthetic, RowPatterns holdout) {}

    static All of(Run run) {
        Table training = run.tables().training();
        Table synthetic = run.tables().synthetic();
        Table holdout = run.control().orElse(null);
        int size = training.schema().size();
        boolean[] misses = new boolean[size];
        run.parallel(
                size,
                c -> misses[c] = isIncomplete(training.column(c))
                        || isIncomplete(synthetic.column(c))
                        || (holdout != null && isIncomplete(holdout.column(c))));
        List<Integer> columns = new ArrayList<>();
        for (int c = 0; c < size; c++) {
            if (misses[c]) {
                columns.add(c);
            }
        }
        long[] keys = keys(columns.size(), run);
        return new All(
                columns.size(),
                of(training, columns, keys),
                of(synthetic, columns, keys),
                holdout == null ? null : of(holdout, columns, keys));
    }

    private static long[] keys(int columns, Run run) {
        long[] keys = new long[columns];
        UniformRandomProvider random = columns <= BITS ? null : run.stream("fidelity.missing-pattern/keys");
        for (int i = 0; i < columns; i++) {
            keys[i] = random == null ? 1L << i : random.nextLong();
        }
        return keys;
    }

    private static boolean isIncomplete(Column column) {
        if (column instanceof NumberColumn numbers) {
            for (double value : numbers.values()) {
                if (Double.isNaN(value)) {
                    return true;
                }
            }
            return false;
        }
        for (int code : ((CodeColumn) column).codes()) {
            if (code < 0) {
                return true;
            }
        }
        return false;
    }

    private static RowPatterns of(Table table, List<Integer> columns, long[] keys) {
        long[] patterns = new long[table.rows()];
        int[] missing = new int[table.rows()];
        for (int i = 0; i < keys.length; i++) {
            Column column = table.column(columns.get(i));
            double[] values = column instanceof NumberColumn numbers ? numbers.values() : null;
            int[] codes = column instanceof CodeColumn levels ? levels.codes() : null;
            for (int row = 0; row < patterns.length; row++) {
                if (values != null ? Double.isNaN(values[row]) : codes[row] < 0) {
                    patterns[row] += keys[i];
                    missing[row]++;
                }
            }
        }
        return new RowPatterns(patterns, missing);
    }

    int rows() {
        return patterns.length;
    }

    /** Rows by number of missing cells, of all rows or of the chosen ones. */
    long[] byMissing(int columns, int[] chosen) {
        long[] rows = new long[columns + 1];
        int size = chosen == null ? missing.length : chosen.length;
        for (int i = 0; i < size; i++) {
            rows[missing[chosen == null ? i : chosen[i]]]++;
        }
        return rows;
    }
}
