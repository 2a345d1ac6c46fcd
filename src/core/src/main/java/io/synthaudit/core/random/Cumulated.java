package io.synthaudit.core.random;

import java.util.Arrays;

/**
 * Inversion of a law of counts: cumulated chances from nothing upwards, computed no further than draws have asked for, and searched
 * from nothing on.
 */
final class Cumulated {

    private static final int FIRST = 8;

    private double[] upTo = new double[FIRST];
    private int size = 1;
    private double chance;

    /** @param none chance of nothing */
    Cumulated(double none) {
        chance = none;
        upTo[0] = none;
    }

    /** The count at which the law reaches u, or -1 when it lies beyond what is computed. */
    int find(double u) {
        for (int k = 0; k < size; k++) {
            if (u <= upTo[k]) {
                return k;
            }
        }
        return -1;
    }

    /** The count at which a Poisson law of this mean reaches u, beyond what is computed. */
    int extendPoisson(double u, double mean) {
        while (size <= Poisson.MOST_STEPS) {
            if (u <= next(mean / size)) {
                return size - 1;
            }
        }
        return Poisson.MOST_STEPS;
    }

    /** The same of a binomial law. */
    int extendBinomial(double u, long n, double p) {
        double odds = p / (1 - p);
        long most = Math.min(n, Poisson.MOST_STEPS);
        while (size <= most) {
            if (u <= next(odds * (n - size + 1) / size)) {
                return size - 1;
            }
        }
        return (int) most;
    }

    private double next(double ratio) {
        if (size == upTo.length) {
            upTo = Arrays.copyOf(upTo, 2 * size);
        }
        chance *= ratio;
        upTo[size] = upTo[size - 1] + chance;
        return upTo[size++];
    }
}
