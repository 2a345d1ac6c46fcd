package io.synthaudit.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code synthaudit COMMAND}. */
@Command(
        name = "synthaudit",
        description = "May this synthetic table be released?",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main implements Runnable {

    /** Exit code of a command line that cannot be read. */
    static final int USAGE = 2;

    /** Exit code of a crash, which must never look like a verdict. */
    static final int INTERNAL_ERROR = 70;

    @Spec
    private CommandSpec spec;

    /**
     * Runs the command line and exits with its code.
     *
     * @param arguments the command line
     */
    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    /**
     * Runs the command line.
     *
     * @param arguments the command line
     * @return the exit code
     */
    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            command.getErr()
                    .println("synthaudit: internal error: "
                            + exception.getClass().getName());
            return INTERNAL_ERROR;
        });
        return line.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    /** The version, from the manifest of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"synthaudit " + (version == null ? "(not packaged)" : version)};
        }
    }
}
