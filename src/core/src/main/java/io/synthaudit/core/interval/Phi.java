package io.synthaudit.core.interval;

/**
 * The phi coefficient of two yes-or-no columns: their Pearson correlation, \(\phi = (n_{11} n_{00} - n_{10} n_{01}) /
 * \sqrt{n_{1.} n_{0.} n_{.1} n_{.0}}\).
 *
 * <p>Bounds are about the coefficient with half a row added to each of the four cells (Haldane, Anscombe), by the variance of its
 * influence function there, and reach as far about the plain one: without that rare cells that were not seen would count as impossible, and the bounds of two columns that
 * miss 2 % of 279 rows would cover .69 instead of .95.
 *
 * @param value the coefficient, in [-1, 1]
 * @param centre the same with half a row more in each cell
 * @param variance variance about the centre, positive
 * @see <a href="https://doi.org/10.1111/j.1469-1809.1956.tb01285.x">Haldane (1956)</a>
 * @see Correlation
 */
public record Phi(double value, double centre, double variance) {

    private static final double HALF_A_ROW = 0.5;

    /**
     * The coefficient of a table of four cells. Each column must have at least one row of either kind.
     *
     * @param both rows in which both hold
     * @param onlyFirst rows in which the first alone holds
     * @param onlySecond rows in which the second alone holds
     * @param neither rows in which neither holds
     * @param deff rows per independent draw, at least 1
     * @return the coefficient with its variance
     */
    public static Phi of(double both, double onlyFirst, double onlySecond, double neither, double deff) {
        double first = both + onlyFirst;
        double second = both + onlySecond;
        double n = first + onlySecond + neither;
        if (!(first > 0 && first < n && second > 0 && second < n)) {
            throw new IllegalArgumentException("phi of a column without variation is not defined");
        }
        double value =
                (both * neither - onlyFirst * onlySecond) / Math.sqrt(first * (n - first) * second * (n - second));
        double[] cells = {both / deff, onlyFirst / deff, onlySecond / deff, neither / deff};
        double rows = 0;
        for (int i = 0; i < cells.length; i++) {
            cells[i] += HALF_A_ROW;
            rows += cells[i];
        }
        double p = (cells[0] + cells[1]) / rows;
        double q = (cells[0] + cells[2]) / rows;
        double sx = Math.sqrt(p * (1 - p));
        double sy = Math.sqrt(q * (1 - q));
        double centre = (cells[0] / rows - p * q) / (sx * sy);
        double square = 0;
        for (int i = 0; i < cells.length; i++) {
            double x = ((i < 2 ? 1 : 0) - p) / sx;
            double y = (((i & 1) == 0 ? 1 : 0) - q) / sy;
            double influence = x * y - centre / 2 * (x * x + y * y);
            square += cells[i] / rows * influence * influence;
        }
        return new Phi(Math.max(-1, Math.min(1, value)), centre, square / rows);
    }

    /**
     * This coefficient minus that of independent rows.
     *
     * @param reference the coefficient to subtract
     * @param level one-sided confidence of each bound
     * @return value in [-2, 2], bias 0
     */
    public Estimate minus(Phi reference, double level) {
        double shown = value - reference.value;
        double middle = centre - reference.centre;
        double reach = Normal.z(level) * Math.sqrt(variance + reference.variance);
        Interval bounds = new Interval(
                Math.min(shown, middle) - reach,
                Math.max(shown, middle) + reach,
                level,
                "influence function, half a row added");
        return Estimate.of(shown, 0, bounds.clippedTo(-2, 2));
    }
}
