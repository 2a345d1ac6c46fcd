package io.synthaudit.cli;

/** The command line cannot be followed: exit 2. The message says which option, why, and what to do instead. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message, null, false, false);
    }
}
