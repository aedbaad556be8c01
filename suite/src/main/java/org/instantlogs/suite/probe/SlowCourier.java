package org.instantlogs.suite.probe;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/**
 * Sends a body a few bytes at a time, on a connection of its own, as a phone at the edge of its network does. When half of it is
 * under way, {@code meanwhile} is done before the rest follows.
 */
record SlowCourier(Workshop workshop, Runnable meanwhile) implements Courier {
    private static final int PIECES = 8;

    /** Some four tenths of a second in all: nobody can have lost patience, and each piece travels alone. */
    private static final Duration BETWEEN = Duration.ofMillis(50);

    @Override
    public Delivered deliver(
            String method, URI uri, Map<String, String> headers, Optional<byte[]> body, Deadline deadline)
            throws IOException {
        byte[] all = body.orElseThrow(() -> new IllegalArgumentException("there is no body to send in pieces"));
        Upgrade asked = EarlyAnswerCourier.request(method, uri, headers, all, List.of());
        deadline.begin();
        try (Wire wire = asked.connect(uri, Wire.secure(uri), OptionalInt.empty(), workshop)) {
            deadline.guard(wire);
            asked.send(wire.out());
            int size = Math.max(1, all.length / PIECES);
            boolean half = false;
            for (int at = 0; at < all.length; at += size) {
                if (!half && at >= all.length / 2) {
                    half = true;
                    meanwhile.run();
                }
                Sleeper.REAL.pause(BETWEEN);
                wire.out().write(all, at, Math.min(size, all.length - at));
                wire.out().flush();
            }
            HttpHead head = HttpHead.read(wire.in());
            return new Delivered(head, head.body(wire.in(), method, MOST_BODY));
        }
    }
}
