package io.synthaudit.core.interval;

import java.util.stream.IntStream;

/** Many judgements at once: family-wise rejections, false discoveries, and gates on a quantile of many parts. */
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
        int[] ascending = ascending(p);
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
     * Benjamini and Hochberg's adjusted p-values: rejecting those of at most q keeps the expected share of false ones among
     * the rejected at q if the tests are independent or positively dependent. All that {@link #holm} rejects at q is among
     * them.
     *
     * @param p one p-value per hypothesis, in [0, 1]
     * @return for each hypothesis the least of \(m\,p_{(j)}/j\) over ranks j from its own on, in the order given
     * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and Hochberg (1995)</a>
     */
    public static double[] benjaminiHochberg(double[] p) {
        for (double value : p) {
            Arguments.probability(value, "a p-value");
        }
        int[] ascending = ascending(p);
        double[] adjusted = new double[p.length];
        double least = 1;
        for (int rank = p.length; rank > 0; rank--) {
            int at = ascending[rank - 1];
            least = Math.min(least, p[at] * p.length / rank);
            adjusted[at] = least;
        }
        return adjusted;
    }

    private static int[] ascending(double[] p) {
        return IntStream.range(0, p.length)
                .boxed()
                .sorted((i, j) -> p[i] == p[j] ? Integer.compare(i, j) : Double.compare(p[i], p[j]))
                .mapToInt(Integer::intValue)
                .toArray();
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
