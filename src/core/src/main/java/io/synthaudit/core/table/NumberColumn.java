package io.synthaudit.core.table;

import java.util.function.Supplier;

/**
 * A column of numbers or instants. NaN marks a missing cell, which is safe because a cell that reads {@code NaN} is
 * never a value. The array is shared, not copied: nobody writes to it.
 *
 * <p>Memory: 8 bytes a row, and 4 more a row and 8 a distinct number once something asked for ranks. Safe for several threads.
 */
public final class NumberColumn implements Column {

    private final Field field;
    private final double[] values;
    private final int unparsed;
    private Supplier<Ranks> ranking;
    private Ranks ranks;

    /**
     * A column.
     *
     * @param field the column's schema
     * @param values one number per row; instants as seconds since 1970-01-01T00:00Z
     * @param unparsed number of cells that were neither missing nor a number
     */
    public NumberColumn(Field field, double[] values, int unparsed) {
        this(field, values, unparsed, () -> Ranks.of(values));
    }

    /** The same with a quicker way to its ranks. */
    NumberColumn(Field field, double[] values, int unparsed, Supplier<Ranks> ranking) {
        this.field = field;
        this.values = values;
        this.unparsed = unparsed;
        this.ranking = ranking;
    }

    @Override
    public Field field() {
        return field;
    }

    /** One number per row. Shared, not copied. */
    public double[] values() {
        return values;
    }

    @Override
    public int unparsed() {
        return unparsed;
    }

    /** The cells by rank, found when first asked for and kept. */
    public synchronized Ranks ranks() {
        if (ranks == null) {
            ranks = ranking.get();
            ranking = null;
        }
        return ranks;
    }

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
        return new NumberColumn(field, selected, 0, () -> ranks().select(rows));
    }
}
