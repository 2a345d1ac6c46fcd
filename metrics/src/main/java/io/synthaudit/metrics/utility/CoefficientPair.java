package io.synthaudit.metrics.utility;

import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Normal;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * One coefficient, estimated from two tables.
 *
 * <p>With 95 % intervals of half widths \(a\) and \(b\) around \(\beta_1\) and \(\beta_2\), and \(w\) the length that they
 * share, negative when there is a gap, the overlap is \[ \tfrac12\left(\frac{w}{2a} + \frac{w}{2b}\right), \quad w =
 * \min(\beta_1 + a, \beta_2 + b) - \max(\beta_1 - a, \beta_2 - b) . \] It falls as the coefficients part, so bounds on their
 * distance are bounds on it.
 *
 * @param first the coefficient in training
 * @param firstError its standard error
 * @param firstDegrees degrees of freedom of Student's law, infinite for the normal law
 * @param second the coefficient in the other table
 * @param secondError its standard error
 * @param secondDegrees degrees of freedom
 */
record CoefficientPair(
        double first, double firstError, double firstDegrees, double second, double secondError, double secondDegrees) {

    private static final double HALF = 0.975;

    private double firstHalf() {
        return quantile(HALF, firstDegrees) * firstError;
    }

    private double secondHalf() {
        return quantile(HALF, secondDegrees) * secondError;
    }

    private static double quantile(double level, double degrees) {
        return Double.isInfinite(degrees)
                ? Normal.z(level)
                : TDistribution.of(degrees).inverseCumulativeProbability(level);
    }

    private double spread() {
        return Math.sqrt(firstError * firstError + secondError * secondError);
    }

    private double margin(double level) {
        return quantile(level, Math.min(firstDegrees, secondDegrees)) * spread();
    }

    /** The overlap of intervals of these widths whose middles are so far apart. */
    private double overlapAt(double apart) {
        double a = firstHalf();
        double b = secondHalf();
        return (a + b - Math.max(Math.abs(a - b), apart)) * (1 / a + 1 / b) / 4;
    }

    double overlap() {
        return overlapAt(Math.abs(second - first));
    }

    double overlapLower(double level) {
        return overlapAt(Math.abs(second - first) + margin(level));
    }

    double overlapUpper(double level) {
        return overlapAt(Math.max(0, Math.abs(second - first) - margin(level)));
    }

    /** The overlap expected of two tables with the same true coefficient and these standard errors. */
    double expectedOverlap() {
        double a = firstHalf();
        double b = secondHalf();
        double s = spread();
        double k = Math.abs(a - b) / s;
        // E max(k, |Z|) of a standard normal Z.
        double density = StrictMath.exp(-k * k / 2) / Math.sqrt(2 * Math.PI);
        double apart = s * (k * (2 * Normal.cdf(k) - 1) + 2 * density);
        return (a + b - apart) * (1 / a + 1 / b) / 4;
    }

    /** The overlap with its bounds. */
    Estimate overlap(double level) {
        return Estimate.of(
                overlap(),
                expectedOverlap(),
                new Interval(
                        overlapLower(level),
                        overlapUpper(level),
                        level,
                        "normal, on the distance of the coefficients"));
    }

    /** \((\beta_2 - \beta_1) / \mathrm{se}_1\). */
    Estimate standardisedDifference(double level) {
        double difference = (second - first) / firstError;
        double margin = margin(level) / firstError;
        return Estimate.of(
                difference, new Interval(difference - margin, difference + margin, level, "normal, on the difference"));
    }

    boolean signsAgree() {
        return Math.signum(first) == Math.signum(second);
    }

    /** Whether both differ from 0 at 5 %, or neither does. */
    boolean significanceAgrees() {
        return Math.abs(first) > firstHalf() == Math.abs(second) > secondHalf();
    }
}
