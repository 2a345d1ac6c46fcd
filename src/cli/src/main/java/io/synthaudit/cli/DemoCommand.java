package io.synthaudit.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code synthaudit demo}. */
@Command(
        name = "demo",
        description = {
            "Audits a synthetic version of a bundled medical table by the profile medical-research;"
                    + " nothing to prepare.",
            "The table: 6,000 hospital stays of people with diabetes, and 3,629 of other patients as the holdout"
                    + " (UCI 296, CC BY 4.0)."
        },
        sortOptions = false,
        usageHelpAutoWidth = true,
        footerHeading = "%n",
        footer = "Exit codes: 0 pass, 1 fail (what --leaky is for), 2 usage, 3 inconclusive, 70 internal error.")
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--leaky",
            description = "Audits a version in which three rows in ten are real rows with one number moved a little.")
    private boolean leaky;

    @Mixin
    private CommonOptions common;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (DemoTables tables = DemoTables.extract(leaky ? "leaky" : "chow-liu")) {
            return common.run(
                    tables.request(common.out(), "synthaudit demo" + (leaky ? " --leaky" : "") + " --out <DIR>"), spec);
        }
    }
}
