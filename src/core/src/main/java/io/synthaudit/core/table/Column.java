package io.synthaudit.core.table;

/** The cells of one column: doubles or dictionary codes, each with its own mark for a missing cell. */
public sealed interface Column permits NumberColumn, CodeColumn {

    Field field();

    int rows();

    boolean isMissing(int row);

    /** Cells that do not parse as the column's kind; they count as missing everywhere else. */
    int unparsed();

    /** The given rows, in the given order. */
    Column select(int[] rows);

    /** Number of missing cells, those that do not parse among them. */
    default int missing() {
        int count = 0;
        for (int row = 0, n = rows(); row < n; row++) {
            if (isMissing(row)) {
                count++;
            }
        }
        return count;
    }
}
