package io.synthaudit.metrics.similarity;

import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Quantiles of distances with the distribution-free interval of order statistics.
 *
 * <p>The number of rows below the true quantile is Binomial(n, q) at most; its quantiles say which order statistics bound it.
 * Where a sample is too small for a bound, the bound is the end of the range [0, 1].
 *
 * @see <a href="https://doi.org/10.1002/0471722162">David and Nagaraja (2003), Order Statistics, section 7.1</a>
 */
final class OrderStatistics {

    private OrderStatistics() {}

    /**
     * A quantile.
     *
     * @param distances in [0, 1], at least one
     * @param q in (0, 1)
     * @param level one-sided confidence of each bound
     */
    static Estimate quantile(double[] distances, double q, double level) {
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double value = NearRows.quantile(sorted, q);
        BinomialDistribution below = BinomialDistribution.of(n, q);
        // P(X_(l) > quantile) = P(Bin < l) <= 1 - level, and P(X_(u) < quantile) = P(Bin >= u) <= 1 - level.
        int l = below.inverseCumulativeProbability(1 - level);
        int u = below.inverseCumulativeProbability(level) + 1;
        double lower = l < 1 ? 0 : sorted[l - 1];
        double upper = u > n ? 1 : sorted[u - 1];
        return Estimate.of(
                value, new Interval(Math.min(value, lower), Math.max(value, upper), level, "order statistics"));
    }
}
