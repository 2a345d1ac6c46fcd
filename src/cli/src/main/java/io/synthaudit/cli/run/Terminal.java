package io.synthaudit.cli.run;

import java.io.Console;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Shows on one line of a terminal what is being done, and takes it away again. Silent where there is no terminal. */
public final class Terminal {

    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean shown;

    /**
     * @param err standard error
     * @param quiet whether the user wants none of it
     */
    public Terminal(PrintWriter err, boolean quiet) {
        this.err = err;
        this.shown = !quiet && isInteractive();
    }

    /** Shows the name of each stage in place of the one before. */
    public Consumer<String> progress() {
        return stage -> {
            if (shown) {
                err.print(CLEAR + "  " + stage + " ...");
                err.flush();
            }
        };
    }

    /** Takes away what is shown. */
    public void clear() {
        if (shown) {
            err.print(CLEAR);
            err.flush();
        }
    }

    /** Java 22 to 24 give a console without a terminal too, and then a method that Java 17 lacks tells which it is. */
    private static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }
}
