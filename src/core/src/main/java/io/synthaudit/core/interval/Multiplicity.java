package io.synthaudit.core.interval;

import java.util.stream.IntStream;

/** Many judgements at once: family-wise rejections, and gates on a quantile of many parts. */
public final class Multiplicity {

    private Multiplicity() {}

    /**
     * Holm's step-down test.
     *
     * @param p one p-value per hypothesis, in [0, 1]
     * @param alpha the family-wise error, in (0, 1)
     * @return which hypotheses are rejected, in the order given
     * @see <a href="https://www.jstor.org/stable/4615733">Holm (1979)</a>
     */
    public static boolean[] holm(double[] p, double alpha) {
        Arguments.level(alpha);
        for (double value : p) {
            Arguments.probability(value, "a p-value");
        }
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted((i, j) -> p[i] == p[j] ? Integer.compare(i, j) : Double.compare(p[i], p[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] rejected = new boolean[p.length];
        for (int rank = 0; rank < p.length; rank++) {
            if (p[ascending[rank]] > alpha / (p.length - rank)) {
                break;
            }
            rejected[ascending[rank]] = true;
        }
        return rejected;
    }

    /**
     * How many of the parts may exceed the limit of a gate on a quantile.
     *
     * @param parts number of parts J, not negative
     * @param q the quantile, in [0, 1]
     * @return r = floor((1 - q) J)
     */
    public static int quantileAllowance(int parts, double q) {
        if (parts < 0) {
            throw new IllegalArgumentException("parts cannot be negative: " + parts);
        }
        return (int) Math.floor((1 - Arguments.probability(q, "a quantile")) * parts + 1e-9);
    }

    /**
     * The level at which the parts of a quantile gate are bounded: error alpha / (r + 1), for a false PASS needs one of r + 1
     * bounds to fail.
     *
     * @param level one-sided confidence of the gate
     * @param allowance r, of {@link #quantileAllowance}
     * @return one-sided confidence of each part's bound, at least {@code level}
     */
    public static double partLevel(double level, int allowance) {
        if (allowance < 0) {
            throw new IllegalArgumentException("an allowance cannot be negative: " + allowance);
        }
        return 1 - (1 - Arguments.level(level)) / (allowance + 1.0);
    }
}
