package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.statistic.SortedCounts;

/** Integrals over the empirical distribution functions of sorted numbers; both columns have at least one. */
final class StepFunctions {

    private StepFunctions() {}

    /** Integral of |F - G|. */
    static double area(SortedCounts first, SortedCounts second) {
        return integral(first, second, false);
    }

    /** Integral of (F - G)^2. */
    static double squaredArea(SortedCounts first, SortedCounts second) {
        return integral(first, second, true);
    }

    private static double integral(SortedCounts first, SortedCounts second, boolean squared) {
        double[] x = first.values();
        double[] y = second.values();
        long[] cx = first.counts();
        long[] cy = second.counts();
        double n = first.present();
        double m = second.present();
        long below = 0;
        long belowToo = 0;
        double height = 0;
        double before = Math.min(x[0], y[0]);
        double sum = 0;
        for (int i = 0, j = 0; i < x.length || j < y.length; ) {
            boolean left = j == y.length || (i < x.length && x[i] <= y[j]);
            boolean right = i == x.length || (j < y.length && y[j] <= x[i]);
            double value = left ? x[i] : y[j];
            sum += height * (value - before);
            before = value;
            below += left ? cx[i++] : 0;
            belowToo += right ? cy[j++] : 0;
            double difference = Math.abs(below / n - belowToo / m);
            height = squared ? difference * difference : difference;
        }
        return sum;
    }

    /** Expected area between two samples of this law, per root of 1/n + 1/m: each F - G is close to normal. */
    static double meanDeviation(SortedCounts law) {
        double[] x = law.values();
        long[] counts = law.counts();
        double n = law.present();
        long below = 0;
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            below += counts[i];
            double f = below / n;
            sum += Math.sqrt(f * (1 - f)) * (x[i + 1] - x[i]);
        }
        return sum * Math.sqrt(2 / Math.PI);
    }

    /** Standard deviation with divisor n. */
    static double spread(SortedCounts law) {
        double[] x = law.values();
        long[] counts = law.counts();
        double n = law.present();
        double mean = 0;
        for (int i = 0; i < x.length; i++) {
            mean += counts[i] / n * x[i];
        }
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            square += counts[i] / n * (x[i] - mean) * (x[i] - mean);
        }
        return Math.sqrt(square);
    }

    /**
     * Expected energy distance of two samples of this law, per root of 1/n + 1/m. With c = 1/n + 1/m the squared distance is
     * 2c times the integral of a squared Brownian bridge at F: a weighted sum of squared normal variables with mean 2c int
     * F(1-F) and variance 16 c^2 int int over s &lt; t of F(s)^2 (1-F(t))^2, for which a gamma law stands.
     */
    static double meanRootEnergy(SortedCounts law) {
        double[] x = law.values();
        long[] counts = law.counts();
        double n = law.present();
        long below = 0;
        double mean = 0;
        double twofold = 0;
        double before = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            below += counts[i];
            double f = below / n;
            double gap = x[i + 1] - x[i];
            mean += 2 * f * (1 - f) * gap;
            twofold += (1 - f) * (1 - f) * gap * (before + f * f * gap / 2);
            before += f * f * gap;
        }
        double variance = 16 * twofold;
        if (!(mean > 0 && variance > 0)) {
            return 0;
        }
        return Math.sqrt(variance / mean) * gammaRatio(mean * mean / variance);
    }

    /** Gamma(k + 1/2) / Gamma(k), to 1e-8 from an asymptotic series at k + 8. */
    static double gammaRatio(double k) {
        double factor = 1;
        double at = k;
        for (int i = 0; i < 8; i++, at++) {
            factor *= at / (at + 0.5);
        }
        double series = 1 - (1 - (1 + (5 - 21 / (32 * at)) / (8 * at)) / (16 * at)) / (8 * at);
        return factor * Math.sqrt(at) * series;
    }
}
