package io.synthaudit.core.interval;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal law. */
public final class Normal {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /**
     * The quantile of the standard normal law.
     *
     * @param level a probability in (0, 1)
     * @return z with P(Z &lt;= z) = level; 1.6449 at 0.95
     * @throws IllegalArgumentException if the level is outside (0, 1)
     */
    public static double z(double level) {
        return STANDARD.inverseCumulativeProbability(Arguments.level(level));
    }

    /**
     * The distribution function of the standard normal law.
     *
     * @param z any number
     * @return P(Z &lt;= z)
     */
    public static double cdf(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    /**
     * The upper tail of the standard normal law, exact where {@code 1 - cdf} is not.
     *
     * @param z any number
     * @return P(Z &gt; z)
     */
    public static double tail(double z) {
        return STANDARD.survivalProbability(z);
    }
}
