package io.synthaudit.core.interval;

/**
 * Closed forms for the two-sample Kolmogorov-Smirnov distance.
 *
 * <p>Under one continuous law \(D / \sqrt{1/n + 1/m}\) follows Kolmogorov's law, with mean \(\sqrt{\pi/2}\ln 2\) and variance
 * \(\pi^2/12 - (\pi/2)\ln^2 2\). Ties make the distance smaller, so that the lower bound is conservative for tied columns.
 *
 * @see <a href="https://doi.org/10.18637/jss.v008.i18">Marsaglia, Tsang and Wang (2003)</a>
 */
public final class KolmogorovSmirnov {

    /** The expected distance of two samples of one law, per square root of 1/n + 1/m: 0.8687. */
    public static final double FACTOR = Math.sqrt(Math.PI / 2) * StrictMath.log(2);

    private static final double SD_FACTOR = Math.sqrt(Math.PI * Math.PI / 12 - FACTOR * FACTOR);

    private KolmogorovSmirnov() {}

    /**
     * The distance with its closed-form interval.
     *
     * @param distance the largest difference of the distribution functions, in [0, 1]
     * @param f the first sample's distribution function where the difference is largest, in [0, 1]
     * @param n the first sample's effective size
     * @param g the second sample's distribution function at the same place, in [0, 1]
     * @param m the second sample's effective size
     * @param level one-sided confidence of each bound
     * @return value in [0, 1], bias E0
     */
    public static Estimate estimate(double distance, double f, double n, double g, double m, double level) {
        double e0 = expected(n, m);
        double sd = sdAt(f, n, g, m);
        Interval bounds = Distances.distance(distance, e0, nullSd(n, m), sd, Double.NaN, level);
        return Estimate.of(
                distance, e0, new Interval(bounds.lower(), bounds.upper(), level, "null-corrected, Raghavachari"));
    }

    /**
     * E0: the expected distance of two samples of one law.
     *
     * @param n effective size of the first sample
     * @param m effective size of the second sample
     * @return positive
     */
    public static double expected(double n, double m) {
        return FACTOR * Math.sqrt(Distances.inverse(n, m));
    }

    /**
     * s0: the standard deviation of the distance of two samples of one law.
     *
     * @param n effective size of the first sample
     * @param m effective size of the second sample
     * @return positive
     */
    public static double nullSd(double n, double m) {
        return SD_FACTOR * Math.sqrt(Distances.inverse(n, m));
    }

    /**
     * The standard deviation of the distance at two different laws, where the largest difference is attained at one place.
     *
     * @param f the first distribution function there
     * @param n the first sample's effective size
     * @param g the second distribution function there
     * @param m the second sample's effective size
     * @return sqrt(f(1-f)/n + g(1-g)/m)
     * @see <a href="https://doi.org/10.1214/aos/1193342382">Raghavachari (1973)</a>
     */
    public static double sdAt(double f, double n, double g, double m) {
        Arguments.probability(f, "a distribution function");
        Arguments.probability(g, "a distribution function");
        return Math.sqrt(f * (1 - f) / Arguments.positive(n, "rows") + g * (1 - g) / Arguments.positive(m, "rows"));
    }
}
