package io.synthaudit.core.interval;

/**
 * The nearest-share excess: whether released rows lie nearer to training than to holdout rows more often than chance has it.
 *
 * <p>With \(\pi = n/(n+h)\), what any generator that never used the difference scores, and \(s\) the share of released rows
 * whose nearest pooled row is a training row, \[ \varphi = \frac{s - \pi}{1 - \pi} \in \Bigl[-\frac{\pi}{1-\pi}, 1\Bigr] . \]
 */
public final class NearestShare {

    private NearestShare() {}

    /**
     * The excess with its standard deviation under permuted labels.
     *
     * <p>Released rows share neighbours: with \(w_i\) rows on pooled row \(i\), the permutation standard deviation is
     * \(\sqrt{\pi(1-\pi)\sum_i (w_i/m)^2}/(1-\pi)\), for labels drawn independently; with n and h fixed they vary a little
     * less, which is the safe side. It is the deviation at chance; a binomial one raises up to four times as many false alarms.
     *
     * @param share the share of released rows nearest to a training row, ties counted by halves or fractions, in [0, 1]
     * @param w per pooled row the number of released rows whose nearest row it is; their sum is the number of released rows
     * @param n training rows, positive
     * @param h holdout rows, positive
     * @param level one-sided confidence of each bound
     * @return value in [-n/h, 1], bias 0
     */
    public static Estimate excess(double share, double[] w, long n, long h, double level) {
        Arguments.probability(share, "the share");
        Arguments.positive(n, "training rows");
        Arguments.positive(h, "holdout rows");
        double expected = (double) n / ((double) n + h);
        double value = (share - expected) / (1 - expected);
        double half = Normal.z(level) * permutationSd(w, n, h);
        Interval bounds = new Interval(value - half, value + half, level, "permutation sd, hub-corrected");
        return Estimate.of(value, 0, bounds.clippedTo(-(double) n / h, 1));
    }

    /**
     * The standard deviation of the excess when labels of pooled rows are permuted.
     *
     * @param w per pooled row the number of released rows whose nearest row it is
     * @param n training rows, positive
     * @param h holdout rows, positive
     * @return positive
     * @throws IllegalArgumentException if an entry is negative or all are 0
     */
    public static double permutationSd(double[] w, long n, long h) {
        double released = 0;
        double squares = 0;
        for (double x : w) {
            if (!(x >= 0)) {
                throw new IllegalArgumentException("rows cannot be negative: " + x);
            }
            released += x;
            squares += x * x;
        }
        Arguments.positive(released, "released rows");
        double expected = (double) n / ((double) n + h);
        return Math.sqrt(expected * (1 - expected) * squares) / released / (1 - expected);
    }
}
