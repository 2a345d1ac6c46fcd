package io.synthaudit.learn.survival;

/**
 * The log-rank comparison of two curves: at each time with \(d\) events among \(n\) at risk, \(n_2\) of them of the second, \(d n_2
 * / n\) events of the second are expected, with hypergeometric variance.
 *
 * @param observed events of the second
 * @param expected those expected if there were no difference
 * @param variance the variance of the difference
 * @see <a href="https://doi.org/10.2307/2344317">Peto and Peto (1972)</a>
 */
public record LogRank(double observed, double expected, double variance) {

    /** Compares rows of a second group with those of a first. */
    public static LogRank of(double[] firstTime, boolean[] firstEvent, double[] secondTime, boolean[] secondEvent) {
        double[] time = new double[firstTime.length + secondTime.length];
        boolean[] event = new boolean[time.length];
        System.arraycopy(firstTime, 0, time, 0, firstTime.length);
        System.arraycopy(secondTime, 0, time, firstTime.length, secondTime.length);
        System.arraycopy(firstEvent, 0, event, 0, firstTime.length);
        System.arraycopy(secondEvent, 0, event, firstTime.length, secondTime.length);
        ProductLimit all = ProductLimit.of(time, event);
        double[] sorted = secondTime.clone();
        java.util.Arrays.sort(sorted);
        double observed = 0;
        for (boolean each : secondEvent) {
            observed += each ? 1 : 0;
        }
        double expected = 0;
        double variance = 0;
        int gone = 0;
        for (int i = 0; i < all.times().length; i++) {
            while (gone < sorted.length && sorted[gone] < all.times()[i]) {
                gone++;
            }
            double n = all.atRisk()[i];
            double share = (sorted.length - gone) / n;
            double d = all.events()[i];
            expected += d * share;
            variance += n > 1 ? d * share * (1 - share) * (n - d) / (n - 1) : 0;
        }
        return new LogRank(observed, expected, variance);
    }

    /** The standardised difference, normal if there is none; 0 where nothing can differ. */
    public double z() {
        return variance > 0 ? (observed - expected) / Math.sqrt(variance) : 0;
    }
}
