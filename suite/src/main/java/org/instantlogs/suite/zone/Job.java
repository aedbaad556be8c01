package org.instantlogs.suite.zone;

import java.math.BigInteger;
import java.net.URI;
import java.util.Optional;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.probe.Handshake;
import org.instantlogs.suite.probe.HandshakeRefused;
import org.instantlogs.suite.probe.RawProbe.RawAnswer;
import org.instantlogs.suite.probe.SessionParts;

/** A job that the target has made, with the address of its stream. */
public final class Job {
    private static final int SWITCHING = 101;
    private static final int TOO_MANY = 429;

    private final Zone zone;
    private final String asked;
    private final CreateAnswer answer;
    private final URI address;

    Job(Zone zone, String asked, CreateAnswer answer, URI address) {
        this.zone = zone;
        this.asked = asked;
        this.answer = answer;
        this.address = address;
        zone.knows(this);
    }

    public CreateAnswer answer() {
        return answer;
    }

    /** The answer's id, where it has one that is a whole number. */
    public Optional<BigInteger> id() {
        var id = answer.result().path("id");
        return id.isIntegralNumber() ? Optional.of(id.bigIntegerValue()) : Optional.empty();
    }

    /** Whether a job of another zone was given the same id in this run. */
    public boolean sharesItsId() {
        return id().filter(zone::isIdOfAnother).isPresent();
    }

    /** destination_conf. It is the stream's only secret: never put it in a message. */
    public URI address() {
        return address;
    }

    /**
     * The parts of the address that may tell sessions apart, by the addresses that jobs of the zone had before. Secret like the
     * address itself.
     */
    public SessionParts sessionParts() {
        return SessionParts.of(address, zone.addresses());
    }

    /** An address of the same form that nobody was given; empty where what tells sessions apart can't be changed. */
    public Optional<URI> strangeAddress() {
        var strange = sessionParts().with(part -> part.replaceAll("(?<!%.?)[0-9A-Za-z]", "7"));
        return strange.equals(address) ? Optional.empty() : Optional.of(strange);
    }

    /** Connects with a well-behaved client; a refused handshake leaves the case inconclusive. */
    public Stream stream() {
        try {
            return zone.opened(zone.target().sockets(zone.transcript()).connect(address), asked);
        } catch (HandshakeRefused e) {
            throw zone.judgement().inconclusive("set-up refused: " + e.getMessage());
        }
    }

    /** Connects with a well-behaved client; a refused handshake violates the check, and decides it. */
    public Stream streams() {
        try {
            return zone.opened(zone.target().sockets(zone.transcript()).connect(address), asked);
        } catch (HandshakeRefused e) {
            zone.judgement()
                    .violated("the handshake on destination_conf is answered 101", String.valueOf(e.getMessage()));
            throw zone.judgement().decided();
        }
    }

    /** Connects with a well-behaved client where the target lets it; what a refusal means is the case's to say. */
    public Optional<Stream> connects() {
        try {
            return Optional.of(
                    zone.opened(zone.target().sockets(zone.transcript()).connect(address), asked));
        } catch (HandshakeRefused e) {
            if (e.status() == TOO_MANY) {
                throw zone.judgement().inconclusive("throttled: " + e.getMessage());
            }
            return Optional.empty();
        }
    }

    /** Demands that the address gives no stream: refused, closed at once, or open and silent. */
    public void doesNotStream(String when) {
        doesNotStreamAmong(Aliveness.PROOF, when);
    }

    /** Likewise, proved by so many requests: a sample lets through some of them only. */
    public void doesNotStreamAmong(int requests, String when) {
        var found = Aliveness.of(zone, address, requests);
        zone.judgement()
                .expect(
                        found != Aliveness.STREAMING,
                        "the address does not stream " + when,
                        "a handshake on it was answered 101, and a record arrived over it");
        if (found == Aliveness.SILENT && !zone.canCauseTraffic()) {
            throw zone.judgement().notTested(Need.TRAFFIC.property());
        }
    }

    /** Connects with a raw socket, which keeps each message byte by byte; a refused handshake leaves the case inconclusive. */
    public RawStream rawStream(Handshake options) {
        var answered = handshake(options);
        return rawStream(answered)
                .orElseThrow(() -> zone.judgement()
                        .inconclusive("set-up refused: the handshake was answered " + answered.status()));
    }

    /** Connects with a raw socket; a refused handshake violates the check, and decides it. */
    public RawStream rawStreams(Handshake options) {
        var answered = handshake(options);
        return rawStream(answered).orElseThrow(() -> {
            zone.judgement()
                    .violated(
                            "the handshake on destination_conf is answered 101",
                            answered.status() == SWITCHING
                                    ? "it was, with a Sec-WebSocket-Accept that does not fit the key"
                                    : "it was answered " + answered.status());
            return zone.judgement().decided();
        });
    }

    /** Connects with a raw socket if the target lets it. */
    public Optional<RawStream> anotherRawStream() {
        return rawStream(handshake(Handshake.PLAIN));
    }

    private Optional<RawStream> rawStream(RawAnswer answered) {
        return answered.connection()
                .map(connection -> new RawStream(answered, connection, zone.opened(connection, asked)));
    }

    public RawStream rawStream() {
        return rawStream(Handshake.PLAIN);
    }

    /** Makes a handshake by hand and tells how it was answered; no answer at all leaves the case inconclusive. */
    public RawAnswer handshake(Handshake options) {
        return zone.handshake(address, options);
    }

    /**
     * Whether the address still gives a stream: a handshake that is answered 101 and a connection that stays open, and
     * delivers where traffic can be caused. A 101 that is closed within the patience for an answer does not count.
     */
    public Aliveness aliveness() {
        return Aliveness.of(zone, address, Aliveness.PROOF);
    }

    @Override
    public String toString() {
        return asked;
    }
}
