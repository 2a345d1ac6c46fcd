package io.synthaudit.generators;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** A distribution over 0 .. k-1 given by weights, at least one of them above 0. */
final class Distribution {

    private final double[] cumulative;
    private final double total;

    /** @param weights finite, none below 0 and at least one above; a distribution never drawn from may have none */
    Distribution(double[] weights) {
        this.cumulative = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            cumulative[i] = sum;
        }
        this.total = sum;
    }

    int draw(UniformRandomProvider random) {
        double at = random.nextDouble() * total;
        int found = Arrays.binarySearch(cumulative, at);
        int code = found >= 0 ? found + 1 : -found - 1;
        // Codes of weight 0 end where they begin: step over those that a hit may lead to.
        while (code < cumulative.length && weight(code) == 0) {
            code++;
        }
        if (code >= cumulative.length) {
            code = cumulative.length - 1;
            while (weight(code) == 0) {
                code--;
            }
        }
        return code;
    }

    private double weight(int code) {
        return code == 0 ? cumulative[0] : cumulative[code] - cumulative[code - 1];
    }
}
