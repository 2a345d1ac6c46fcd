package io.synthaudit.violations.generators.noise;

import java.security.SecureRandom;

/** Not a violation: this package may draw what cannot be repeated. */
public final class Secure {

    int draw() {
        return new SecureRandom().nextInt();
    }
}
