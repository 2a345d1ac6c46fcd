package io.synthaudit.learn.regression;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Normal equations. Columns that depend on columns before them are left out, as R does; which these are is decided once, on the
 * unweighted matrix.
 */
final class Cholesky {

    /** A column of which less than this share of squares is its own depends on the columns before it. */
    private static final double DEPENDENT = 1e-9;

    private static final double SINGULAR = 1e-14;

    private final double[][] lower;
    private final boolean[] out;

    private Cholesky(double[][] lower, boolean[] out) {
        this.lower = lower;
        this.out = out;
    }

    /** Decomposes and tells which columns depend on others. */
    static Cholesky find(double[][] xx) {
        boolean[] out = new boolean[xx.length];
        return new Cholesky(decompose(xx, out, DEPENDENT), out);
    }

    /** Decomposes without the columns known to depend on others; null if further ones do. */
    static Cholesky of(double[][] xx, boolean[] dependent) {
        boolean[] out = dependent.clone();
        double[][] lower = decompose(xx, out, SINGULAR);
        return Arrays.equals(out, dependent) ? new Cholesky(lower, out) : null;
    }

    private static double[][] decompose(double[][] xx, boolean[] out, double tolerance) {
        int p = xx.length;
        double[][] lower = new double[p][p];
        for (int i = 0; i < p; i++) {
            double own = xx[i][i];
            for (int j = 0; j < i; j++) {
                if (!out[j]) {
                    double sum = xx[i][j];
                    for (int k = 0; k < j; k++) {
                        sum -= lower[i][k] * lower[j][k];
                    }
                    lower[i][j] = sum / lower[j][j];
                    own -= lower[i][j] * lower[i][j];
                }
            }
            if (out[i] || !(own > tolerance * xx[i][i])) {
                out[i] = true;
            } else {
                lower[i][i] = Math.sqrt(own);
            }
        }
        return lower;
    }

    boolean[] dependent() {
        return out;
    }

    /** Per column the dependent columns in whose combination it stands: its coefficient has a meaning only beside theirs. */
    BitSet[] entangled() {
        int p = lower.length;
        BitSet[] entangled = new BitSet[p];
        for (int j = 0; j < p; j++) {
            entangled[j] = new BitSet();
        }
        for (int a = 0; a < p; a++) {
            if (out[a]) {
                double[] combination = backward(lower[a], a);
                for (int j = 0; j < a; j++) {
                    if (Math.abs(combination[j]) > 1e-6) {
                        entangled[j].set(a);
                    }
                }
            }
        }
        return entangled;
    }

    /** The solution, 0 for dependent columns. */
    double[] solve(double[] right) {
        int p = lower.length;
        double[] forward = new double[p];
        for (int i = 0; i < p; i++) {
            if (!out[i]) {
                double sum = right[i];
                for (int k = 0; k < i; k++) {
                    sum -= lower[i][k] * forward[k];
                }
                forward[i] = sum / lower[i][i];
            }
        }
        return backward(forward, p);
    }

    /** Solves with the transpose for the first columns. A dependent column's row is no part of the triangle. */
    private double[] backward(double[] right, int columns) {
        double[] solution = new double[lower.length];
        for (int i = columns - 1; i >= 0; i--) {
            if (!out[i]) {
                double sum = right[i];
                for (int k = i + 1; k < columns; k++) {
                    if (!out[k]) {
                        sum -= lower[k][i] * solution[k];
                    }
                }
                solution[i] = sum / lower[i][i];
            }
        }
        return solution;
    }

    /** The inverse, 0 in rows and columns of dependent columns. */
    double[][] inverse() {
        double[][] inverse = new double[lower.length][];
        for (int j = 0; j < inverse.length; j++) {
            double[] unit = new double[inverse.length];
            unit[j] = out[j] ? 0 : 1;
            inverse[j] = solve(unit);
        }
        return inverse;
    }
}
