package org.instantlogs.server.front;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.instantlogs.server.http.Envelope;
import org.instantlogs.server.http.Refusal;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;

/** Handshakes on the addresses of streams. Source page: "Connect to WebSocket", Common questions. */
final class StreamRoute {
    private final Vertx vertx;
    private final SessionRegistry sessions;
    private final Set<Manner> manners;
    private final FrontParts parts;
    private final HandshakeRules rules;
    private final Envelope envelope;
    private final AtomicLong shuffles = new AtomicLong();

    StreamRoute(Vertx vertx, SessionRegistry sessions, Set<Manner> manners, FrontParts parts, Envelope envelope) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.manners = manners;
        this.parts = parts;
        this.rules = parts.handshakeRules();
        this.envelope = envelope;
    }

    /** Serves the request if its path is a stream's. */
    boolean serves(HttpServerRequest request) {
        var secret = StreamAddress.secretIn(Optional.ofNullable(request.path()).orElse(""));
        if (secret.isEmpty()) {
            return false;
        }
        var flaw = rules.flawOf(request);
        if (flaw.isPresent()) {
            envelope.refuse(request, flaw.get());
        } else {
            attach(request, secret.get());
        }
        return true;
    }

    private void attach(HttpServerRequest request, String secret) {
        Context context = vertx.getOrCreateContext();
        var reader = new StreamSocket(vertx, context, parts.framing(manners), manners.contains(Manner.CURT));
        try {
            // Before the handshake is answered: a record served right after the 101 must not be missed.
            var attachment = sessions.attach(secret, mannered(reader));
            request.toWebSocket()
                    .onSuccess(socket -> begin(socket, reader, attachment))
                    .onFailure(gone -> leave(reader, attachment));
        } catch (AttachRefused refused) {
            envelope.refuse(request, refusal(refused));
        }
    }

    private Reader mannered(StreamSocket socket) {
        return manners.contains(Manner.SHUFFLED)
                ? new ShuffledReader(vertx, socket, new SplittableRandom(shuffles.getAndIncrement()))
                : socket;
    }

    private void begin(ServerWebSocket socket, StreamSocket reader, Attachment attachment) {
        parts.accepted(socket);
        // What a client says is of no interest; saying it breaks nothing.
        socket.handler(said -> {});
        // A protocol error or a lost connection: the close handler comes next.
        socket.exceptionHandler(lost -> {});
        socket.closeHandler(closed -> leave(reader, attachment));
        reader.open(socket);
    }

    private static void leave(StreamSocket reader, Attachment attachment) {
        reader.gone();
        attachment.detach();
    }

    private static Refusal refusal(AttachRefused refused) {
        return switch (refused.why()) {
            case UNKNOWN, ENDED -> new Refusal(404, 1000, "no session streams at this address");
            case TOO_MANY ->
                new Refusal(429, 1000, "too many connection requests; try again after a while")
                        .with("Retry-After", String.valueOf(refused.retryAfter().toSeconds()));
        };
    }
}
