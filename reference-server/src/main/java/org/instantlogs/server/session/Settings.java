package org.instantlogs.server.session;

import java.time.Duration;

/**
 * What every session of a server is held to.
 *
 * @param session the longest life of a session, from its creation; more than zero
 * @param idle how long a session lives without a listener; more than zero
 * @param connects the limit on handshakes of one zone
 * @param recordsPerSecond the maximum data rate of one session, after filter and sample; at least 1
 * @param seed where all sampling draws its chance from
 */
public record Settings(Duration session, Duration idle, ConnectLimit connects, int recordsPerSecond, long seed) {

    public Settings {
        if (session.isZero() || session.isNegative()) {
            throw new IllegalArgumentException("session: the limit is " + session + "; give one longer than PT0S");
        }
        if (idle.isZero() || idle.isNegative()) {
            throw new IllegalArgumentException("idle: the limit is " + idle + "; give one longer than PT0S");
        }
        if (recordsPerSecond < 1) {
            throw new IllegalArgumentException(
                    "records-per-second: the maximum is " + recordsPerSecond + "; give at least 1");
        }
    }

    /** The documents' limits, 30 handshakes a minute, 1,000 records a second, seed 1. */
    public static Settings documented() {
        return new Settings(
                Duration.ofMinutes(60), Duration.ofMinutes(5), new ConnectLimit(30, Duration.ofMinutes(1)), 1_000, 1);
    }

    /** The same with another limit on connection requests. */
    public Settings withConnects(ConnectLimit limit) {
        return new Settings(session, idle, limit, recordsPerSecond, seed);
    }
}
