package io.synthaudit.core.interval;

/**
 * Pearson's correlation with the variance of its influence function.
 *
 * <p>Fisher's z covers .66 to .68 on skewed columns, for its variance holds for normal data only. With standardised \(a, b\)
 * the influence of a row is \(\psi = ab - \frac r2 (a^2 + b^2)\), and \(\operatorname{Var}(r) \approx
 * \operatorname{E}\psi^2/n\) needs no more than central co-moments up to order 4, which merge.
 *
 * @param r the correlation, in [-1, 1]
 * @param variance the variance of r, not negative; 0 if the columns are exact linear functions of each other
 * @param n the effective size
 * @see <a href="https://doi.org/10.1080/01621459.1976.10481514">Devlin, Gnanadesikan and Kettenring (1975), influence of r</a>
 */
public record Correlation(double r, double variance, double n) {

    /** Relative to its terms, a mean squared influence below this is rounding: the columns are exact linear functions. */
    private static final double ROUNDING = 1e-13;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if r leaves [-1, 1], the variance is negative or n is not positive
     */
    public Correlation {
        if (!(Math.abs(r) <= 1) || !(variance >= 0) || Double.isInfinite(variance)) {
            throw new IllegalArgumentException("r must be in [-1, 1] and its variance finite and not negative");
        }
        Arguments.positive(n, "rows");
    }

    /**
     * The correlation of two columns from their central co-moments, \(\mu_{jk} = \frac1n\sum (x-\bar x)^j (y-\bar y)^k\).
     *
     * @param n effective number of rows, positive
     * @param mu20 variance of x, positive
     * @param mu02 variance of y, positive
     * @param mu11 covariance
     * @param mu40 co-moment (4, 0)
     * @param mu04 co-moment (0, 4)
     * @param mu31 co-moment (3, 1)
     * @param mu13 co-moment (1, 3)
     * @param mu22 co-moment (2, 2)
     * @return r and its variance
     * @throws IllegalArgumentException if a column is constant: its correlation is not defined
     */
    public static Correlation of(
            double n,
            double mu20,
            double mu02,
            double mu11,
            double mu40,
            double mu04,
            double mu31,
            double mu13,
            double mu22) {
        if (!(mu20 > 0 && mu02 > 0)) {
            throw new IllegalArgumentException("the correlation of a constant column is not defined");
        }
        double sx = Math.sqrt(mu20);
        double sy = Math.sqrt(mu02);
        double r = Math.max(-1, Math.min(1, mu11 / sx / sy));
        double m22 = mu22 / mu20 / mu02;
        double mixed = mu31 / mu20 / sx / sy + mu13 / mu02 / sx / sy;
        double pure = mu40 / mu20 / mu20 + 2 * m22 + mu04 / mu02 / mu02;
        double square = m22 - r * mixed + r * r / 4 * pure;
        double kept = square > ROUNDING * (m22 + pure) ? square : 0;
        return new Correlation(r, kept / Arguments.positive(n, "rows"), n);
    }

    /**
     * This correlation minus another one of independent rows.
     *
     * <p>Columns that are exact linear functions of each other have variance 0 although unseen rows may break the rule; such a
     * side contributes twice the share of rows that may have been missed ({@link Proportions#unseen}), as if all of them
     * obeyed the opposite rule.
     *
     * @param reference the correlation to subtract
     * @param level one-sided confidence of each bound
     * @return value in [-2, 2], bias 0
     */
    public Estimate minus(Correlation reference, double level) {
        double value = r - reference.r;
        double half = Math.sqrt(squaredHalfWidth(level) + reference.squaredHalfWidth(level));
        return Estimate.of(
                value, 0, new Interval(value - half, value + half, level, "influence function").clippedTo(-2, 2));
    }

    private double squaredHalfWidth(double level) {
        double half = variance == 0 ? 2 * Proportions.unseen(n, level) : Normal.z(level) * Math.sqrt(variance);
        return half * half;
    }
}
