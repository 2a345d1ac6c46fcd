package io.synthaudit.core.interval;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Quantiles of a sample, with the distribution-free interval of order statistics.
 *
 * <p>The number of rows below the true quantile is Binomial(n, q) at most; its quantiles say which order statistics bound it.
 *
 * @see <a href="https://doi.org/10.1002/0471722162">David and Nagaraja (2003), Order Statistics, section 7.1</a>
 */
public final class OrderStatistics {

    private OrderStatistics() {}

    /**
     * The quantile of some numbers, by linear interpolation between order statistics (type 7 of Hyndman and Fan).
     *
     * @param values at least one, left as they are
     * @param q in [0, 1]
     * @see <a href="https://doi.org/10.2307/2684934">Hyndman and Fan (1996)</a>
     */
    public static double quantile(double[] values, double q) {
        return ofSorted(Placements.sorted(values), Arguments.probability(q, "q"));
    }

    private static double ofSorted(double[] sorted, double q) {
        double at = q * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /**
     * A quantile of shares or distances. Where the sample is too small for a bound, that bound is the end of [0, 1].
     *
     * @param values in [0, 1], at least one
     * @param q in (0, 1)
     * @param level one-sided confidence of each bound
     * @return value in [0, 1]
     */
    public static Estimate quantile(double[] values, double q, double level) {
        double[] sorted = Placements.sorted(values);
        int n = sorted.length;
        double value = ofSorted(sorted, q);
        BinomialDistribution below = BinomialDistribution.of(n, q);
        // P(X_(l) > quantile) = P(Bin < l) <= 1 - level, and P(X_(u) < quantile) = P(Bin >= u) <= 1 - level.
        int l = below.inverseCumulativeProbability(1 - Arguments.level(level));
        int u = below.inverseCumulativeProbability(level) + 1;
        double lower = l < 1 ? 0 : sorted[l - 1];
        double upper = u > n ? 1 : sorted[u - 1];
        return Estimate.of(
                value, new Interval(Math.min(value, lower), Math.max(value, upper), level, "order statistics"));
    }

    /**
     * The order statistics that bound a quantile of the law, counted from 1.
     *
     * @param lower rank of the lower bound; 0 where the sample is too small for one
     * @param upper rank of the upper bound; more than the sample's size where it is too small for one
     */
    public record Ranks(long lower, long upper) {

        /** Whether both bounds are there. */
        public boolean exist(long n) {
            return lower >= 1 && upper <= n;
        }
    }

    /**
     * The ranks between which a quantile lies. Where rows are clustered the ranks are those of the effective sample,
     * stretched.
     *
     * @param n sample size, positive
     * @param deff rows per independent draw, at least 1
     * @param q in (0, 1)
     * @param level one-sided confidence of each bound
     * @return ranks; the upper one is at most n + 1
     */
    public static Ranks ranks(long n, double deff, double q, double level) {
        int effective = (int) Math.min(Integer.MAX_VALUE - 1, Math.max(1, Math.round(n / deff)));
        BinomialDistribution below = BinomialDistribution.of(effective, Arguments.probability(q, "q"));
        int l = below.inverseCumulativeProbability(1 - Arguments.level(level));
        int u = below.inverseCumulativeProbability(level) + 1;
        double stretch = (double) n / effective;
        long lower = l < 1 ? 0 : 1 + (long) Math.floor((l - 1) * stretch);
        long upper = u > effective ? n + 1 : (long) Math.min(n, Math.ceil(u * stretch));
        return new Ranks(lower, upper);
    }
}
