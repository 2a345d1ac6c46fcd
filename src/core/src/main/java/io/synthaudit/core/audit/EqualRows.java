package io.synthaudit.core.audit;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;

/** Which rows of two tables are equal over the content columns; missing equals missing. */
final class EqualRows {

    private static final int BLOCK = 1 << 14;

    private EqualRows() {}

    /** A number per row of both tables, those of {@code first} first, which equal rows have in common; dense from 0. */
    static int[] classes(Table first, Table second, Workers workers) {
        int[] content = first.schema().content();
        int[] classes = new int[first.rows() + second.rows()];
        // Open addressing by hash; a place holds the first row of a class, plus one.
        int[] places = new int[Integer.highestOneBit(Math.max(1, classes.length)) << 2];
        long[] hashes = new long[classes.length];
        workers.run((classes.length + BLOCK - 1) / BLOCK, block -> {
            for (int i = block * BLOCK; i < Math.min(classes.length, (block + 1) * BLOCK); i++) {
                hashes[i] = i < first.rows() ? hash(first, i, content) : hash(second, i - first.rows(), content);
            }
        });
        int next = 0;
        for (int i = 0; i < classes.length; i++) {
            boolean isFirst = i < first.rows();
            Table table = isFirst ? first : second;
            int row = isFirst ? i : i - first.rows();
            int at = (int) (hashes[i] >>> 32) & places.length - 1;
            while (places[at] != 0) {
                int other = places[at] - 1;
                Table where = other < first.rows() ? first : second;
                int there = other < first.rows() ? other : other - first.rows();
                if (hashes[other] == hashes[i] && same(table, row, where, there, content)) {
                    break;
                }
                at = at + 1 & places.length - 1;
            }
            if (places[at] == 0) {
                places[at] = i + 1;
                classes[i] = next++;
            } else {
                classes[i] = classes[places[at] - 1];
            }
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
