package org.instantlogs.suite.probe;

import java.net.URI;
import org.glassfish.tyrus.client.ClientManager;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/** Sockets as Tyrus makes them, one client manager for all. */
final class TyrusProbe implements SocketProbe {

    private final ClientManager tyrus;
    private final Workshop workshop;
    private final Transcript transcript;

    TyrusProbe(ClientManager tyrus, Workshop workshop, Transcript transcript) {
        this.tyrus = tyrus;
        this.workshop = workshop;
        this.transcript = transcript;
    }

    @Override
    public Connection connect(URI address) {
        Throttle.Turn turn = workshop.throttle().turn("connect");
        while (true) {
            try {
                Connection open = connectOnce(address);
                turn.answered();
                return open;
            } catch (HandshakeRefused refused) {
                if (refused.status() != 429) {
                    turn.answered();
                    throw refused;
                }
                if (!turn.waitOut(refused.retryAfter())) {
                    throw refused;
                }
            }
        }
    }

    @Override
    @SuppressWarnings("try") // the passage is only there to end
    public Connection connectOnce(URI address) {
        workshop.redactor().learnAddress(address);
        try (PaceGate.Passage passage = workshop.connectPace().enter();
                Deadline deadline = workshop.deadlines().in(workshop.patience().answer())) {
            return new TyrusAttempt(workshop, transcript, address, deadline).connect(tyrus);
        }
    }
}
