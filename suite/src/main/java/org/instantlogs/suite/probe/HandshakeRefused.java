package org.instantlogs.suite.probe;

import java.time.Duration;
import java.util.Optional;

/** The target answered a WebSocket handshake with something else than a valid 101. The message is one redacted line. */
public final class HandshakeRefused extends RuntimeException {

    private final int status;
    private final Optional<Duration> retryAfter;

    HandshakeRefused(int status, Optional<Duration> retryAfter, String message) {
        super(message);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** The answer's status; 101 where the answer was a 101 that breaks RFC 6455, such as a wrong Sec-WebSocket-Accept. */
    public int status() {
        return status;
    }

    /** How long the target asked to wait. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
