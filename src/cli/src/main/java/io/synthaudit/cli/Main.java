package io.synthaudit.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
        versionProvider = Main.Version.class,
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "   0  pass",
            "   1  fail",
            "   2  the command line cannot be followed",
            "   3  inconclusive or not evaluated, where the policy blocks on it",
            "   4  an input table was rejected",
            "   6  the policy or the schema is invalid",
            "  70  internal error; never a verdict"
        },
        subcommands = {
            AuditCommand.class,
            DemoCommand.class,
            SchemaCommand.class,
            CatalogCommand.class,
            PolicyCommand.class
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    /**
     * Runs the command line and exits with its code.
     *
     * @param arguments the command line
     */
    public static void main(String... arguments) {
        System.exit(run(writer(FileDescriptor.out), writer(FileDescriptor.err), arguments));
    }

    /**
     * Runs the command line.
     *
     * @param out where results go
     * @param err where progress and complaints go
     * @param arguments the command line
     * @return the exit code
     */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        try {
            Complaints complaints = new Complaints();
            return new CommandLine(new Main())
                    .setOut(out)
                    .setErr(err)
                    .setParameterExceptionHandler(complaints)
                    .setExecutionExceptionHandler(complaints)
                    .execute(arguments);
        } catch (RuntimeException | Error broken) {
            return Complaints.complain(broken, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }

    /** Tool name and version, from the manifest of the jar. */
    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return "synthaudit " + (version == null ? "(not packaged)" : version);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {version()};
        }
    }
}
