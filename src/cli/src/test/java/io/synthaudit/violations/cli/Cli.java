package io.synthaudit.violations.cli;

/** Planted: names a class of every module that this one must not import. */
public final class Cli {

    /** One of each module that is out of bounds. */
    Object[] reach() {
        return new Object[] {
            io.synthaudit.violations.attacks.Attacks.class,
            io.synthaudit.violations.generators.Generators.class,
            io.synthaudit.violations.learn.Learn.class,
            io.synthaudit.violations.metrics.Metrics.class,
            io.synthaudit.violations.reports.Reports.class,
            io.synthaudit.violations.testkit.Testkit.class
        };
    }
}
