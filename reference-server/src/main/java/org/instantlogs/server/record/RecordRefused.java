package org.instantlogs.server.record;

/** A log record was refused; the message says which line (where there are lines) and why, and is fit for an answer. */
public final class RecordRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    RecordRefused(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The refused line, counted from 1 with the blank ones; 1 where a single line was read. */
    public int line() {
        return line;
    }
}
