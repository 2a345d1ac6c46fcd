package io.synthaudit.core.interval;

/**
 * Pearson's correlation with the variance of its influence function.
 *
 * <p>Fisher's z covers .66 to .68 on skewed columns, for its variance holds for normal data only. With standardised \(a, b\)
 * the influence of a row is \(\psi = ab - \frac r2 (a^2 + b^2)\), and \(\operatorname{Var}(r) \approx
 * \operatorname{E}\psi^2/n\) needs no more than central co-moments up to order 4, which merge. On Fisher's scale, with this
 * variance, bounds have equal reach on either side; it is made longer for heavy tails and where few rows lie off the line.
 *
 * @param r the correlation, in [-1, 1]
 * @param variance the variance of r, not negative; 0 if the columns are exact linear functions of each other
 * @param n the effective size
 * @see <a href="https://doi.org/10.1080/01621459.1976.10481514">Devlin, Gnanadesikan and Kettenring (1975), influence of r</a>
 */
public record Correlation(double r, double variance, double n) {

    /** Relative to its terms, a mean squared influence below this is rounding: the columns are exact linear functions. */
    private static final double ROUNDING = 1e-13;

    private static final String METHOD = "influence function";

    private static final double NORMAL_KURTOSIS = 3;

    /** The variance rests on fourth moments, which heavy tails leave too small; simulated with log-normal columns. */
    private static final double TAILS = 0.75;

    /** Rows off the line that would add as much again to the reach; simulated with columns that are equal but for a tenth. */
    private static final double OFF_LINE = 4;

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
        double kurtosis = Math.max(mu40 / mu20 / mu20, mu04 / mu02 / mu02);
        double tails = 1 + TAILS * Math.sqrt(Math.max(0, kurtosis - NORMAL_KURTOSIS) / Arguments.positive(n, "rows"));
        return new Correlation(r, kept / n * tails * tails, n);
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
        Interval bounds = Proportions.mover(r, interval(level), reference.r, reference.interval(level));
        return Estimate.of(
                r - reference.r, 0, new Interval(bounds.lower(), bounds.upper(), level, METHOD).clippedTo(-2, 2));
    }

    /**
     * Bounds of this correlation, of equal reach on Fisher's scale: near 1 it errs further down than up. The reach grows where
     * few rows lie off the line, for the variance rests on them alone.
     *
     * @param level one-sided confidence of each bound
     * @return bounds that contain r
     */
    public Interval interval(double level) {
        if (variance == 0) {
            double half = 2 * Proportions.unseen(n, level);
            return new Interval(r - half, r + half, level, METHOD);
        }
        double free = Math.max(1e-12, 1 - r * r);
        double reach = Normal.z(level) * Math.sqrt(variance) * (1 + OFF_LINE / (n * free)) / free;
        double inside = Math.max(-1 + 1e-12, Math.min(1 - 1e-12, r));
        double z = (StrictMath.log1p(inside) - StrictMath.log1p(-inside)) / 2;
        return new Interval(
                Math.min(r, StrictMath.tanh(z - reach)), Math.max(r, StrictMath.tanh(z + reach)), level, METHOD);
    }
}
