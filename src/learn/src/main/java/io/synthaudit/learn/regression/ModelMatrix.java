package io.synthaudit.learn.regression;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A model's matrix: an intercept in column 0, and per term at most one cell a row that is not zero, so a category of a hundred
 * levels costs no more than one number.
 *
 * <p>Inside, numbers are centred and scaled, which keeps the normal equations as exact as a QR decomposition is on numbers
 * such as years; {@link #unscale} takes the scaling back.
 */
public final class ModelMatrix {

    private final int[] rows;
    private final int columns;
    private final int[][] index;
    private final double[][] value;
    private final double[] centre;
    private final double[] scale;
    private final int incomplete;
    private final int unseen;

    ModelMatrix(int[] rows, int columns, int[][] index, double[][] value, int incomplete, int unseen) {
        this.rows = rows;
        this.columns = columns;
        this.index = index;
        this.value = value;
        this.incomplete = incomplete;
        this.unseen = unseen;
        this.centre = new double[columns];
        this.scale = new double[columns];
        Arrays.fill(scale, 1);
        for (int t = 0; t < index.length; t++) {
            if (value[t] != null) {
                standardise(t);
            }
        }
    }

    private void standardise(int t) {
        // A column that is a number in every row is centred; centring one of a level's would fill it.
        boolean full = Arrays.stream(index[t]).allMatch(j -> j >= 0)
                && Arrays.stream(index[t]).distinct().count() <= 1;
        if (full && rows.length > 0) {
            int j = index[t][0];
            double sum = 0;
            for (double v : value[t]) {
                sum += v;
            }
            centre[j] = sum / rows.length;
        }
        double[] squares = new double[columns];
        int[] cells = new int[columns];
        for (int i = 0; i < rows.length; i++) {
            int j = index[t][i];
            if (j >= 0) {
                value[t][i] -= centre[j];
                squares[j] += value[t][i] * value[t][i];
                cells[j]++;
            }
        }
        for (int i = 0; i < rows.length; i++) {
            int j = index[t][i];
            if (j >= 0 && squares[j] > 0) {
                scale[j] = Math.sqrt(squares[j] / cells[j]);
                value[t][i] /= scale[j];
            }
        }
        for (int j = 0; j < columns; j++) {
            // What rounding leaves of a constant is no variation.
            if (cells[j] > 0 && full && scale[j] <= 1e-13 * Math.abs(centre[j])) {
                Arrays.fill(value[t], 0);
            }
        }
    }

    /** Rows of the table that are in the matrix. */
    public int[] rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** Rows left out because a cell is missing. */
    public int incomplete() {
        return incomplete;
    }

    /** Complete rows left out because training lacks one of their levels. */
    public int unseen() {
        return unseen;
    }

    /** Number of terms. */
    int terms() {
        return index.length;
    }

    /** The column in which a row has a cell of a term, or -1. */
    int column(int term, int i) {
        return index[term][i];
    }

    double cell(int term, int i) {
        return value[term] == null ? 1 : value[term][i];
    }

    /**
     * Rows, or persons, with a cell in each column; of a number's column all of them.
     *
     * @param person the person of each row; null when each is a person of its own
     */
    public long[] bearers(int[] person) {
        long[] bearers = new long[columns];
        int[] order = person == null
                ? null
                : IntStream.range(0, rows.length)
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> person[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int[] last = new int[columns];
        Arrays.fill(last, Integer.MIN_VALUE);
        int[] at = new int[index.length + 1];
        double[] cell = new double[index.length + 1];
        for (int i = 0; i < rows.length; i++) {
            int row = order == null ? i : order[i];
            int owner = order == null ? i : person[row];
            for (int k = cells(row, at, cell) - 1; k >= 0; k--) {
                if (last[at[k]] != owner) {
                    last[at[k]] = owner;
                    bearers[at[k]]++;
                }
            }
        }
        return bearers;
    }

    /** The linear predictor. */
    double[] times(double[] coefficient) {
        double[] eta = new double[rows.length];
        Arrays.fill(eta, coefficient[0]);
        for (int t = 0; t < index.length; t++) {
            for (int i = 0; i < eta.length; i++) {
                int j = index[t][i];
                if (j >= 0) {
                    eta[i] += coefficient[j] * cell(t, i);
                }
            }
        }
        return eta;
    }

    /** Adds {@code factor} times a row to a vector. */
    void addRow(int i, double factor, double[] into) {
        into[0] += factor;
        for (int t = 0; t < index.length; t++) {
            int j = index[t][i];
            if (j >= 0) {
                into[j] += factor * cell(t, i);
            }
        }
    }

    /** \(X^T w X\), the lower triangle filled. */
    double[][] crossProducts(double[] weight) {
        double[][] xx = new double[columns][columns];
        int[] at = new int[index.length + 1];
        double[] cell = new double[index.length + 1];
        for (int i = 0; i < rows.length; i++) {
            int n = cells(i, at, cell);
            double w = weight == null ? 1 : weight[i];
            for (int a = 0; a < n; a++) {
                double wa = w * cell[a];
                double[] row = xx[at[a]];
                for (int b = 0; b <= a; b++) {
                    row[at[b]] += wa * cell[b];
                }
            }
        }
        return xx;
    }

    /** The cells of a row that are not zero, columns ascending; returns how many. */
    int cells(int i, int[] at, double[] cell) {
        cell[0] = 1;
        at[0] = 0;
        int n = 1;
        for (int t = 0; t < index.length; t++) {
            int j = index[t][i];
            if (j >= 0) {
                at[n] = j;
                cell[n++] = cell(t, i);
            }
        }
        return n;
    }

    /** Coefficients of the numbers as they were given. */
    double[] unscale(double[] coefficient) {
        double[] raw = new double[columns];
        raw[0] = coefficient[0];
        for (int j = 1; j < columns; j++) {
            raw[j] = coefficient[j] / scale[j];
            raw[0] -= centre[j] * raw[j];
        }
        return raw;
    }

    /** Variances of the coefficients of the numbers as they were given. */
    double[] unscaledVariances(double[][] covariance) {
        double[] variances = new double[columns];
        for (int j = 1; j < columns; j++) {
            variances[j] = covariance[j][j] / (scale[j] * scale[j]);
        }
        double sum = 0;
        for (int j = 0; j < columns; j++) {
            for (int k = 0; k < columns; k++) {
                sum += share(j) * share(k) * covariance[j][k];
            }
        }
        variances[0] = sum;
        return variances;
    }

    /** What a scaled coefficient is worth in the intercept. */
    private double share(int j) {
        return j == 0 ? 1 : -centre[j] / scale[j];
    }
}
