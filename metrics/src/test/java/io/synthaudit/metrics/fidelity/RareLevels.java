package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.random.RandomStreams;
import org.apache.commons.rng.UniformRandomProvider;

/** A column of 40 levels whose shares fall as 1 / (k + 1), 37 of which at most 5 % of the rows hold. */
final class RareLevels {

    static final int LEVELS = 40;

    private RareLevels() {}

    /** So many rows, drawn by a seed; a larger tilt makes rare levels rarer still. */
    static String[] draw(int rows, String stream, double tilt) {
        UniformRandomProvider random = new RandomStreams(7).stream(stream);
        double[] cumulated = cumulated(tilt);
        String[] cells = new String[rows];
        for (int i = 0; i < rows; i++) {
            double u = random.nextDouble();
            int k = 0;
            while (u > cumulated[k] && k < LEVELS - 1) {
                k++;
            }
            cells[i] = "level " + k;
        }
        return cells;
    }

    /** The shares. */
    static double[] shares(double tilt) {
        double[] shares = cumulated(tilt);
        for (int k = LEVELS - 1; k > 0; k--) {
            shares[k] -= shares[k - 1];
        }
        return shares;
    }

    private static double[] cumulated(double tilt) {
        double[] cumulated = new double[LEVELS];
        double total = 0;
        for (int k = 0; k < LEVELS; k++) {
            total += StrictMath.pow(k + 1, -1 - tilt);
            cumulated[k] = total;
        }
        for (int k = 0; k < LEVELS; k++) {
            cumulated[k] /= total;
        }
        return cumulated;
    }
}
