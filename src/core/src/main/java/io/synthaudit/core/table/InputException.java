package io.synthaudit.core.table;

/**
 * An input table was rejected. The message says where (file, row, column name), what was expected, what was found and
 * how to mend it; it never holds a cell, and there is no cause whose message could.
 */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message, null, false, false);
    }
}
