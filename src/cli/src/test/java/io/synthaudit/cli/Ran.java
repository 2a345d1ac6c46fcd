package io.synthaudit.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A finished command line, run within the test.
 *
 * @param exitCode its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Ran(int exitCode, String out, String err) {

    static Ran synthaudit(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), words);
        return new Ran(exitCode, out.toString(), err.toString());
    }
}
