package org.instantlogs.suite.probe;

import java.time.InstantSource;
import org.instantlogs.suite.descriptor.Descriptor;

/**
 * Everything that one run shares towards one target: clients, pace, redaction. Closing it closes every socket opened
 * through it. Thread-safe.
 */
@SuppressWarnings("DoNotCallSuggester") // signatures only, for now
public final class Target implements AutoCloseable {

    private final Descriptor descriptor;
    private final Patience patience;

    private Target(Descriptor descriptor, Patience patience) {
        this.descriptor = descriptor;
        this.patience = patience;
    }

    public static Target of(Descriptor descriptor, InstantSource clock) {
        return of(descriptor, Patience.of(descriptor), clock);
    }

    public static Target of(Descriptor descriptor, Patience patience, InstantSource clock) {
        return new Target(descriptor, patience);
    }

    public Descriptor descriptor() {
        return descriptor;
    }

    public Patience patience() {
        return patience;
    }

    /** How many 429 were waited out so far. */
    public int throttled() {
        return 0;
    }

    /** A new, empty transcript, as each case has one. */
    public Transcript transcript() {
        return new Transcript();
    }

    /** Text for messages and reports, without credentials and session addresses. */
    public String redact(String text) {
        return text;
    }

    /** REST Assured: where the API's answers are judged. */
    public ApiProbe api(Transcript transcript) {
        throw new UnsupportedOperationException();
    }

    /** A leaner client behind the same interface: for set-up and sweeps. */
    public ApiProbe leanApi(Transcript transcript) {
        throw new UnsupportedOperationException();
    }

    /** Tyrus: well-behaved sockets. */
    public SocketProbe sockets(Transcript transcript) {
        throw new UnsupportedOperationException();
    }

    /** Raw TCP and TLS: handshakes by hand, and what a well-behaved client refuses to send. */
    public RawProbe raw(Transcript transcript) {
        throw new UnsupportedOperationException();
    }

    public TrafficProbe traffic(Transcript transcript) {
        throw new UnsupportedOperationException();
    }

    public ClockProbe clock(Transcript transcript) {
        throw new UnsupportedOperationException();
    }

    /**
     * Ends the zone's session and clears its counters.
     *
     * @throws TrafficFailed where the answer is not 204
     * @throws NoAnswer where none came
     * @throws IllegalStateException where the descriptor has no {@code reset}
     */
    public void reset(String zoneId, Transcript transcript) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
