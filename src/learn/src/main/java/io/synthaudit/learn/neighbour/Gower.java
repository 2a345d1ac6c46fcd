package io.synthaudit.learn.neighbour;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The mixed distance of two rows: the mean over columns of a distance in [0, 1] each.
 *
 * <p>With \(p\) columns of weight \(w_j\), each 1 unless {@link #weighted} says otherwise,
 * \[ d(x, y) = \frac{\sum_{j=1}^{p} w_j d_j(x_j, y_j)}{\sum_{j=1}^{p} w_j}, \] where
 *
 * <ul>
 *   <li>numbers and instants: \(d_j = \min(1, |x_j - y_j| / r_j)\), \(r_j\) the range of the <em>training</em> column; 0 or 1
 *       (equal or not) where that range is 0 or training has no value. {@link #robust} takes for \(r_j\) the distance of the 5 % and 95 % quantiles, so that one
 *       far-out training value does not make all others alike;
 *   <li>categories: 0 if equal, else 1; a level that training never had simply differs;
 *   <li>missing cells: 0 from a missing cell, 1 from a value: missing is a value like others. {@link #missingApart} puts
 *       two missing cells 1 apart, as Anonymeter does: what is not known is not known to be alike. Then a row with a missing
 *       cell is at a distance from itself. Leaving missing cells out of the mean is not offered: a row of missing cells
 *       would be near to all.
 * </ul>
 *
 * <p>Terms are added in double precision in the order of the columns, so that equal rows of equal tables give equal bits.
 *
 * @see <a href="https://doi.org/10.2307/2528823">Gower (1971)</a>
 */
public final class Gower {

    /** Distances that differ by no more than this are tied: sums of equal terms in another order differ by less. */
    public static final double TIE = 1e-12;

    private static final double TAIL = 0.05;

    private final int[] columns;
    private final double[] weights;
    private final double total;
    private final boolean missingApart;
    private final Scaling[] scalings;

    private Gower(int[] columns, double[] weights, boolean missingApart, Scaling[] scalings) {
        this.columns = columns;
        this.weights = weights;
        this.missingApart = missingApart;
        this.scalings = scalings;
        this.total = Arrays.stream(weights).sum();
    }

    /** The distance over all content columns of the training table. */
    public static Gower of(Table training) {
        return of(training, training.schema().content());
    }

    /**
     * The distance over some columns, such as quasi-identifiers; no cell is copied.
     *
     * @param training the table whose ranges scale the numbers
     * @param columns positions in the schema, at least one, summed in the given order
     * @throws IllegalArgumentException if there is no column
     */
    public static Gower of(Table training, int... columns) {
        return of(training, 0, columns);
    }

    /** The same with numbers scaled by the distance of training's 5 % and 95 % quantiles, or the range where that is 0. */
    public static Gower robust(Table training, int... columns) {
        return of(training, TAIL, columns);
    }

    private static Gower of(Table training, double tail, int... columns) {
        if (columns.length == 0) {
            throw new IllegalArgumentException(
                    "a distance needs at least one column that is no key, identifier or text");
        }
        Scaling[] scalings = new Scaling[columns.length];
        double[] weights = new double[columns.length];
        Arrays.fill(weights, 1);
        for (int j = 0; j < columns.length; j++) {
            if (training.column(columns[j]) instanceof NumberColumn cells) {
                scalings[j] = Scaling.of(cells.values(), tail);
            }
        }
        return new Gower(columns.clone(), weights, false, scalings);
    }

    /**
     * The same distance with a weight per column; columns of weight 0 are left out.
     *
     * @param weights one per column, in the order of the columns: finite, none negative, not all 0
     */
    public Gower weighted(double... weights) {
        if (weights.length != columns.length) {
            throw new IllegalArgumentException(
                    "there are " + columns.length + " columns, but " + weights.length + " weights");
        }
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a weight must be a finite number, at least 0");
            }
        }
        int[] kept =
                IntStream.range(0, weights.length).filter(j -> weights[j] > 0).toArray();
        double sum = Arrays.stream(weights).sum();
        if (kept.length == 0 || Double.isInfinite(sum)) {
            throw new IllegalArgumentException("the sum of weights must be a finite number above 0");
        }
        return new Gower(
                Arrays.stream(kept).map(j -> columns[j]).toArray(),
                Arrays.stream(kept).mapToDouble(j -> weights[j]).toArray(),
                missingApart,
                Arrays.stream(kept).mapToObj(j -> scalings[j]).toArray(Scaling[]::new));
    }

    /** The same distance, but a missing cell is 1 from a missing cell too. */
    public Gower missingApart() {
        return new Gower(columns, weights, true, scalings);
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
            if (scalings[j] != null) {
                sum += weights[j] * gap(scalings[j], a.values[j][i], b.values[j][k]);
            } else if (a.codes[j][i] != b.codes[j][k] || missingApart && a.codes[j][i] < 0) {
                sum += weights[j];
            }
        }
        return Math.min(1, sum / total);
    }

    private double gap(Scaling scaling, double x, double y) {
        if (x == y) {
            return 0;
        }
        boolean xMissing = Double.isNaN(x);
        if (xMissing || Double.isNaN(y)) {
            return xMissing && Double.isNaN(y) && !missingApart ? 0 : 1;
        }
        return scaling.range == 0 ? 1 : Math.min(1, Math.abs(x * scaling.shrink - y * scaling.shrink) / scaling.range);
    }

    boolean isNumber(int j) {
        return scalings[j] != null;
    }

    /** Whether numbers of the column only agree or differ. */
    boolean isConstant(int j) {
        return scalings[j].range == 0;
    }

    /** A number in units of the training range above training's least number: [0, 1] for training, NaN if missing. */
    double scaled(int j, double value) {
        return (value * scalings[j].shrink - scalings[j].origin) / scalings[j].range;
    }

    double weight(int j) {
        return weights[j];
    }

    /** Whether two missing cells are apart. */
    boolean isMissingApart() {
        return missingApart;
    }

    /** How the numbers of a column are scaled. */
    private record Scaling(double origin, double range, double shrink) {

        static Scaling of(double[] values, double tail) {
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
            if (least > largest) {
                return new Scaling(0, 0, 1);
            }
            // The range of numbers near the largest double overflows: then everything is measured at half its size.
            double shrink = Double.isInfinite(largest - least) ? 0.5 : 1;
            double range = largest * shrink - least * shrink;
            if (tail > 0) {
                double[] sorted = Arrays.stream(values)
                        .filter(x -> !Double.isNaN(x))
                        .sorted()
                        .toArray();
                double inner = quantile(sorted, 1 - tail) * shrink - quantile(sorted, tail) * shrink;
                range = inner > 0 ? inner : range;
            }
            return new Scaling(least * shrink, range, shrink);
        }

        /** Linear between order statistics. */
        private static double quantile(double[] sorted, double q) {
            double at = q * (sorted.length - 1);
            int below = (int) at;
            double part = at - below;
            return part == 0 ? sorted[below] : sorted[below] * (1 - part) + sorted[below + 1] * part;
        }
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

        /** What tells rows apart. */
        Groups.Cells cells() {
            return new Groups.Cells() {
                @Override
                public int rows() {
                    return count;
                }

                @Override
                public int columns() {
                    return values.length;
                }

                @Override
                public long cell(int column, int row) {
                    return values[column] == null
                            ? codes[column][row]
                            : Double.doubleToLongBits(values[column][row] + 0.0);
                }
            };
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
