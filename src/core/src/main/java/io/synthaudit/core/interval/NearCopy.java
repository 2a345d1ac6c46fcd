package io.synthaudit.core.interval;

/**
 * The near-copy excess: the share of released rows that sit on a training person beyond what unseen people explain.
 *
 * <p>Of the synthetic rows within a small distance of the pooled training and holdout rows, \(c_T\) are nearest to a training
 * row and \(c_H\) to a holdout row. A generator that cannot tell training from holdout has \(c_T : c_H = n : h\) on average,
 * so \[ x = \frac{c_T - (n/h)\, c_H}{m} \] has expectation 0; rows copied from training add to \(c_T\) alone.
 */
public final class NearCopy {

    private NearCopy() {}

    /**
     * The excess with the MOVER interval of two Clopper-Pearson intervals, both on effective counts.
     *
     * <p>The two counts come from the same released rows, so their correlation
     * \(-\sqrt{p_T p_H / ((1-p_T)(1-p_H))}\) is negative and widens the interval. Taken as independent they cover .915 at
     * shares .6 and .2, and .94 at .5 and .03, instead of .95; where both are small it makes no difference.
     *
     * @param cT released rows nearest to a training row; ties may give fractions
     * @param cH released rows nearest to a holdout row
     * @param m released rows, positive
     * @param n training rows, positive
     * @param h holdout rows, positive
     * @param deff design effect of released rows that share a nearest row ({@link DesignEffect#ofHubs}), at least 1
     * @param level one-sided confidence of each bound
     * @return value in [-n/h, 1], bias 0
     * @throws IllegalArgumentException if the counts are negative or exceed the released rows
     */
    public static Estimate excess(double cT, double cH, double m, long n, long h, double deff, double level) {
        Arguments.positive(n, "training rows");
        Arguments.positive(h, "holdout rows");
        double near = cT + cH;
        Arguments.counts(
                near > m && near < m * (1 + 1e-9) ? m : near, m); // fractions of ties add up to within rounding
        double factor = (double) n / h;
        double trials = DesignEffect.effective(m, deff);
        Interval training = Proportions.clopperPearson(Math.min(trials, cT / deff), trials, level);
        Interval holdout = Proportions.clopperPearson(Math.min(trials, cH / deff), trials, level);
        double value = (cT - factor * cH) / m;
        double odds = cT / Math.max(m - cT, cH) * (cH / Math.max(m - cH, cT));
        double correlation = cH == 0 || cT == 0 ? 0 : -Math.sqrt(Math.min(1, odds));
        Interval bounds = Proportions.mover(cT / m, training, factor, cH / m, holdout, correlation);
        return Estimate.of(value, 0, bounds.clippedTo(-factor, 1));
    }
}
