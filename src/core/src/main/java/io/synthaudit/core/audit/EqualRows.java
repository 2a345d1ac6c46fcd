package io.synthaudit.core.audit;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which rows of two tables are equal over the content columns; missing equals missing. */
final class EqualRows {

    private EqualRows() {}

    /** A number per row of both tables, those of {@code first} first, which equal rows have in common; dense from 0. */
    static int[] classes(Table first, Table second) {
        int[] content = first.schema().content();
        Map<Long, List<int[]>> byHash = new HashMap<>();
        int[] classes = new int[first.rows() + second.rows()];
        int next = 0;
        for (int i = 0; i < classes.length; i++) {
            boolean isFirst = i < first.rows();
            Table table = isFirst ? first : second;
            int row = isFirst ? i : i - first.rows();
            List<int[]> alike = byHash.computeIfAbsent(hash(table, row, content), h -> new ArrayList<>(1));
            int found = -1;
            for (int[] one : alike) {
                Table where = one[0] < first.rows() ? first : second;
                int at = one[0] < first.rows() ? one[0] : one[0] - first.rows();
                if (found < 0 && same(table, row, where, at, content)) {
                    found = one[1];
                }
            }
            if (found < 0) {
                found = next++;
                alike.add(new int[] {i, found});
            }
            classes[i] = found;
        }
        return classes;
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
