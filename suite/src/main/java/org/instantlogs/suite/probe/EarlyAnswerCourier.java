package org.instantlogs.suite.probe;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLException;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/**
 * Reads while it sends a body that is not small, on a connection of its own: a target may refuse a body for its size before it
 * has read it, and close. RFC 9112 9.3 and 9.6 ask a client to watch for that; what is only written to loses such an answer to the
 * reset that the unread rest brings. Thread-safe.
 */
record EarlyAnswerCourier(Workshop workshop, Courier small) implements Courier {

    /** So much goes into one segment or a few beside the head, before any answer. */
    private static final int SMALL = 4 * 1024;

    private static final int PORTION = 16 * 1024;

    /** What a target that refuses a body by its announced length needs, and one that waits for it never uses. */
    private static final Duration BEFOREHAND = Duration.ofSeconds(2);

    @Override
    public Delivered deliver(
            String method, URI uri, Map<String, String> headers, Optional<byte[]> body, Deadline deadline)
            throws Exception {
        if (body.isEmpty() || body.get().length <= SMALL) {
            return small.deliver(method, uri, headers, body, deadline);
        }
        deadline.begin();
        try {
            return read(request(method, uri, headers, body.get(), List.of()), uri, body.get(), deadline);
        } catch (IOException ended) {
            if (Failures.kind(ended, deadline.expired()) != NoAnswer.Kind.DROPPED) {
                throw ended;
            }
            return refusedBeforehand(method, uri, headers, body.get(), ended);
        }
    }

    static Upgrade request(String method, URI uri, Map<String, String> headers, byte[] body, List<Header> more)
            throws IOException {
        List<Header> lines = new ArrayList<>();
        lines.add(new Header("Host", Wire.authority(uri)));
        headers.forEach((name, value) -> lines.add(new Header(name, value)));
        lines.add(new Header("Content-Length", String.valueOf(body.length)));
        lines.addAll(more);
        return new Upgrade(method, Upgrade.target(uri), "HTTP/1.1", lines, false);
    }

    private Delivered read(Upgrade asked, URI uri, byte[] body, Deadline deadline) throws IOException {
        try (Wire wire = asked.connect(uri, Wire.secure(uri), OptionalInt.empty(), workshop)) {
            deadline.guard(wire);
            Sending sending = new Sending(wire, asked, body);
            sending.start();
            try {
                HttpHead head = HttpHead.read(wire.in());
                sending.stopped = head.status() >= 400;
                return new Delivered(head, rest(head, wire, asked.method(), sending));
            } catch (IOException broken) {
                IOException ended = broken instanceof SSLException ? ended(broken) : broken;
                sending.failure.ifPresent(ended::addSuppressed);
                throw ended;
            }
        }
    }

    /** Where the reset took the rest of an early refusal, its head says enough. */
    private static HttpHead.Body rest(HttpHead head, Wire wire, String method, Sending sending) throws IOException {
        try {
            return head.body(wire.in(), method, MOST_BODY);
        } catch (IOException broken) {
            if (sending.stopped && !sending.done) {
                return new HttpHead.Body(new byte[0], true);
            }
            throw broken;
        }
    }

    /** The handshake is over: TLS that breaks now is a connection that ended. */
    private static IOException ended(IOException broken) {
        IOException ended = new EOFException(Failures.words(broken));
        ended.addSuppressed(broken);
        return ended;
    }

    /**
     * The reset may have been quicker than the answer, on systems that drop what came before one. Announced and not sent, the
     * same body can't cause it: a target that refuses it by its length says so. One that has nothing to say has dropped the
     * connection.
     */
    private Delivered refusedBeforehand(
            String method, URI uri, Map<String, String> headers, byte[] body, IOException dropped) throws IOException {
        Upgrade asked = request(method, uri, headers, body, List.of(new Header("Expect", "100-continue")));
        try (Deadline soon = workshop.deadlines().in(BEFOREHAND);
                Wire wire = asked.connect(uri, Wire.secure(uri), OptionalInt.empty(), workshop)) {
            soon.guard(wire);
            asked.send(wire.out());
            HttpHead head = HttpHead.read(wire.in());
            return new Delivered(head, head.body(wire.in(), method, MOST_BODY));
        } catch (IOException nothingSaid) {
            dropped.addSuppressed(nothingSaid);
            throw dropped;
        }
    }

    /** Writes until it has all, is told to stop or the connection ends. */
    private static final class Sending {
        private final Wire wire;
        private final Upgrade asked;
        private final byte[] body;
        private volatile boolean stopped;
        private volatile boolean done;
        private volatile Optional<IOException> failure = Optional.empty();

        Sending(Wire wire, Upgrade asked, byte[] body) {
            this.wire = wire;
            this.asked = asked;
            this.body = body;
        }

        void start() {
            Thread thread = new Thread(this::send, "probe-body");
            thread.setDaemon(true);
            thread.start();
        }

        private void send() {
            try {
                asked.send(wire.out());
                for (int at = 0; at < body.length && !stopped; at += PORTION) {
                    wire.out().write(body, at, Math.min(PORTION, body.length - at));
                }
                wire.out().flush();
                done = !stopped;
            } catch (IOException ended) {
                // the reader sees how the connection ended, and whether an answer came before
                failure = Optional.of(ended);
            }
        }
    }
}
