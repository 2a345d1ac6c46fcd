package io.synthaudit.metrics.utility;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Table;
import java.util.Arrays;

/**
 * The classes of a target: its levels in training, numbered in dictionary order.
 *
 * @param column position of the target
 * @param classOf class of each dictionary code, -1 for a level that training lacks
 * @param counts training rows of each class
 */
record Labels(int column, int[] classOf, int[] counts) {

    static Labels of(Table training, int column) {
        CodeColumn target = (CodeColumn) training.column(column);
        int[] byCode = new int[target.dictionary().size()];
        for (int code : target.codes()) {
            if (code >= 0) {
                byCode[code]++;
            }
        }
        int[] classOf = new int[byCode.length];
        int classes = 0;
        for (int code = 0; code < byCode.length; code++) {
            classOf[code] = byCode[code] > 0 ? classes++ : -1;
        }
        return new Labels(
                column,
                classOf,
                Arrays.stream(byCode).filter(count -> count > 0).toArray());
    }

    int classes() {
        return counts.length;
    }

    /** The rarer of two classes, the second of equal ones; -1 when there are more. */
    int positive() {
        if (counts.length != 2) {
            return -1;
        }
        return counts[0] < counts[1] ? 0 : 1;
    }

    /** Rows whose target is a class. */
    int[] rows(Table table) {
        int[] codes = ((CodeColumn) table.column(column)).codes();
        int[] rows = new int[codes.length];
        int n = 0;
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0 && classOf[codes[row]] >= 0) {
                rows[n++] = row;
            }
        }
        return Arrays.copyOf(rows, n);
    }

    /** Class of each row of a table whose targets all are classes. */
    int[] of(Table table) {
        return Arrays.stream(((CodeColumn) table.column(column)).codes())
                .map(code -> classOf[code])
                .toArray();
    }

    /** Class of one row, -1 when it has none. */
    int at(Table table, int row) {
        int code = ((CodeColumn) table.column(column)).codes()[row];
        return code < 0 ? -1 : classOf[code];
    }
}
