package org.instantlogs.server.session;

/** Why a reader's stream has ended, with what its close frame says. */
public enum EndReason {
    /** The session has reached its longest life. */
    SESSION_LIMIT(1000, "session time limit reached"),
    /** Nobody has listened for longer than the idle limit. */
    IDLE(1001, "idle limit reached: nobody was listening"),
    /** A newer session of the zone has begun. */
    REPLACED(1000, "a newer session of the zone has begun"),
    /** Another reader has connected to the same address. */
    OTHER_READER(1000, "another reader has connected to this address"),
    /** The zone was reset. */
    RESET(1000, "the zone was reset"),
    /** The server goes away. */
    SHUTDOWN(1001, "the server is shutting down");

    private final int code;
    private final String reason;

    EndReason(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    /** The close code. */
    public int code() {
        return code;
    }

    /** The close reason, plain ASCII of at most 123 bytes. */
    public String reason() {
        return reason;
    }
}
