package io.synthaudit.violations.core.random;

import org.apache.commons.rng.simple.RandomSource;

/** Not a violation: this package may create generators of randomness. */
public final class Streams {

    double draw() {
        return RandomSource.JSF_64.create(1L).nextDouble();
    }
}
