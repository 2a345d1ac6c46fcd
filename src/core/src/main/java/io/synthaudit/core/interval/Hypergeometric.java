package io.synthaudit.core.interval;

/**
 * The mean absolute deviation of the hypergeometric law, exact: how far the share of one cell in a random subsample is from
 * its share in the whole.
 *
 * <p>Of N rows K are in the cell and s are drawn without replacement; X of them are in the cell, with mean sK/N. With
 * \(x = \lfloor sK/N\rfloor + 1\), \[ E|X - sK/N| = \tfrac2N\,x\,(N-K-s+x)\,P(X = x) , \] de Moivre's identity of the binomial
 * law carried over. The normal value \(\sqrt{2/\pi}\) standard deviations is a tenth too large where a cell's mean is 1, and
 * a third where it is 0.1.
 *
 * @see "Diaconis and Zabell (1991), Closed form summation for classical distributions, Statistical Science 6(3), 284-302"
 */
public final class Hypergeometric {

    private static final double HALF_LOG_2_PI = 0.9189385332046727;
    private static final int EXACT = 16;
    private static final double[] LOG_FACTORIAL = new double[EXACT];

    static {
        for (int i = 2; i < EXACT; i++) {
            LOG_FACTORIAL[i] = LOG_FACTORIAL[i - 1] + StrictMath.log(i);
        }
    }

    private Hypergeometric() {}

    /**
     * The mean absolute deviation of the drawn rows in a cell from their mean.
     *
     * @param all N, rows of the whole
     * @param cell K, rows of the cell, from 0 to N
     * @param drawn s, rows of the subsample, from 0 to N
     * @return not negative; 0 if nothing can vary
     * @throws IllegalArgumentException if a count leaves its range
     */
    public static double meanDeviation(long all, long cell, long drawn) {
        if (cell < 0 || cell > all || drawn < 0 || drawn > all) {
            throw new IllegalArgumentException("a cell and a subsample have between 0 and " + all + " rows");
        }
        if (cell == 0 || cell == all || drawn == 0 || drawn == all) {
            return 0;
        }
        long x = (long) Math.floor((double) drawn / all * cell) + 1;
        // The product in doubles may round to the other side of a whole number, where both choices give the same value,
        // but
        // never beyond the support.
        x = Math.min(x, Math.min(cell, drawn));
        long left = all - cell - drawn + x;
        double log = logFactorial(cell)
                + logFactorial(all - cell)
                + logFactorial(drawn)
                + logFactorial(all - drawn)
                - logFactorial(all)
                - logFactorial(x)
                - logFactorial(cell - x)
                - logFactorial(drawn - x)
                - logFactorial(left);
        return 2.0 / all * x * left * StrictMath.exp(log);
    }

    /** Stirling's series, to better than 1e-13 from 16 on. */
    private static double logFactorial(long n) {
        if (n < EXACT) {
            return LOG_FACTORIAL[(int) n];
        }
        double inverse = 1.0 / n;
        double square = inverse * inverse;
        double series = inverse * (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square / 1680)));
        return (n + 0.5) * StrictMath.log(n) - n + HALF_LOG_2_PI + series;
    }
}
