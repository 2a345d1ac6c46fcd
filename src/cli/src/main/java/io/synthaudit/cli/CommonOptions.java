package io.synthaudit.cli;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options of every command that audits. */
final class CommonOptions {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "synthaudit-report",
            description = "Folder of the report; replaced only if it holds one. Default: synthaudit-report.")
    private Path out;

    @Option(names = "--quiet", description = "No progress on the terminal.")
    private boolean quiet;

    @Option(
            names = "--explain",
            description = "Tells how much memory it expects to need, and at the end what each stage and metric cost.")
    private boolean explain;

    Path out() {
        return out;
    }

    int run(Request request, CommandSpec spec) {
        AuditRun run = new AuditRun(
                request, spec.commandLine().getOut(), spec.commandLine().getErr(), quiet, explain);
        return run.run();
    }
}
