package org.instantlogs.suite.zone;

import java.net.URI;
import java.util.List;
import org.instantlogs.suite.probe.Connection;
import org.instantlogs.suite.probe.HandshakeRefused;
import org.instantlogs.suite.probe.NoAnswer;

/** What an address answers when it is tried, to tell a session that has ended from one that goes on. */
public enum Aliveness {
    /** The handshake is refused, or the connection closed at once. */
    REFUSED,
    /** The connection opens and stays open, and nothing comes over it. */
    SILENT,
    /** Records come over it. */
    STREAMING;

    private static final int TOO_MANY = 429;

    static Aliveness of(Zone zone, URI address) {
        try (Connection connection = zone.target().sockets(zone.transcript()).connect(address)) {
            return zone.canCauseTraffic() ? tried(zone, connection) : watched(zone, connection);
        } catch (HandshakeRefused e) {
            if (e.status() == TOO_MANY) {
                throw zone.judgement().inconclusive("throttled: " + e.getMessage());
            }
            return REFUSED;
        } catch (NoAnswer e) {
            if (e.kind() == NoAnswer.Kind.DROPPED) {
                return REFUSED;
            }
            throw e;
        }
    }

    private static Aliveness tried(Zone zone, Connection connection) {
        List<Sent> sent = zone.visited(List.of(Visit.visit(), Visit.visit()));
        boolean came = connection.awaitUntil(
                messages -> messages.stream()
                        .anyMatch(message ->
                                sent.stream().anyMatch(one -> message.string().contains(one.mark()))),
                zone.patienceForEnding());
        return came ? STREAMING : connection.ending().isPresent() ? REFUSED : SILENT;
    }

    /** Without traffic of its own the suite sees only whether the target lets the connection be. */
    private static Aliveness watched(Zone zone, Connection connection) {
        connection.awaitUntil(messages -> !messages.isEmpty(), zone.patienceForEnding());
        if (!connection.messages().isEmpty()) {
            return STREAMING;
        }
        return connection.ending().isPresent() ? REFUSED : SILENT;
    }
}
