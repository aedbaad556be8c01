package org.instantlogs.suite.zone;

import java.net.URI;
import java.util.List;
import org.instantlogs.suite.ndjson.MessageReader;
import org.instantlogs.suite.ndjson.RecordLine;
import org.instantlogs.suite.probe.Connection;
import org.instantlogs.suite.probe.Handshake;
import org.instantlogs.suite.probe.JsonEscapes;
import org.instantlogs.suite.probe.NoAnswer;

/** What an address answers when it is tried, to tell a session that has ended from one that goes on. */
public enum Aliveness {
    /** The handshake is refused, or the connection closed at once. */
    REFUSED,
    /** The connection opens and stays open, and nothing comes over it. */
    SILENT,
    /** Records come over it. */
    STREAMING;

    /** By which a stream is told from a silent connection, where its job has neither filter nor sample. */
    static final int PROOF = 2;

    /** @param requests how many are made to see whether a record comes */
    static Aliveness of(Zone zone, URI address, int requests) {
        try {
            var answered = zone.handshake(address, Handshake.PLAIN);
            return answered.connection().isEmpty()
                    ? REFUSED
                    : tried(zone, answered.connection().get(), requests);
        } catch (NoAnswer e) {
            if (e.kind() == NoAnswer.Kind.DROPPED) {
                return REFUSED;
            }
            throw e;
        }
    }

    private static Aliveness tried(Zone zone, Connection connection, int requests) {
        try (connection) {
            return of(zone, connection, requests);
        }
    }

    static Aliveness of(Zone zone, Connection connection, int requests) {
        return zone.canCauseTraffic() ? visited(zone, connection, requests) : watched(zone, connection);
    }

    private static Aliveness visited(Zone zone, Connection connection, int requests) {
        List<Sent> sent = zone.visited(Visits.asProof(requests));
        boolean came = Parts.any(
                zone.patienceForEnding(),
                part -> connection.awaitUntil(
                        messages -> messages.stream().anyMatch(message -> showsARecord(message, sent)), part));
        return came ? STREAMING : connection.ending().isPresent() ? REFUSED : SILENT;
    }

    /** One of those that were sent, or any other: an address may lead to a session that is not the zone's. */
    private static boolean showsARecord(Connection.Message message, List<Sent> sent) {
        return sent.stream().anyMatch(one -> JsonEscapes.showIn(message.string(), one.mark()))
                || MessageReader.read(message.payload()).stream()
                        .flatMap(line -> line.record().stream())
                        .anyMatch(record -> record.has(RecordLine.SAMPLE_INTERVAL));
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
