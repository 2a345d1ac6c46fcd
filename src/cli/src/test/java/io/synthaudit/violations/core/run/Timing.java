package io.synthaudit.violations.core.run;

/** Not a violation: this package may read the clock. */
public final class Timing {

    long now() {
        return System.nanoTime();
    }
}
