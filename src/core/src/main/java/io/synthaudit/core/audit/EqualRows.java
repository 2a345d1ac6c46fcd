package io.synthaudit.core.audit;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.HashMap;
import java.util.Map;

/** Rows of one table that also stand in another, over the content columns; missing equals missing. */
final class EqualRows {

    private EqualRows() {}

    /** For each row of {@code of}, whether some row of {@code in} equals it. */
    static boolean[] of(Table of, Table in) {
        int[] content = of.schema().content();
        Map<Long, int[]> byHash = new HashMap<>();
        for (int row = 0; row < in.rows(); row++) {
            int found = row;
            byHash.merge(hash(in, row, content), new int[] {row}, (old, one) -> append(old, found));
        }
        boolean[] equal = new boolean[of.rows()];
        for (int row = 0; row < equal.length; row++) {
            int[] candidates = byHash.get(hash(of, row, content));
            for (int i = 0; candidates != null && i < candidates.length && !equal[row]; i++) {
                equal[row] = same(of, row, in, candidates[i], content);
            }
        }
        return equal;
    }

    private static int[] append(int[] rows, int row) {
        // Equal rows need one representative only; a few are kept for the rare collision of hashes.
        if (rows.length >= 8) {
            return rows;
        }
        int[] longer = java.util.Arrays.copyOf(rows, rows.length + 1);
        longer[rows.length] = row;
        return longer;
    }

    private static long hash(Table table, int row, int[] content) {
        long hash = 1;
        for (int c : content) {
            hash = (hash ^ bits(table.column(c), row)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private static long bits(Column column, int row) {
        return column instanceof NumberColumn numbers
                ? Double.doubleToLongBits(numbers.values()[row] + 0.0)
                : ((CodeColumn) column).codes()[row];
    }

    private static boolean same(Table a, int rowA, Table b, int rowB, int[] content) {
        for (int c : content) {
            if (bits(a.column(c), rowA) != bits(b.column(c), rowB)) {
                return false;
            }
        }
        return true;
    }
}
