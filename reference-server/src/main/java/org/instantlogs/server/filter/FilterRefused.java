package org.instantlogs.server.filter;

/** A filter was refused; the message names what is wrong with it and is fit for an answer. */
public final class FilterRefused extends Exception {
    private static final long serialVersionUID = 1L;

    FilterRefused(String message) {
        super(message);
    }
}
