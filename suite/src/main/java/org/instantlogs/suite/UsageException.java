package org.instantlogs.suite;

/** Something the user has to put right; the message is one line that says how. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String line, Throwable cause) {
        super(line, cause);
    }

    UsageException(Exception cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }

    UsageException(String line) {
        super(line);
    }
}
