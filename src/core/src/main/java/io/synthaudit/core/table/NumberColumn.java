package io.synthaudit.core.table;

/**
 * A column of numbers or instants. NaN marks a missing cell, which is safe because a cell that reads {@code NaN} is
 * never a value. The array is shared, not copied: nobody writes to it.
 *
 * @param field the column's schema
 * @param values one number per row; instants as seconds since 1970-01-01T00:00Z
 * @param unparsed number of cells that were neither missing nor a number
 */
public record NumberColumn(Field field, double[] values, int unparsed) implements Column {

    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public NumberColumn select(int[] rows) {
        double[] selected = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = values[rows[i]];
        }
        return new NumberColumn(field, selected, 0);
    }
}
