package io.synthaudit.metrics.utility;

import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.RowInfluence;

/** Proper scores of class probabilities: means over test rows, with normal bounds, by person where persons own several. */
final class ProbabilityScores {

    /** Smaller probabilities count as this one, so that a class that was never seen costs 34.5 and not infinity. */
    private static final double LEAST = 1e-15;

    private ProbabilityScores() {}

    /** The mean of minus the logarithm of the probability of the true class. */
    static Estimate logLoss(TestRows test, double[][] probabilities, double level) {
        double[] losses = new double[probabilities.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = -StrictMath.log(Math.max(LEAST, probabilities[i][test.labels()[i]]));
        }
        Estimate mean = RowInfluence.ofMean(losses, test.person(), -StrictMath.log(LEAST), level, "test rows");
        return Estimate.of(mean.value(), mean.interval().clippedTo(0, Double.MAX_VALUE));
    }

    /**
     * The mean squared error of the probabilities: of two classes that of the positive one, in [0, 1]; of more summed over
     * classes as Brier did, in [0, 2].
     */
    static Estimate brier(TestRows test, double[][] probabilities, double level) {
        double[] losses = new double[probabilities.length];
        for (int i = 0; i < losses.length; i++) {
            double sum = 0;
            for (int k = 0; k < test.classes(); k++) {
                double error = probabilities[i][k] - (test.labels()[i] == k ? 1 : 0);
                sum += error * error;
            }
            losses[i] = test.classes() == 2 ? sum / 2 : sum;
        }
        double most = test.classes() == 2 ? 1 : 2;
        Estimate mean = RowInfluence.ofMean(losses, test.person(), most, level, "test rows");
        return Estimate.of(mean.value(), mean.interval().clippedTo(0, most));
    }
}
