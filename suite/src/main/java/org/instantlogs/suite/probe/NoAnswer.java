package org.instantlogs.suite.probe;

/** The target gave no answer that could be judged. The message is one redacted line. */
public final class NoAnswer extends RuntimeException {

    /** Why there is none. */
    public enum Kind {
        /** No connection: unknown host, refused, no route. */
        UNREACHABLE,
        /** The TLS handshake failed: untrusted, wrong host, no common version. */
        TLS,
        /** The answer was not complete in time, however busily it dripped. */
        TIMED_OUT,
        /** The connection ended before the answer did. */
        DROPPED,
        /** The head of the answer went over 64 KiB. */
        TOO_LARGE,
        /** What came is no HTTP. */
        NOT_HTTP
    }

    private final Kind kind;

    NoAnswer(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    NoAnswer(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
