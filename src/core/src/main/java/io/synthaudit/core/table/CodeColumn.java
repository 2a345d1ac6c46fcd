package io.synthaudit.core.table;

/**
 * A column of levels: codes into a dictionary that all tables of the audit share. The array is shared, not copied.
 *
 * @param field the column's schema
 * @param dictionary the levels
 * @param codes one code per row, {@link #MISSING} for a missing cell
 * @param unparsed number of cells that do not fit the column's kind
 */
public record CodeColumn(Field field, Dictionary dictionary, int[] codes, int unparsed) implements Column {

    /** The code of a missing cell. */
    public static final int MISSING = -1;

    @Override
    public int rows() {
        return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
        return codes[row] == MISSING;
    }

    @Override
    public CodeColumn select(int[] rows) {
        int[] selected = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = codes[rows[i]];
        }
        return new CodeColumn(field, dictionary, selected, 0);
    }
}
