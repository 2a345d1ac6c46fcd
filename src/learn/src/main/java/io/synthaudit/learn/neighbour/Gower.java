package io.synthaudit.learn.neighbour;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;

/**
 * The mixed distance of two rows: the mean over columns of a distance in [0, 1] each.
 *
 * <p>With \(p\) columns, \[ d(x, y) = \frac{1}{p} \sum_{j=1}^{p} d_j(x_j, y_j), \] where
 *
 * <ul>
 *   <li>numbers and instants: \(d_j = \min(1, |x_j - y_j| / r_j)\), \(r_j\) the range of the <em>training</em> column; 0 or 1
 *       (equal or not) where that range is 0 or training has no value;
 *   <li>categories: 0 if equal, else 1; a level that training never had simply differs;
 *   <li>missing cells: 0 from a missing cell, 1 from a value.
 * </ul>
 *
 * <p>Terms are added in double precision in the order of the columns, so that equal rows of equal tables give equal bits.
 *
 * @see <a href="https://doi.org/10.2307/2528823">Gower (1971)</a>
 */
public final class Gower {

    /** Distances that differ by no more than this are tied: sums of equal terms in another order differ by less. */
    public static final double TIE = 1e-12;

    private final int[] columns;
    private final boolean[] number;
    private final double[] origin;
    private final double[] range;
    private final double[] shrink;

    private Gower(int[] columns) {
        this.columns = columns;
        this.number = new boolean[columns.length];
        this.origin = new double[columns.length];
        this.range = new double[columns.length];
        this.shrink = new double[columns.length];
    }

    /** The distance over all content columns of the training table. */
    public static Gower of(Table training) {
        return of(training, training.schema().content());
    }

    /**
     * The distance over some columns.
     *
     * @param training the table whose ranges scale the numbers
     * @param columns positions in the schema, at least one, summed in the given order
     * @throws IllegalArgumentException if there is no column
     */
    public static Gower of(Table training, int... columns) {
        if (columns.length == 0) {
            throw new IllegalArgumentException(
                    "a distance needs at least one column that is no key, identifier or text");
        }
        Gower gower = new Gower(columns.clone());
        for (int j = 0; j < columns.length; j++) {
            if (training.column(columns[j]) instanceof NumberColumn cells) {
                gower.learn(j, cells.values());
            }
        }
        return gower;
    }

    private void learn(int j, double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (value < least) {
                least = value;
            }
            if (value > largest) {
                largest = value;
            }
        }
        number[j] = true;
        boolean empty = least > largest;
        // The range of numbers near the largest double overflows: then everything is measured at half its size.
        shrink[j] = !empty && Double.isInfinite(largest - least) ? 0.5 : 1;
        origin[j] = empty ? 0 : least * shrink[j];
        range[j] = empty ? 0 : largest * shrink[j] - least * shrink[j];
    }

    /** Number of columns. */
    public int size() {
        return columns.length;
    }

    /** A view of a table's cells in these columns; nothing is copied. */
    public Rows rows(Table table) {
        double[][] values = new double[columns.length][];
        int[][] codes = new int[columns.length][];
        int[] levels = new int[columns.length];
        for (int j = 0; j < columns.length; j++) {
            Column column = table.column(columns[j]);
            if (column instanceof NumberColumn cells) {
                values[j] = cells.values();
            } else if (column instanceof CodeColumn cells) {
                codes[j] = cells.codes();
                levels[j] = cells.dictionary().size();
            }
        }
        return new Rows(values, codes, levels, table.rows());
    }

    /** The distance of row {@code i} of one table and row {@code k} of another (or the same), in [0, 1]. */
    public double distance(Rows a, int i, Rows b, int k) {
        double sum = 0;
        for (int j = 0; j < columns.length; j++) {
            if (number[j]) {
                sum += gap(j, a.values[j][i], b.values[j][k]);
            } else if (a.codes[j][i] != b.codes[j][k]) {
                sum += 1;
            }
        }
        return sum / columns.length;
    }

    private double gap(int j, double x, double y) {
        if (x == y) {
            return 0;
        }
        boolean xMissing = Double.isNaN(x);
        if (xMissing || Double.isNaN(y)) {
            return xMissing && Double.isNaN(y) ? 0 : 1;
        }
        return range[j] == 0 ? 1 : Math.min(1, Math.abs(x * shrink[j] - y * shrink[j]) / range[j]);
    }

    boolean isNumber(int j) {
        return number[j];
    }

    /** Whether numbers of the column only agree or differ. */
    boolean isConstant(int j) {
        return range[j] == 0;
    }

    /** A number in units of the training range above training's least number: [0, 1] for training, NaN if missing. */
    double scaled(int j, double value) {
        return (value * shrink[j] - origin[j]) / range[j];
    }

    /** The cells of one table that take part in the distance. */
    public static final class Rows {

        private final double[][] values;
        private final int[][] codes;
        private final int[] levels;
        private final int count;

        private Rows(double[][] values, int[][] codes, int[] levels, int count) {
            this.values = values;
            this.codes = codes;
            this.levels = levels;
            this.count = count;
        }

        /** Number of rows. */
        public int count() {
            return count;
        }

        int columns() {
            return values.length;
        }

        double[] values(int j) {
            return values[j];
        }

        int[] codes(int j) {
            return codes[j];
        }

        int levels(int j) {
            return levels[j];
        }
    }
}
