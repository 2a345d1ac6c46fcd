package io.synthaudit.core.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Poisson counts for the Poisson bootstrap: one resample of a table gives each cell with count c a Poisson(c) count.
 *
 * <p>Resampling rows with independent Poisson(1) weights differs from multinomial resampling only in the total, which
 * cancels in proportions. Means up to 16 use inversion by sequential search; above, the rounded normal approximation
 * with the Cornish-Fisher skewness term, its variance less what rounding and that term add.
 *
 * @see <a href="https://doi.org/10.1198/tast.2006.s102">Hanley and MacGibbon (2006)</a>
 */
public final class Poisson {

    private static final double SEARCH_LIMIT = 16;

    /** Variance of rounding to whole numbers, 1/12, and of (z^2 - 1) / 6, 1/18. */
    private static final double ADDED = 5.0 / 36;

    static final int MOST_STEPS = 400;

    /** Laws are kept for so many counts. */
    private static final int MOST_KEPT = 1_024;

    private static final int FACTORS = 4;

    private final UniformRandomProvider random;
    private final SharedStateContinuousSampler normal;

    /** Laws by count for the last few factors: tables of counts are resampled many times by the same ones in turn. */
    private final Laws[] kept = new Laws[FACTORS];

    private int oldest;

    /** The share that rows were dealt by last, and the laws of how many of a number of rows are dealt. */
    private double dealt = Double.NaN;

    private double logMissed;

    private Cumulated[] binomials = new Cumulated[0];

    /** Laws of Poisson counts with means k factor for whole k, each begun when it is first drawn from. */
    private record Laws(double factor, double[] none, Cumulated[] laws) {

        static Laws of(double factor) {
            double[] none = new double[(int) Math.min(MOST_KEPT, Math.ceil(SEARCH_LIMIT / factor))];
            double one = StrictMath.exp(-factor);
            double chance = 1;
            for (int k = 0; k < none.length; k++) {
                none[k] = chance;
                chance *= one;
            }
            return new Laws(factor, none, new Cumulated[none.length]);
        }

        long draw(int count, double u) {
            Cumulated law = laws[count];
            if (law == null) {
                law = new Cumulated(none[count]);
                laws[count] = law;
            }
            int k = law.find(u);
            return k >= 0 ? k : law.extendPoisson(u, count * factor);
        }
    }

    public Poisson(UniformRandomProvider random) {
        this.random = random;
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
    }

    /** A Poisson count of the given mean (0 gives 0). */
    public long next(double mean) {
        if (mean <= 0) {
            return 0;
        }
        return mean < SEARCH_LIMIT ? search(mean, StrictMath.exp(-mean)) : approximate(mean);
    }

    /**
     * One bootstrap resample of a table of counts.
     *
     * @param cells the counts
     * @param deff rows per independent draw, at least 1: each count c becomes deff Poisson(c scale / deff)
     * @param scale size of the resample over the size of the table
     * @param into gets the resample
     */
    public void resample(long[] cells, double deff, double scale, long[] into) {
        Laws laws = laws(scale / deff);
        for (int i = 0; i < cells.length; i++) {
            long count = cells[i];
            if (count == 0) {
                into[i] = 0;
                continue;
            }
            long drawn = count < laws.none.length
                    ? laws.draw((int) count, random.nextDouble())
                    : approximate(count * laws.factor);
            into[i] = deff == 1 ? drawn : Math.round(deff * drawn);
        }
    }

    /**
     * A random share of the rows of a table of counts, drawn without repetition: each count c becomes c f plus Poisson noise
     * shrunk by sqrt(1 - f), the finite population factor.
     *
     * @param cells the counts
     * @param share f, in (0, 1)
     * @param into gets the sample
     */
    public void thin(long[] cells, double share, long[] into) {
        Laws laws = laws(share);
        double shrink = Math.sqrt(1 - share);
        for (int i = 0; i < cells.length; i++) {
            long count = cells[i];
            double mean = count * share;
            long drawn = count == 0
                    ? 0
                    : count < laws.none.length ? laws.draw((int) count, random.nextDouble()) : approximate(mean);
            into[i] = Math.max(0, Math.round(mean + shrink * (drawn - mean)));
        }
    }

    private Laws laws(double factor) {
        for (Laws laws : kept) {
            if (laws != null && laws.factor == factor) {
                return laws;
            }
        }
        Laws laws = Laws.of(factor);
        kept[oldest] = laws;
        oldest = (oldest + 1) % FACTORS;
        return laws;
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
            double z = normal.sample();
            double x = mean + Math.sqrt(mean * (1 - p)) * z + (1 - 2 * p) * (z * z - 1) / 6;
            return Math.max(0, Math.min(n, Math.round(x)));
        }
        if (p != dealt) {
            dealt = p;
            logMissed = StrictMath.log1p(-p);
            binomials = new Cumulated[MOST_KEPT];
        }
        boolean isKept = n < MOST_KEPT;
        Cumulated law = isKept ? binomials[(int) n] : null;
        if (law == null) {
            law = new Cumulated(StrictMath.exp(n * logMissed));
            if (isKept) {
                binomials[(int) n] = law;
            }
        }
        double u = random.nextDouble();
        int k = law.find(u);
        return k >= 0 ? k : law.extendBinomial(u, n, p);
    }

    private long search(double mean, double chanceOfNone) {
        double p = chanceOfNone;
        double u = random.nextDouble();
        long k = 0;
        double cumulated = p;
        while (u > cumulated && k < MOST_STEPS) {
            k++;
            p *= mean / k;
            cumulated += p;
        }
        return k;
    }

    private long approximate(double mean) {
        if (mean < SEARCH_LIMIT) {
            return search(mean, StrictMath.exp(-mean));
        }
        double z = normal.sample();
        return Math.max(0, Math.round(mean + Math.sqrt(mean - ADDED) * z + (z * z - 1) / 6));
    }
}
