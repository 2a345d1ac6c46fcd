package io.synthaudit.learn.regression;

import io.synthaudit.core.analysis.Regression.Family;

/** What the three families differ in. Each has its canonical link, so the slope of the mean is its variance function. */
final class Link {

    private static final double EPSILON = Math.ulp(1.0);

    /** Beyond it R's logit calls a probability 0 or 1 but for {@link #EPSILON}. */
    private static final double FAR = 30;

    private Link() {}

    /** A first mean, from which R starts too. */
    static double start(Family family, double y) {
        return switch (family) {
            case GAUSSIAN -> y;
            case BINOMIAL -> (y + 0.5) / 2;
            case POISSON -> y + 0.1;
        };
    }

    static double eta(Family family, double mu) {
        return switch (family) {
            case GAUSSIAN -> mu;
            case BINOMIAL -> StrictMath.log(mu / (1 - mu));
            case POISSON -> StrictMath.log(mu);
        };
    }

    static double mean(Family family, double eta) {
        return switch (family) {
            case GAUSSIAN -> eta;
            case BINOMIAL -> {
                double odds = eta < -FAR ? EPSILON : eta > FAR ? 1 / EPSILON : StrictMath.exp(eta);
                yield odds / (1 + odds);
            }
            case POISSON -> Math.max(EPSILON, StrictMath.exp(eta));
        };
    }

    static double slope(Family family, double mu) {
        return switch (family) {
            case GAUSSIAN -> 1;
            case BINOMIAL -> Math.max(EPSILON, mu * (1 - mu));
            case POISSON -> mu;
        };
    }

    static double deviance(Family family, double[] y, double[] mu) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += switch (family) {
                case GAUSSIAN -> (y[i] - mu[i]) * (y[i] - mu[i]);
                case BINOMIAL -> -2 * StrictMath.log(y[i] == 1 ? mu[i] : 1 - mu[i]);
                case POISSON -> 2 * ((y[i] == 0 ? 0 : y[i] * StrictMath.log(y[i] / mu[i])) - (y[i] - mu[i]));
            };
        }
        return sum;
    }
}
