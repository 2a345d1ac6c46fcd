package io.synthaudit.core.interval;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A moment of a sample with bounds that skewed laws do not break: what differences of moments are made of.
 *
 * <p>A moment's standard error is that of its influence function \(\psi\), but where few cells carry the influence the error
 * is itself uncertain and grows with the estimate. With \(w = (\sum\psi^2)^2/\sum\psi^4\) effective cells the bounds
 * therefore take Student's quantile with w degrees of freedom in place of the normal one, and below a least w there are
 * none: no method bounds the higher moments of a law whose far cells a sample may not have met. The least w are simulated
 * so that over laws from uniform to lognormal, equal or not, at most 6 % of all tables get a bound that is wrong.
 *
 * @param value the moment
 * @param lower lower bound
 * @param upper upper bound
 * @param isBounded false where too few cells carry it, so that the bounds mean nothing
 * @param level one-sided confidence of each bound
 */
public record Moment(double value, double lower, double upper, boolean isBounded, double level) {

    /** Least effective cells for a standard deviation. */
    public static final double LEAST_FOR_SPREAD = 12;

    /** Least effective cells for a skewness. */
    public static final double LEAST_FOR_SKEWNESS = 15;

    /** Least effective cells for a kurtosis. */
    public static final double LEAST_FOR_KURTOSIS = 20;

    /** Beyond this many degrees Student's quantile is the normal one to three digits. */
    private static final double NORMAL_FROM = 2_000;

    private static final String FEW =
            "A few far cells carry it in one of the tables, so that no bound of it would hold.";

    /**
     * A mean. Its bounds are the outer ones of the symmetric interval and of Hall's, which removes the skewness of the
     * studentised mean by a cubic transformation; the degrees of freedom are those of the sample variance, 2n / (kurtosis -
     * 1).
     *
     * @param mean the mean
     * @param sd standard deviation with divisor n - 1, not negative
     * @param skewness skewness of the sample
     * @param kurtosis kurtosis of the sample, 3 for a normal law, at least 1
     * @param n effective size, positive
     * @param level one-sided confidence of each bound
     * @see "Hall (1992), On the removal of skewness by transformation, J. R. Statist. Soc. B 54, 221-228"
     */
    public static Moment mean(double mean, double sd, double skewness, double kurtosis, double n, double level) {
        double t = quantile(2 * n / Math.max(1e-9, kurtosis - 1), level);
        double error = sd / Math.sqrt(n);
        double bend = skewness / Math.sqrt(n);
        double lower = Math.max(t, unbent(t, bend));
        double upper = Math.max(t, -unbent(-t, bend));
        return new Moment(mean, mean - error * lower, mean + error * upper, sd > 0, level);
    }

    /** Hall's transformation t + b t^2 / 3 + b^2 t^3 / 27 + b / 6, solved for t. */
    private static double unbent(double t, double b) {
        return Math.abs(b) < 1e-9 ? t : 3 / b * (StrictMath.cbrt(1 + b * (t - b / 6)) - 1);
    }

    /**
     * A standard deviation: symmetric below, symmetric on the logarithm above.
     *
     * @param sd the standard deviation, not negative
     * @param kurtosis kurtosis of the sample, at least 1
     * @param carriers effective cells that carry its influence
     * @param n effective size, positive
     * @param level one-sided confidence of each bound
     */
    public static Moment sd(double sd, double kurtosis, double carriers, double n, double level) {
        double reach = quantile(carriers, level) * Math.sqrt(Math.max(0, kurtosis - 1) / (4 * n));
        return new Moment(
                sd,
                sd * Math.max(0, 1 - reach),
                sd * StrictMath.exp(Math.min(reach, 100)),
                sd > 0 && carriers >= LEAST_FOR_SPREAD,
                level);
    }

    /**
     * Any other moment, by its influence function. The bounds stand about the value less its bias; the value itself stays as
     * it is, and inside.
     *
     * @param value the moment of the sample
     * @param bias its bias to order 1/n
     * @param variance its variance, not negative
     * @param carriers effective cells that carry its influence
     * @param least least such cells for bounds
     * @param level one-sided confidence of each bound
     */
    public static Moment of(double value, double bias, double variance, double carriers, double least, double level) {
        double reach = quantile(carriers, level) * Math.sqrt(variance);
        return new Moment(
                value,
                Math.min(value, value - bias - reach),
                Math.max(value, value - bias + reach),
                carriers >= least,
                level);
    }

    private static double quantile(double degrees, double level) {
        return degrees >= NORMAL_FROM
                ? Normal.z(level)
                : TDistribution.of(Math.max(1, degrees)).inverseCumulativeProbability(Arguments.level(level));
    }

    /**
     * This moment minus that of another sample, both times a factor: squared distances to the bounds add.
     *
     * @param reference the moment to subtract
     * @param factor unit of the result, positive
     * @return the difference, with an interval where both moments have bounds
     */
    public Estimate minus(Moment reference, double factor) {
        double difference = factor * (value - reference.value);
        if (!isBounded || !reference.isBounded) {
            return Estimate.point(difference, FEW);
        }
        double below = factor * hypotenuse(value - lower, reference.upper - reference.value);
        double above = factor * hypotenuse(upper - value, reference.value - reference.lower);
        return Estimate.of(
                difference,
                new Interval(difference - below, difference + above, level, "influence function, Student's t"));
    }

    private static double hypotenuse(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }
}
