package io.synthaudit.cli;

import io.synthaudit.core.audit.Catalog;
import io.synthaudit.core.audit.Sizes;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.gate.Outlooks;
import io.synthaudit.core.report.ReportProvenance.GateOutlook;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code synthaudit policy}. */
@Command(
        name = "policy",
        description = "Works on policies.",
        subcommands = {PolicyCommand.Lint.class, PolicyCommand.Explain.class})
final class PolicyCommand implements Runnable {

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: lint or explain.");
    }

    /** {@code synthaudit policy lint}. */
    @Command(
            name = "lint",
            description = "Checks a policy: every key, every measure, every limit.",
            usageHelpAutoWidth = true,
            footerHeading = "%n",
            footer = "Exit codes: 0 valid, 2 usage, 6 invalid, 70 internal error.")
    static final class Lint implements Callable<Integer> {

        /** Below it a verdict says too little to be relied on; it stays the author's choice. */
        private static final double LEAST_CONFIDENCE = 0.9;

        @Parameters(paramLabel = "FILE|NAME", description = "A file, or a profile that ships.")
        private String policy;

        @Mixin
        private HelpOption help;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Policies found = Policies.read(policy, Catalog.installed().descriptions());
            PrintWriter out = spec.commandLine().getOut();
            out.println(Visible.line(
                    found.name() + ": valid, " + found.policy().gates().size() + " gates."));
            double confidence = found.policy().confidence();
            if (confidence < LEAST_CONFIDENCE) {
                out.println("  Remark: confidence " + Closing.number(confidence) + " is below "
                        + Closing.number(LEAST_CONFIDENCE)
                        + ": a release at its limit passes a gate by chance in up to "
                        + Math.round(100 * (1 - confidence)) + " of 100 audits.");
            }
            return ExitCode.PASS;
        }
    }

    /** {@code synthaudit policy explain}. */
    @Command(
            name = "explain",
            description = "Says what a policy asks, and which of its gates can pass at given sizes.",
            usageHelpAutoWidth = true,
            footerHeading = "%n",
            footer = "Exit codes: 0 explained, 2 usage, 6 invalid, 70 internal error.")
    static final class Explain implements Callable<Integer> {

        private static final Pattern ROWS = Pattern.compile("(\\d{1,12}),(\\d{1,12}),(\\d{1,12})");

        @Parameters(paramLabel = "FILE|NAME", description = "A file, or a profile that ships.")
        private String policy;

        @Option(
                names = "--rows",
                paramLabel = "N,M,H",
                description = "Rows of training, synthetic table and holdout (0 for none).")
        private String rows;

        @Mixin
        private HelpOption help;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Sizes sizes = rows == null ? null : sizes(rows);
            List<Description> catalog = Catalog.installed().descriptions();
            Policies found = Policies.read(policy, catalog);
            PrintWriter out = spec.commandLine().getOut();
            List<GateOutlook> outlooks = sizes == null ? List.of() : Outlooks.of(found.policy(), catalog, sizes);
            PolicyText.print(out, found.policy(), outlooks);
            return ExitCode.PASS;
        }

        private static Sizes sizes(String text) {
            var matcher = ROWS.matcher(text);
            if (!matcher.matches() || Long.parseLong(matcher.group(1)) < 1 || Long.parseLong(matcher.group(2)) < 1) {
                throw new UsageException("--rows: expected three numbers, such as 6000,6000,3600:"
                        + " training and synthetic rows, at least 1, and holdout rows.");
            }
            return new Sizes(
                    Long.parseLong(matcher.group(1)),
                    Long.parseLong(matcher.group(2)),
                    Long.parseLong(matcher.group(3)));
        }
    }
}
