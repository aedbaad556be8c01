package org.instantlogs.server.session;

/** A request for a job was refused; the message names what is wrong and is fit for an answer. */
public final class JobRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String pointer;

    /**
     * A refusal.
     *
     * @param code at least 1000
     * @param pointer a JSON pointer into the request's body; empty for the body as a whole
     */
    public JobRefused(int code, String message, String pointer) {
        super(message);
        this.code = code;
        this.pointer = pointer;
    }

    /** The error code of the envelope, at least 1000. */
    public int code() {
        return code;
    }

    /** Where in the request's body it is wrong, as a JSON pointer; empty for the body as a whole. */
    public String pointer() {
        return pointer;
    }
}
