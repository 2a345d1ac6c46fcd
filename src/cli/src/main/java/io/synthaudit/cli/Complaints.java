package io.synthaudit.cli;

import io.synthaudit.core.table.InputException;
import io.synthaudit.io.FormatException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Turns what went wrong into one message on standard error and an exit code. Messages of our own exceptions hold no cell;
 * of any other exception only its class and place are told, because its message or trace might. They may hold names of
 * files and columns, so what a terminal or a log would obey is shown as code points.
 */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(Visible.lines("synthaudit: " + exception.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(exception, err);
        err.println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
        if (exception instanceof ParameterException usage) {
            return handleParseException(usage, new String[0]);
        }
        return complain(exception, command.getErr());
    }

    /** Says what went wrong. */
    static int complain(Throwable problem, PrintWriter err) {
        if (problem instanceof UsageException) {
            err.println(Visible.lines("synthaudit: " + problem.getMessage()));
            return ExitCode.USAGE;
        }
        if (problem instanceof InputException) {
            err.println(Visible.lines("synthaudit: input rejected: " + problem.getMessage()));
            return ExitCode.INPUT_REJECTED;
        }
        if (problem instanceof FormatException) {
            err.println(Visible.lines("synthaudit: " + problem.getMessage()));
            return ExitCode.INVALID_FORMAT;
        }
        if (problem instanceof OutOfMemoryError) {
            err.println("synthaudit: internal error: the memory does not suffice. Nothing was written.");
            err.println("  Give more, such as SYNTHAUDIT_JAVA_OPTS=-Xmx4g");
            return ExitCode.INTERNAL_ERROR;
        }
        err.println("synthaudit: internal error: " + problem.getClass().getName() + place(problem)
                + ". Nothing was written.");
        err.println(
                "  This is a defect of the program or a fault of the machine (disk full, no permission), no verdict.");
        return ExitCode.INTERNAL_ERROR;
    }

    /** The innermost line of our own code. */
    private static String place(Throwable problem) {
        for (StackTraceElement element : problem.getStackTrace()) {
            if (element.getClassName().startsWith("io.synthaudit.")) {
                String type = element.getClassName();
                return " in " + type.substring(type.lastIndexOf('.') + 1) + ", line " + element.getLineNumber();
            }
        }
        return "";
    }
}
