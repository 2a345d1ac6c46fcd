package io.synthaudit.core.interval;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Seeded draws for simulations. */
final class Draws {

    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian gaussian;

    Draws(long seed) {
        random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    }

    double uniform() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double gaussian() {
        return gaussian.sample();
    }

    double[] gaussians(int size, double shift) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = gaussian.sample() + shift;
        }
        return values;
    }

    /** Counts of {@code size} draws from the given shares. */
    long[] counts(double[] shares, int size) {
        long[] counts = new long[shares.length];
        for (int i = 0; i < size; i++) {
            double left = random.nextDouble();
            int cell = 0;
            while (cell < shares.length - 1 && left >= shares[cell]) {
                left -= shares[cell++];
            }
            counts[cell]++;
        }
        return counts;
    }
}
