package io.synthaudit.core.interval;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Bounds of what a fitted model scores on test rows, from two sources of error: which rows it is tested on, and which rows (and
 * which seed) it learned from.
 *
 * <p>The first comes as an interval for given models. The second is the variance between models refitted on rows drawn with
 * repetition, by fewer rows than the model learned from: the variance of a score by the choice of n rows falls at least as
 * 1/n, so it is multiplied by the ratio of the sizes. Both add up, and Student's quantile has the degrees of freedom of
 * Satterthwaite.
 *
 * @see <a href="https://doi.org/10.2307/3002019">Satterthwaite (1946)</a>
 * @see <a href="https://doi.org/10.1007/978-1-4612-1554-7">Bickel, Goetze and van Zwet (1997) on m out of n</a>
 */
public final class TwoLevel {

    /** Beyond this many degrees Student's quantile is the normal one to three digits. */
    private static final double NORMAL_FROM = 2_000;

    private TwoLevel() {}

    /**
     * Adds the error of the rows learned from.
     *
     * @param tested the score with bounds that cover the choice of test rows
     * @param refitted the same score of refitted models on the same test rows, at least two
     * @param share rows of a refitted model over rows of the model, in (0, 1]
     * @param least the smallest possible score
     * @param greatest the largest possible score
     * @return the score with wider bounds
     */
    public static Estimate of(Estimate tested, double[] refitted, double share, double least, double greatest) {
        if (refitted.length < 2 || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("two refitted models are needed, and a share of the rows");
        }
        Interval test = tested.interval();
        double z = Normal.z(test.level());
        double between = share * variance(refitted);
        double value = tested.value();
        double degrees = refitted.length - 1.0;
        double below = half((value - test.lower()) / z, between, degrees, test.level());
        double above = half((test.upper() - value) / z, between, degrees, test.level());
        String method = test.method() + "; " + refitted.length + " refits";
        return Estimate.of(
                value,
                tested.bias(),
                new Interval(value - below, value + above, test.level(), method).clippedTo(least, greatest));
    }

    private static double half(double testError, double between, double degrees, double level) {
        double total = testError * testError + between;
        if (total == 0) {
            return 0;
        }
        double effective = between == 0 ? NORMAL_FROM : degrees * (total / between) * (total / between);
        return quantile(effective, level) * Math.sqrt(total);
    }

    private static double quantile(double degrees, double level) {
        return degrees >= NORMAL_FROM
                ? Normal.z(level)
                : TDistribution.of(degrees).inverseCumulativeProbability(Arguments.level(level));
    }

    /**
     * A number whose law is only known from repetitions, such as a rank correlation.
     *
     * @param value the number
     * @param repeated the same number in repetitions, at least two
     * @param least the smallest possible one
     * @param greatest the largest possible one
     * @param level one-sided confidence of each bound
     * @return Student's interval by the repetitions' standard deviation
     */
    public static Estimate ofRepeated(double value, double[] repeated, double least, double greatest, double level) {
        double half = quantile(repeated.length - 1.0, level) * Math.sqrt(variance(repeated));
        String method = "Student, " + repeated.length + " refits";
        return Estimate.of(value, new Interval(value - half, value + half, level, method).clippedTo(least, greatest));
    }

    private static double variance(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double v : values) {
            squares += (v - mean) * (v - mean);
        }
        return squares / (values.length - 1);
    }
}
