package io.synthaudit.core.interval;

/**
 * The strength of an association in one table, corrected for its bias, with bounds: what differences of strengths are made
 * of.
 *
 * <p>Mean square contingency, mutual information and the correlation ratio squared are all of one sort: not negative, biased
 * upwards, and near zero distributed like a chi-square, so that neither a percentile bootstrap nor a normal interval covers
 * there. With plug-in \(\hat\theta\), bias \(b\), null variance \(v_0\) and variance \(v\) let \(\kappa^2 =
 * v/4\hat\theta\) and \(a = v_0/4\kappa^2\). Then \(\sqrt{\hat\theta - b + a}\) has about the standard deviation
 * \(\kappa\) at every strength (for a non-central chi-square this is Abdel-Aty's root), and \[ \theta_\pm =
 * (\sqrt{\hat\theta - b + a} \pm z\kappa)^2 - a . \] Two biases are known, the jackknife's and that of independent columns;
 * the lower bound takes the larger, the upper bound the smaller.
 *
 * @param centre the strength with its bias subtracted, not negative
 * @param lower lower bound, not negative
 * @param upper upper bound
 * @param farLower lower bound at half the error
 * @param farUpper upper bound at half the error
 * @param level one-sided confidence of {@code lower} and {@code upper}
 * @see <a href="https://doi.org/10.1093/biomet/41.3-4.538">Abdel-Aty (1954), roots of non-central chi-squares</a>
 */
public record Association(double centre, double lower, double upper, double farLower, double farUpper, double level) {

    /** The variance is estimated too, and skewed where levels are rare: simulated, a fifteenth more holds the level. */
    private static final double REACH = 16.0 / 15;

    /** Rows off a rule that would add as much again to the reach; simulated with a rule that a tenth of 279 rows break. */
    private static final double FEW_ROWS = 8;

    private static final double ROUNDING = 1e-9;

    /** A lower bound below this share of its centre is too near zero for bounds to be combined by their squares. */
    private static final double NEAR_ZERO = 0.4;

    /**
     * A plug-in strength and its moments.
     *
     * @param value the plug-in, not negative
     * @param bias its bias as the jackknife sees it
     * @param nullBias its bias if the columns are independent, not negative
     * @param nullVariance its variance if the columns are independent, not negative
     * @param variance its variance at the strength observed, not negative
     * @param unbroken lower bound if the variance is 0, as where one column determines the other
     */
    public record Plugin(
            double value, double bias, double nullBias, double nullVariance, double variance, double unbroken) {}

    /**
     * A variance for bounds of a strength that few rows keep from being complete: it rests on those rows alone.
     *
     * @param variance the variance, not negative
     * @param n effective number of rows
     * @param missing what the strength lacks of the largest one, as a share of that; in [0, 1]
     * @return a larger variance; the same where nothing is missing, for then no row is off the rule
     */
    public static double ofFewRows(double variance, double n, double missing) {
        double root = missing > ROUNDING ? 1 + FEW_ROWS / (n * missing) : 1;
        return variance * root * root;
    }

    /**
     * Bounds of a strength.
     *
     * @param plugin the plug-in and its moments
     * @param level one-sided confidence of each bound
     * @return centre and bounds
     */
    public static Association of(Plugin plugin, double level) {
        double z = REACH * Normal.z(level);
        double far = REACH * Normal.z((1 + level) / 2);
        double most = Math.max(plugin.bias, plugin.nullBias);
        double least = Math.min(plugin.bias, plugin.nullBias);
        double centre = Math.max(0, plugin.value - (most + least) / 2);
        double kappa2 = plugin.value > 0 ? plugin.variance / (4 * plugin.value) : 0;
        double nullKappa2 = plugin.nullBias > 0 ? plugin.nullVariance / (4 * plugin.nullBias) : 0;
        if (plugin.variance <= 1e-12 * plugin.value * plugin.value && plugin.value > 0) {
            return new Association(
                    plugin.value, plugin.unbroken, plugin.value, plugin.unbroken, plugin.value, Arguments.level(level));
        }
        double k = Math.sqrt(plugin.value > 0 ? kappa2 : 2 * nullKappa2);
        double a = k > 0 ? plugin.nullVariance / (4 * k * k) : 0;
        double degrees = plugin.nullVariance > 0 ? 2 * plugin.nullBias * plugin.nullBias / plugin.nullVariance : 1;
        double one = a / Math.max(1, degrees);
        double below = Math.sqrt(Math.max(0, plugin.value - most + a));
        double above = Math.sqrt(Math.max(0, plugin.value - least + a + one));
        return new Association(
                centre,
                Math.min(centre, lower(below, z * k, a)),
                Math.max(centre, upper(above, z * k, a - one)),
                Math.min(centre, lower(below, far * k, a)),
                Math.max(centre, upper(above, far * k, a - one)),
                level);
    }

    private static double lower(double root, double reach, double a) {
        double moved = root - reach;
        return moved <= 0 ? 0 : Math.max(0, moved * moved - a);
    }

    private static double upper(double root, double reach, double a) {
        double moved = root + reach;
        return Math.max(0, moved * moved - a);
    }

    /** The same of the root of the strength over a positive divisor, cut at 1: V from mean square contingency. */
    public Association root(double divisor) {
        return new Association(
                root(centre, divisor),
                root(lower, divisor),
                root(upper, divisor),
                root(farLower, divisor),
                root(farUpper, divisor),
                level);
    }

    private static double root(double square, double divisor) {
        return Math.min(1, Math.sqrt(square / divisor));
    }

    /**
     * Interval of this strength minus that of another table's: squared distances to the bounds add (MOVER), but where a
     * strength is not clearly above zero the bounds at half the error are subtracted, for then the centre is cut at zero.
     *
     * @param reference the strength to subtract
     * @param shown the difference that is reported, which the interval is made to hold
     * @return bounds of the difference of the two laws' strengths
     */
    public Interval minus(Association reference, double shown) {
        double value = centre - reference.centre;
        double down = value - hypotenuse(centre - lower, reference.upper - reference.centre);
        double up = value + hypotenuse(upper - centre, reference.centre - reference.lower);
        if (isNearZero()) {
            down = Math.min(down, farLower - reference.farUpper);
        }
        if (reference.isNearZero()) {
            up = Math.max(up, farUpper - reference.farLower);
        }
        return new Interval(Math.min(shown, down), Math.max(shown, up), level, "chi-square root, bias subtracted");
    }

    private boolean isNearZero() {
        return farLower <= NEAR_ZERO * centre;
    }

    private static double hypotenuse(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }
}
