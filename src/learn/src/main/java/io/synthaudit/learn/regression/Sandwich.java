package io.synthaudit.learn.regression;

import java.util.Arrays;

/** Covariance of coefficients where rows of one person belong together. */
final class Sandwich {

    private Sandwich() {}

    /**
     * \(\frac{G}{G-1} A^{-1} \left(\sum_g u_g u_g^T\right) A^{-1}\) with \(u_g = \sum_{i \in g} x_i (y_i - \mu_i)\).
     *
     * @param bread \(A^{-1}\), the inverse of the weighted cross products
     */
    static double[][] of(ModelMatrix x, double[] y, double[] mu, double[][] bread, int[] person) {
        int p = x.columns();
        double[][] scores = new double[Arrays.stream(person).max().orElse(-1) + 1][];
        for (int i = 0; i < y.length; i++) {
            if (scores[person[i]] == null) {
                scores[person[i]] = new double[p];
            }
            x.addRow(i, y[i] - mu[i], scores[person[i]]);
        }
        int persons = 0;
        double[][] covariance = new double[p][p];
        double[] influence = new double[p];
        for (double[] score : scores) {
            if (score == null) {
                continue;
            }
            persons++;
            for (int j = 0; j < p; j++) {
                double sum = 0;
                for (int k = 0; k < p; k++) {
                    sum += bread[j][k] * score[k];
                }
                influence[j] = sum;
            }
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    covariance[j][k] += influence[j] * influence[k];
                }
            }
        }
        for (double[] row : covariance) {
            for (int j = 0; j < p; j++) {
                row[j] *= persons / Math.max(1.0, persons - 1.0);
            }
        }
        return covariance;
    }
}
