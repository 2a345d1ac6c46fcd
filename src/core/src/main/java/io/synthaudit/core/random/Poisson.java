package io.synthaudit.core.random;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Poisson counts for the Poisson bootstrap: one resample of a table gives each cell with count c a Poisson(c) count.
 *
 * <p>Resampling rows with independent Poisson(1) weights differs from multinomial resampling only in the total, which
 * cancels in proportions. Means up to 40 use inversion by sequential search; above, the rounded normal approximation
 * with the Cornish-Fisher skewness term, whose mean and variance agree with the Poisson law to 1 %.
 *
 * @see <a href="https://doi.org/10.1198/tast.2006.s102">Hanley and MacGibbon (2006)</a>
 */
public final class Poisson {

    private static final double SEARCH_LIMIT = 40;

    private final UniformRandomProvider random;

    public Poisson(UniformRandomProvider random) {
        this.random = random;
    }

    /** A Poisson count of the given mean (0 gives 0). */
    public long next(double mean) {
        if (mean <= 0) {
            return 0;
        }
        if (mean < SEARCH_LIMIT) {
            return search(mean);
        }
        double z = gaussian();
        double x = mean + StrictMath.sqrt(mean) * z + (z * z - 1) / 6;
        return Math.max(0, Math.round(x));
    }

    /**
     * A binomial count: how many of so many rows are dealt to a table that takes this share of all. A count that is not whole is
     * rounded up with the probability of its fraction first.
     *
     * @param count number of rows, not negative
     * @param share probability of each, in (0, 1)
     * @return the whole number of rows, and how many of them are dealt
     */
    public long[] deal(double count, double share) {
        long n = (long) count;
        n += n < count && random.nextDouble() < count - n ? 1 : 0;
        long rare = binomial(n, Math.min(share, 1 - share));
        return new long[] {n, share <= 0.5 ? rare : n - rare};
    }

    private long binomial(long n, double p) {
        double mean = n * p;
        if (n == 0) {
            return 0;
        }
        if (mean >= SEARCH_LIMIT) {
            double z = gaussian();
            double x = mean + Math.sqrt(mean * (1 - p)) * z + (1 - 2 * p) * (z * z - 1) / 6;
            return Math.max(0, Math.min(n, Math.round(x)));
        }
        double probability = StrictMath.exp(n * StrictMath.log1p(-p));
        double odds = p / (1 - p);
        double u = random.nextDouble();
        long k = 0;
        double cumulated = probability;
        while (u > cumulated && k < n && k < 400) {
            probability *= odds * (n - k) / (k + 1);
            k++;
            cumulated += probability;
        }
        return k;
    }

    private long search(double mean) {
        double p = StrictMath.exp(-mean);
        double u = random.nextDouble();
        long k = 0;
        double cumulated = p;
        while (u > cumulated && k < 400) {
            k++;
            p *= mean / k;
            cumulated += p;
        }
        return k;
    }

    /** Marsaglia's polar method, one of the pair: state-free, so the stream's position is all there is to know. */
    private double gaussian() {
        while (true) {
            double u = 2 * random.nextDouble() - 1;
            double v = 2 * random.nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * Math.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }
}
