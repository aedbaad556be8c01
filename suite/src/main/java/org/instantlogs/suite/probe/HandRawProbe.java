package org.instantlogs.suite.probe;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/** Handshakes by hand over a wire of ours. */
final class HandRawProbe implements RawProbe {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Workshop workshop;
    private final Transcript transcript;

    HandRawProbe(Workshop workshop, Transcript transcript) {
        this.workshop = workshop;
        this.transcript = transcript;
    }

    @Override
    public RawAnswer handshake(URI address, Handshake options) {
        var turn = workshop.throttle().turn("connect");
        while (true) {
            var answer = handshakeOnce(address, options);
            if (answer.status() != TOO_MANY_REQUESTS) {
                turn.answered();
                return answer;
            }
            if (!turn.waitOut(workshop.throttle().retryAfter(answer.header("Retry-After")))) {
                return answer;
            }
        }
    }

    @Override
    @SuppressWarnings("try") // the passage is only there to end
    public RawAnswer handshakeOnce(URI address, Handshake options) {
        workshop.redactor().learnAddress(address);
        try (PaceGate.Passage passage = workshop.connectPace().enter();
                Deadline deadline = workshop.deadlines().in(workshop.patience().answer())) {
            Instant started = workshop.clock().instant();
            long nanoTime = System.nanoTime();
            Upgrade upgrade = Upgrade.of(address, options);
            Transcript.Socket track = transcript.open(started, nanoTime, address, upgrade.headers());
            try {
                return answer(upgrade, address, options, track, deadline);
            } catch (IOException failed) {
                NoAnswer none = workshop.noAnswer("handshake with " + address, failed, deadline.expired());
                track.ended(String.valueOf(none.getMessage()));
                throw none;
            }
        } catch (IOException noHost) {
            throw workshop.noAnswer("handshake with " + address, noHost, false);
        }
    }

    private RawAnswer answer(
            Upgrade upgrade, URI address, Handshake options, Transcript.Socket track, Deadline deadline)
            throws IOException {
        boolean tls = Wire.secure(address) && !options.plaintext();
        Upgrade.Answered answered = upgrade.over(address, tls, options.receiveBuffer(), workshop, deadline);
        HttpHead head = answered.head();
        track.answered(head.status(), head.headers());
        if (!answered.upgraded() || !upgrade.acceptedBy(head)) {
            answered.wire().close();
            track.ended("refused: HTTP " + head.status());
            return new RawAnswer(head.status(), head.headers(), answered.body(), Optional.empty());
        }
        RawSocket socket = new RawSocket(answered.wire(), workshop, track, Inflation.agreed(head.headers()));
        socket.start();
        return new RawAnswer(head.status(), head.headers(), answered.body(), Optional.of(socket));
    }
}
