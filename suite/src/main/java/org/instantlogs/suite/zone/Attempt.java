package org.instantlogs.suite.zone;

import java.net.URI;
import org.instantlogs.suite.probe.Handshake;

/**
 * What came of a handshake on an address that may lead nowhere.
 *
 * @param status of the answer
 * @param aliveness of the connection; {@link Aliveness#REFUSED} where there is none, or where the target closed it within
 *     the patience for an answer
 */
public record Attempt(int status, Aliveness aliveness) {

    static Attempt of(Zone zone, URI address) {
        return of(zone, address, true);
    }

    /** Whether it streams, without waiting for an end of what is open and silent. */
    static Attempt ofStreaming(Zone zone, URI address) {
        return of(zone, address, false);
    }

    private static Attempt of(Zone zone, URI address, boolean awaitsTheEnd) {
        var answered = zone.handshake(address, Handshake.PLAIN);
        if (answered.connection().isEmpty()) {
            return new Attempt(answered.status(), Aliveness.REFUSED);
        }
        try (var connection = answered.connection().get()) {
            var seen = Aliveness.of(zone, connection, Aliveness.PROOF);
            boolean closed = awaitsTheEnd
                    && seen == Aliveness.SILENT
                    && connection.awaitEnd(zone.patience().answer());
            return new Attempt(answered.status(), closed ? Aliveness.REFUSED : seen);
        }
    }
}
