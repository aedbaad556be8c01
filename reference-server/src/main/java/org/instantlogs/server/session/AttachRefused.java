package org.instantlogs.server.session;

import java.time.Duration;

/** A handshake was refused. */
public final class AttachRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why it was. */
    public enum Cause {
        /** The address was never given out. */
        UNKNOWN("no session has this address"),
        /** The address was given out, its session is over. */
        ENDED("the session of this address has ended"),
        /** The zone's limit on handshakes is reached. */
        TOO_MANY("too many connection requests");

        private final String message;

        Cause(String message) {
            this.message = message;
        }
    }

    private final Cause why;
    private final Duration retryAfter;

    private AttachRefused(Cause why, Duration retryAfter) {
        super(why.message);
        this.why = why;
        this.retryAfter = retryAfter;
    }

    /** The address was never given out. */
    public static AttachRefused unknown() {
        return new AttachRefused(Cause.UNKNOWN, Duration.ZERO);
    }

    /** The session of the address is over. */
    public static AttachRefused ended() {
        return new AttachRefused(Cause.ENDED, Duration.ZERO);
    }

    /** There were too many; after {@code retryAfter}, in whole seconds and at least one, another is let in. */
    public static AttachRefused tooMany(Duration retryAfter) {
        return new AttachRefused(Cause.TOO_MANY, retryAfter);
    }

    /** Why the handshake was refused. */
    public Cause why() {
        return why;
    }

    /** After what time one is let in again: whole seconds, at least one; zero unless there were too many. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
