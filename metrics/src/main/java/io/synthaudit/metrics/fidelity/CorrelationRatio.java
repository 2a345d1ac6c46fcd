package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.interval.Association;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.statistic.LevelSums;

/**
 * The correlation ratio of a column of numbers on a column of levels, squared: the share of its variance that lies between
 * levels, \(\eta^2 = B/T\), with the variance of its influence function \(\psi = \delta^2 + 2\delta e - \eta^2 (\delta +
 * e)^2\) over T, \(\delta\) being the level's mean less the mean and e the number less the level's mean. All of it comes
 * from sums of powers by level, so levels may differ in variance and shape.
 */
final class CorrelationRatio {

    private static final double FEWEST_ROWS_PER_LEVEL = 5;

    /** Far below any real spread, in units of the training variance. */
    private static final double CONSTANT = 1e-12;

    /** The variance rests on fourth moments, which heavy tails leave too small; simulated. */
    private static final double TAILS = 1.25;

    private final double n;
    private final int levels;
    private final double total;
    private final double square;
    private final double variance;
    private final double bias;
    private final double nullBias;
    private final double nullVariance;

    CorrelationRatio(LevelSums sums) {
        double rows = 0;
        double sum = 0;
        int occurring = 0;
        for (int level = 0; level < sums.codes(); level++) {
            rows += sums.count(level);
            sum += sums.sum(level, 1);
            occurring += sums.count(level) > 0 ? 1 : 0;
        }
        this.n = rows;
        this.levels = occurring;
        double mean = sum / rows;
        // Means over rows: d of the level's deviation, e of the number's deviation within its level.
        double between = 0;
        double within = 0;
        double d4 = 0;
        double d2e2 = 0;
        double d1e3 = 0;
        double e4 = 0;
        double weights = 0;
        double weightSquares = 0;
        double weighted = 0;
        for (int level = 0; level < sums.codes(); level++) {
            double count = sums.count(level);
            if (count == 0) {
                continue;
            }
            double share = count / rows;
            double own = sums.sum(level, 1) / count;
            double m2 = sums.sum(level, 2) / count;
            double m3 = sums.sum(level, 3) / count;
            double m4 = sums.sum(level, 4) / count;
            double c2 = Math.max(0, m2 - own * own);
            double c3 = m3 - 3 * own * m2 + 2 * own * own * own;
            double c4 = Math.max(0, m4 - 4 * own * m3 + 6 * own * own * m2 - 3 * own * own * own * own);
            double d = own - mean;
            between += share * d * d;
            within += share * c2;
            d4 += share * d * d * d * d;
            d2e2 += share * d * d * c2;
            d1e3 += share * d * c3;
            e4 += share * c4;
            double spread = count > 1 ? c2 * count / (count - 1) : c2;
            weights += (1 - share) * spread;
            weightSquares += (1 - 2 * share) * spread * spread;
            weighted += share * spread;
        }
        this.total = between + within;
        this.square = total > 0 ? Math.min(1, between / total) : 0;
        double t2 = total * total;
        // With h = eta squared, psi = (1 - h) d^2 + 2 (1 - h) d e - h e^2; rows with equal d have mean e = 0.
        double h = square;
        double g = 1 - h;
        double mean2 = g * g * d4 + (4 * g * g - 2 * g * h) * d2e2 - 4 * g * h * d1e3 + h * h * e4;
        double fourth = d4 + 6 * d2e2 + 4 * d1e3 + e4;
        double kurtosis = fourth / t2;
        double tails = 1 + TAILS * Math.sqrt(Math.max(0, kurtosis - 1) / rows);
        this.variance = Math.max(0, mean2) / t2 / rows * tails * tails;
        double both = d4 + 5 * d2e2 + 2 * d1e3 - between * total;
        this.nullBias = weights / total / rows;
        this.nullVariance = 2 * Math.max(0, weightSquares + weighted * weighted) / t2 / rows / rows;
        this.bias = nullBias + (h - both / t2 + h * Math.max(0, kurtosis - 1)) / rows;
    }

    /** Whether the numbers vary and there are at least two levels. */
    boolean isDefined() {
        return n > 1 && levels > 1 && total > CONSTANT;
    }

    /** The root of the share, in [0, 1]. */
    double eta() {
        return Math.sqrt(square);
    }

    /** Whether rows suffice for bounds: at least 5 a level. */
    boolean isDense(double deff) {
        return n / deff >= FEWEST_ROWS_PER_LEVEL * levels;
    }

    /** The bounds of eta, rows counting as n / deff independent ones. */
    Association bounds(double deff, double level) {
        double missed = Proportions.unseen(n / deff, level);
        return Association.of(
                        new Association.Plugin(
                                square,
                                bias * deff,
                                nullBias * deff,
                                nullVariance * deff * deff,
                                Association.ofFewRows(variance * deff, n / deff, 1 - square),
                                square * (1 - missed) * (1 - missed)),
                        level)
                .root(1);
    }
}
