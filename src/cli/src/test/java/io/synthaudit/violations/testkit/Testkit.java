package io.synthaudit.violations.testkit;

/** Planted: names a class of every module that this one must not import. */
public final class Testkit {

    /** One of each module that is out of bounds. */
    Object[] reach() {
        return new Object[] {
            io.synthaudit.violations.attacks.Attacks.class,
            io.synthaudit.violations.cli.Cli.class,
            io.synthaudit.violations.generators.Generators.class,
            io.synthaudit.violations.io.Io.class,
            io.synthaudit.violations.learn.Learn.class,
            io.synthaudit.violations.metrics.Metrics.class,
            io.synthaudit.violations.reports.Reports.class
        };
    }
}
