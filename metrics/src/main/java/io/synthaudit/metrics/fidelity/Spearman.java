package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.interval.Correlation;

/**
 * Spearman's correlation, Pearson's of midranks, with the variance of its influence function: that of the covariance of two
 * distribution functions which are themselves estimated, so that ties and skewness enter as they are. Linear in the points.
 */
final class Spearman {

    private Spearman() {}

    static Correlation of(RankPoints points) {
        double[] f = middle(points.perX(), points.n());
        double[] g = middle(points.perY(), points.n());
        double[] gAbove = new double[f.length];
        double[] fAbove = new double[g.length];
        double n = points.n();
        double product = 0;
        for (int i = 0; i < points.size(); i++) {
            int x = points.x(i);
            int y = points.y(i);
            int w = points.weight(i);
            product += w * f[x] * g[y];
            gAbove[x] += w * g[y];
            fAbove[y] += w * f[x];
        }
        product /= n;
        above(gAbove, n);
        above(fAbove, n);
        double squareF = square(points.perX(), f, n);
        double squareG = square(points.perY(), g, n);
        double a = squareF - 0.25;
        double b = squareG - 0.25;
        double root = Math.sqrt(a * b);
        double rho = Math.max(-1, Math.min(1, (product - 0.25) / root));
        double[] ownF = own(points.perX(), f, n);
        double[] ownG = own(points.perY(), g, n);
        double[] influence = new double[points.size()];
        for (int i = 0; i < influence.length; i++) {
            int x = points.x(i);
            int y = points.y(i);
            double c = f[x] * g[y] + gAbove[x] + fAbove[y] - 3 * product;
            double u = f[x] * f[x] + 2 * ownF[x] - 3 * squareF;
            double v = g[y] * g[y] + 2 * ownG[y] - 3 * squareG;
            influence[i] = c / root - rho / 2 * (u / a + v / b);
        }
        return RankDifferences.correlation(rho, points.variance(influence));
    }

    /** Share of rows below a rank plus half of those at it. */
    private static double[] middle(int[] counts, double n) {
        double[] middle = new double[counts.length];
        double below = 0;
        for (int i = 0; i < counts.length; i++) {
            middle[i] = (below + 0.5 * counts[i]) / n;
            below += counts[i];
        }
        return middle;
    }

    private static double square(int[] counts, double[] f, double n) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * f[i] * f[i];
        }
        return sum / n;
    }

    private static double[] own(int[] counts, double[] f, double n) {
        double[] own = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            own[i] = counts[i] * f[i];
        }
        above(own, n);
        return own;
    }

    /** Turns sums per rank into the mean over rows of what lies above each rank, half of what lies at it included. */
    private static void above(double[] sums, double n) {
        double above = 0;
        for (int i = sums.length - 1; i >= 0; i--) {
            double at = sums[i];
            sums[i] = (above + 0.5 * at) / n;
            above += at;
        }
    }
}
