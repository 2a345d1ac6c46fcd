package io.synthaudit.io;

/**
 * A policy or schema file was rejected. The message says where (file, line, path of the entry), what was expected,
 * what was found and how to mend it; it holds no cell of any table.
 */
public final class FormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FormatException(String message) {
        super(message, null, false, false);
    }
}
