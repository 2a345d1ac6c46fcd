package io.synthaudit.metrics.utility;

import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.RowInfluence;
import java.util.Arrays;

/**
 * Scores of predicted numbers against the true ones of test rows, with normal bounds by each row's influence, by person where
 * persons own several.
 *
 * @param truth the number of each test row; not all alike
 * @param person person of each row, or null
 */
record NumberScores(double[] truth, int[] person) {

    private static final String ROWS = "test rows";

    private double mean() {
        return Arrays.stream(truth).sum() / truth.length;
    }

    /** Sum of squared deviations from the mean of the test rows. */
    private double total() {
        double mean = mean();
        double sum = 0;
        for (double y : truth) {
            sum += (y - mean) * (y - mean);
        }
        return sum;
    }

    /** One minus squared errors over squared deviations; at most 1, below 0 when the mean would do better. */
    double r2(double[] predicted) {
        double errors = 0;
        for (int i = 0; i < truth.length; i++) {
            errors += square(truth[i] - predicted[i]);
        }
        return 1 - errors / total();
    }

    Estimate r2(double[] predicted, double level) {
        double value = r2(predicted);
        Estimate estimate = RowInfluence.of(value, influence(predicted, value), person, 1, level, ROWS);
        return Estimate.of(value, estimate.interval().clippedTo(-Double.MAX_VALUE, 1));
    }

    /** The first minus the second on the same rows. */
    Estimate r2Difference(double[] first, double[] second, double level) {
        double a = r2(first);
        double b = r2(second);
        double[] moves = influence(first, a);
        double[] others = influence(second, b);
        for (int i = 0; i < moves.length; i++) {
            moves[i] -= others[i];
        }
        return RowInfluence.of(a - b, moves, person, 1, level, ROWS);
    }

    private double[] influence(double[] predicted, double value) {
        double mean = mean();
        double total = total();
        double[] influence = new double[truth.length];
        for (int i = 0; i < influence.length; i++) {
            influence[i] = ((1 - value) * square(truth[i] - mean) - square(truth[i] - predicted[i])) / total;
        }
        return influence;
    }

    /** Root of the mean squared error; its interval is the root of that of the mean. */
    Estimate rmse(double[] predicted, double level) {
        double[] squares = new double[truth.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = square(truth[i] - predicted[i]);
        }
        Estimate mean = RowInfluence.ofMean(squares, person, total() / truth.length, level, ROWS);
        Interval of = mean.interval();
        return Estimate.of(
                Math.sqrt(mean.value()),
                new Interval(
                        Math.sqrt(Math.max(0, of.lower())), Math.sqrt(Math.max(0, of.upper())), level, of.method()));
    }

    /** Mean absolute error. */
    Estimate mae(double[] predicted, double level) {
        double[] errors = new double[truth.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.abs(truth[i] - predicted[i]);
        }
        Estimate mean = RowInfluence.ofMean(errors, person, Math.sqrt(total() / truth.length), level, ROWS);
        return Estimate.of(mean.value(), mean.interval().clippedTo(0, Double.MAX_VALUE));
    }

    private static double square(double x) {
        return x * x;
    }
}
