package io.synthaudit.metrics.utility;

import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.RowInfluence;
import java.util.Arrays;

/**
 * The slope of a logistic regression of the class on the logit of its predicted probability: 1 when predictions are as bold as
 * they ought to be, below 1 when they are too extreme, above 1 when they are too timid. Of more than two classes the mean of
 * the one-against-rest slopes, over classes that have one.
 *
 * <p>Probabilities are cut at 1e-6 from either end. Interval: sandwich variance, each row's influence on the slope, by person
 * where persons own several.
 *
 * @see <a href="https://doi.org/10.1093/biomet/45.3-4.562">Cox (1958)</a>
 * @see <a href="https://doi.org/10.1016/j.jclinepi.2015.12.005">Van Calster et al. (2016)</a>
 */
final class CalibrationSlope {

    private static final double LEAST = 1e-6;
    private static final int FEWEST = 10;
    private static final int MOST_STEPS = 50;

    private CalibrationSlope() {}

    /** The slope; null where no class has one: fewer than 10 rows on a side, or predictions that do not vary or part perfectly. */
    static Estimate of(TestRows test, double[][] probabilities, double level) {
        double[] influence = new double[probabilities.length];
        double sum = 0;
        int classes = 0;
        for (int k = 0; k < test.classes(); k++) {
            boolean asked = test.positive() < 0 || k == test.positive();
            double slope = asked ? add(influence, test.labels(), k, probabilities) : Double.NaN;
            if (!Double.isNaN(slope)) {
                sum += slope;
                classes++;
            }
        }
        if (classes == 0) {
            return null;
        }
        int found = classes;
        double[] mean = Arrays.stream(influence).map(v -> v / found).toArray();
        return RowInfluence.of(sum / classes, mean, test.person(), 1, level, "test rows");
    }

    /** Adds the influence on one class's slope and returns the slope, or NaN. */
    private static double add(double[] influence, int[] labels, int k, double[][] probabilities) {
        int n = labels.length;
        double[] x = new double[n];
        int own = 0;
        for (int i = 0; i < n; i++) {
            double p = Math.max(LEAST, Math.min(1 - LEAST, probabilities[i][k]));
            x[i] = StrictMath.log(p / (1 - p));
            own += labels[i] == k ? 1 : 0;
        }
        if (own < FEWEST || n - own < FEWEST) {
            return Double.NaN;
        }
        double intercept = StrictMath.log(own / (double) (n - own));
        double slope = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            Sums sums = Sums.of(x, labels, k, intercept, slope);
            double determinant = sums.h00 * sums.h11 - sums.h01 * sums.h01;
            if (!(determinant > 1e-10 * sums.h00 * sums.h11)) {
                return Double.NaN;
            }
            double first = (sums.h11 * sums.g0 - sums.h01 * sums.g1) / determinant;
            double second = (sums.h00 * sums.g1 - sums.h01 * sums.g0) / determinant;
            // Steps are halved until they are small enough for the quadratic model.
            double cut = Math.min(1, 2 / Math.max(Math.abs(first), Math.abs(second)));
            intercept += cut * first;
            slope += cut * second;
            if (Math.abs(first) + Math.abs(second) < 1e-10) {
                for (int i = 0; i < n; i++) {
                    double error = (labels[i] == k ? 1 : 0) - mean(intercept + slope * x[i]);
                    influence[i] += error * (sums.h00 * x[i] - sums.h01) / determinant;
                }
                return slope;
            }
        }
        return Double.NaN;
    }

    private static double mean(double score) {
        return 1 / (1 + StrictMath.exp(-score));
    }

    /** Gradient of the log-likelihood and minus its second derivatives. */
    private record Sums(double g0, double g1, double h00, double h01, double h11) {

        static Sums of(double[] x, int[] labels, int k, double intercept, double slope) {
            double g0 = 0;
            double g1 = 0;
            double h00 = 0;
            double h01 = 0;
            double h11 = 0;
            for (int i = 0; i < x.length; i++) {
                double mu = mean(intercept + slope * x[i]);
                double error = (labels[i] == k ? 1 : 0) - mu;
                double weight = mu * (1 - mu);
                g0 += error;
                g1 += error * x[i];
                h00 += weight;
                h01 += weight * x[i];
                h11 += weight * x[i] * x[i];
            }
            return new Sums(g0, g1, h00, h01, h11);
        }
    }
}
