package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.interval.Moment;
import io.synthaudit.core.statistic.SortedCounts;

/**
 * The first four moments of a column with what their bounds need, from its sorted distinct numbers.
 *
 * <p>Numbers are taken about the training mean in units of the training standard deviation, and powers only of what is left
 * once the column's own mean and standard deviation are out: no sum loses digits to a far centre.
 */
final class NumberMoments {

    private final double n;
    private final double mean;
    private final double variance;
    private final double skewness;
    private final double kurtosis;
    private double fifth;
    private double sixth;
    private final double[] square = new double[3];
    private final double[] fourth = new double[3];

    /** @param column at least one number */
    NumberMoments(SortedCounts column, double centre, double spread) {
        double[] values = column.values();
        long[] counts = column.counts();
        n = column.present();
        double[] u = new double[values.length];
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            u[i] = (values[i] - centre) / spread;
            sum += counts[i] * u[i];
        }
        mean = sum / n;
        double squares = 0;
        for (int i = 0; i < u.length; i++) {
            u[i] -= mean;
            squares += counts[i] * u[i] * u[i];
        }
        variance = u.length < 2 ? 0 : squares / n;
        double sd = Math.sqrt(variance);
        double third = 0;
        double four = 0;
        for (int i = 0; i < u.length && sd > 0; i++) {
            u[i] /= sd;
            double uu = u[i] * u[i];
            third += counts[i] * uu * u[i];
            four += counts[i] * uu * uu;
            fifth += counts[i] * uu * uu * u[i];
            sixth += counts[i] * uu * uu * uu;
        }
        skewness = third / n;
        kurtosis = four / n;
        fifth /= n;
        sixth /= n;
        influences(u, counts);
    }

    /** Sums of squares and fourth powers of the influences on variance, skewness and kurtosis. */
    private void influences(double[] u, long[] counts) {
        for (int i = 0; i < u.length && variance > 0; i++) {
            double x = u[i];
            double xx = x * x;
            add(0, counts[i], xx - 1);
            add(1, counts[i], xx * x - 3 * x - skewness - 1.5 * skewness * (xx - 1));
            add(2, counts[i], xx * xx - kurtosis - 4 * skewness * x - 2 * kurtosis * (xx - 1));
        }
    }

    private void add(int moment, long count, double influence) {
        double squared = influence * influence;
        square[moment] += count * squared;
        fourth[moment] += count * squared * squared;
    }

    /** Whether two different numbers are there. */
    boolean varies() {
        return variance > 0;
    }

    double kurtosis() {
        return kurtosis;
    }

    /** In training standard deviations, from the training mean. */
    Moment mean(double deff, double level) {
        double sd = Math.sqrt(variance * n / Math.max(1, n - 1));
        return Moment.mean(mean, sd, skewness, Math.max(1, kurtosis), n / deff, level);
    }

    /** With divisor n - 1, in training standard deviations. */
    Moment sd(double deff, double level) {
        double sd = Math.sqrt(variance * n / Math.max(1, n - 1));
        return Moment.sd(sd, Math.max(1, kurtosis), carriers(0, deff), n / deff, level);
    }

    Moment skewness(double deff, double level) {
        double g = skewness;
        double bias = (-1.5 * g + 15.0 / 8 * g * (kurtosis - 1) - 1.5 * (fifth - 4 * g)) * deff / n;
        double error = square[1] / n * deff / n;
        return Moment.of(g, bias, error, carriers(1, deff), Moment.LEAST_FOR_SKEWNESS, level);
    }

    /** In excess of the normal law's 3. */
    Moment excessKurtosis(double deff, double level) {
        double k = kurtosis;
        double ofRatio = 2 * (sixth - k - 4 * skewness * skewness);
        double bias = (-2 * k + 6 + 3 * k * (k - 1) - ofRatio) * deff / n;
        double error = square[2] / n * deff / n;
        return Moment.of(k - 3, bias, error, carriers(2, deff), Moment.LEAST_FOR_KURTOSIS, level);
    }

    /** Effective cells that carry the influence; all where each carries as much, as in a column of two equal halves. */
    private double carriers(int moment, double deff) {
        return fourth[moment] > 0 ? square[moment] * square[moment] / fourth[moment] / deff : n / deff;
    }
}
