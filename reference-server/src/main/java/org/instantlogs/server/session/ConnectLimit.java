package org.instantlogs.server.session;

import java.time.Duration;

/**
 * How many handshakes a zone may see: {@code count} at once, refilled evenly over {@code per}.
 *
 * @param count at least 1
 * @param per more than zero
 */
public record ConnectLimit(int count, Duration per) {

    public ConnectLimit {
        if (count < 1) {
            throw new IllegalArgumentException("connects: the count is " + count + "; give at least 1");
        }
        if (per.isZero() || per.isNegative()) {
            throw new IllegalArgumentException("connects: the period is " + per + "; give one longer than PT0S");
        }
    }
}
