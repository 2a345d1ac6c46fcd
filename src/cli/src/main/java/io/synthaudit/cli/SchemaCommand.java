package io.synthaudit.cli;

import io.synthaudit.core.table.Inference;
import io.synthaudit.io.CsvSource;
import io.synthaudit.io.SchemaYaml;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code synthaudit schema}. */
@Command(name = "schema", description = "Works on schema files.", subcommands = SchemaCommand.Infer.class)
final class SchemaCommand implements Runnable {

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: infer.");
    }

    /** {@code synthaudit schema infer}. */
    @Command(
            name = "infer",
            description = "Infers a schema from the training table: a file to review, in which each guess says why.",
            sortOptions = false,
            usageHelpAutoWidth = true,
            footerHeading = "%n",
            footer = "Exit codes: 0 written, 2 usage, 4 input rejected, 70 internal error.")
    static final class Infer implements Callable<Integer> {

        @Option(names = "--training", required = true, paramLabel = "T.csv", description = "The training table.")
        private Path training;

        @Option(
                names = "--out",
                paramLabel = "FILE",
                description = "Where to write it; never replaces a file. Default: standard output.")
        private Path out;

        @Option(
                names = "--delimiter",
                paramLabel = "CHAR",
                defaultValue = ",",
                description = "What separates fields: one character, or tab. Default: comma.")
        private String delimiter;

        @Mixin
        private HelpOption help;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            if (out != null && Files.exists(out)) {
                throw exists();
            }
            String text = SchemaYaml.write(Inference.infer(CsvSource.read(training, Delimiter.parse(delimiter))));
            if (out == null) {
                spec.commandLine().getOut().print(text);
                return ExitCode.PASS;
            }
            try {
                Files.writeString(out, text, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException meanwhile) {
                throw exists();
            }
            spec.commandLine()
                    .getOut()
                    .println(Visible.line("Written: " + out + ". Review it, then audit with --schema " + out));
            return ExitCode.PASS;
        }

        private UsageException exists() {
            return new UsageException("--out: " + out + " exists and is not replaced: it may hold your review.");
        }
    }
}
