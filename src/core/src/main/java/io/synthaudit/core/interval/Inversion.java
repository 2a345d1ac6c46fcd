package io.synthaudit.core.interval;

import java.util.function.DoublePredicate;

/**
 * The p-value that belongs to a confidence bound: one minus the largest level at which the bound still excludes the
 * hypothesis. So tests and intervals cannot disagree.
 *
 * @see <a href="https://doi.org/10.1098/rsta.1937.0005">Neyman (1937), bounds and tests</a>
 */
public final class Inversion {

    /** The normal quantile of the highest level that is tried. */
    private static final double FAR = 7;

    /** Halvings of the range of quantiles; the last step is 7/4096. */
    private static final int STEPS = 12;

    private Inversion() {}

    /**
     * The p-value of a hypothesis.
     *
     * @param excludes whether the bound at a one-sided level in [0.5, 1) excludes the hypothesis; false from some level on
     * @return at least 1.3e-12, rounded up by at most .002 of a standard error; 1 if the estimate itself does not exclude it
     */
    public static double pValue(DoublePredicate excludes) {
        if (!excludes.test(0.5)) {
            return 1;
        }
        if (excludes.test(Normal.cdf(FAR))) {
            return Normal.tail(FAR);
        }
        double low = 0;
        double high = FAR;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (excludes.test(Normal.cdf(middle))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Normal.tail(low);
    }
}
