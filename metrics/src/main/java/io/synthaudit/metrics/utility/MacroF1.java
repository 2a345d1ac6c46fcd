package io.synthaudit.metrics.utility;

import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.RowInfluence;

/**
 * The mean over classes of \(F_1 = 2 TP / (P + N)\), TP rows rightly predicted as the class, P rows predicted as it, N rows
 * of it. Classes that test rows neither have nor are predicted as are left out; the prediction is the likeliest class.
 *
 * <p>Interval: normal, by each row's influence on the mean, by person where persons own several.
 */
final class MacroF1 {

    private MacroF1() {}

    static Estimate of(TestRows test, double[][] probabilities, double level) {
        int classes = test.classes();
        int n = probabilities.length;
        int[] guesses = new int[n];
        double[] right = new double[classes];
        double[] sizes = new double[classes];
        for (int i = 0; i < n; i++) {
            guesses[i] = BalancedAccuracy.likeliest(probabilities[i]);
            sizes[guesses[i]]++;
            sizes[test.labels()[i]]++;
            right[guesses[i]] += guesses[i] == test.labels()[i] ? 1 : 0;
        }
        double sum = 0;
        int present = 0;
        for (int k = 0; k < classes; k++) {
            sum += sizes[k] == 0 ? 0 : 2 * right[k] / sizes[k];
            present += sizes[k] == 0 ? 0 : 1;
        }
        double[] influence = new double[n];
        for (int i = 0; i < n; i++) {
            int truth = test.labels()[i];
            influence[i] = (part(truth, right, sizes, guesses[i] == truth)
                            + part(guesses[i], right, sizes, guesses[i] == truth))
                    / present;
        }
        Estimate mean = RowInfluence.of(sum / present, influence, test.person(), 1, level, "test rows");
        return Estimate.of(mean.value(), mean.interval().clippedTo(0, 1));
    }

    /** How far one more row that is of a class, or is predicted as it, moves its F1. */
    private static double part(int k, double[] right, double[] sizes, boolean hit) {
        return ((hit ? 1 : 0) - 2 * right[k] / sizes[k]) / sizes[k];
    }
}
