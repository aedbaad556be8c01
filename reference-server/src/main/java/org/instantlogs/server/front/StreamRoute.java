package org.instantlogs.server.front;

import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.ServerWebSocket;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.instantlogs.server.http.Envelope;
import org.instantlogs.server.http.Refusal;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.Sessions;

/** Handshakes on the addresses of streams. Source page: "Connect to WebSocket", Common questions. */
final class StreamRoute {
    private static final int KEY_BYTES = 16;

    private final Vertx vertx;
    private final Sessions sessions;
    private final Set<Manner> manners;
    private final AtomicLong shuffles = new AtomicLong();

    StreamRoute(Vertx vertx, Sessions sessions, Set<Manner> manners) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.manners = manners;
    }

    /** Serves the request if its path is a stream's. */
    boolean serves(HttpServerRequest request) {
        var secret = StreamAddress.secretIn(Optional.ofNullable(request.path()).orElse(""));
        if (secret.isEmpty()) {
            return false;
        }
        var flaw = flaw(request);
        if (flaw.isPresent()) {
            Envelope.refuse(request.response(), flaw.get());
        } else {
            attach(request, secret.get());
        }
        return true;
    }

    /** What keeps the request from being a handshake, whatever its address. RFC 6455 4.2.1. */
    private static Optional<Refusal> flaw(HttpServerRequest request) {
        if (!HttpMethod.GET.equals(request.method())) {
            return Optional.of(Refusal.method("GET"));
        }
        var headers = request.headers();
        if (!names(headers, "Upgrade", "websocket")
                || !names(headers, "Connection", "upgrade")
                || request.version() != HttpVersion.HTTP_1_1) {
            return Optional.of(new Refusal(426, 1000, "this address takes WebSocket handshakes only")
                    .with("Upgrade", "websocket")
                    .with("Connection", "Upgrade"));
        }
        if (!"13".equals(headers.get("Sec-WebSocket-Version"))) {
            return Optional.of(new Refusal(426, 1000, "the WebSocket version has to be 13")
                    .with("Upgrade", "websocket")
                    .with("Connection", "Upgrade")
                    .with("Sec-WebSocket-Version", "13"));
        }
        if (!isKey(headers.get("Sec-WebSocket-Key"))) {
            return Optional.of(new Refusal(400, 1000, "Sec-WebSocket-Key has to be 16 bytes in Base64"));
        }
        return Optional.empty();
    }

    private void attach(HttpServerRequest request, String secret) {
        Context context = vertx.getOrCreateContext();
        var reader = new StreamSocket(vertx, context, manners);
        try {
            // Before the handshake is answered: a record served right after the 101 must not be missed.
            var attachment = sessions.attach(secret, mannered(reader));
            request.toWebSocket()
                    .onSuccess(socket -> begin(socket, reader, attachment))
                    .onFailure(gone -> leave(reader, attachment));
        } catch (AttachRefused refused) {
            Envelope.refuse(request.response(), refusal(refused));
        }
    }

    private Reader mannered(StreamSocket socket) {
        return manners.contains(Manner.SHUFFLED)
                ? new ShuffledReader(vertx, socket, new SplittableRandom(shuffles.getAndIncrement()))
                : socket;
    }

    private static void begin(ServerWebSocket socket, StreamSocket reader, Attachment attachment) {
        ClientFrames.watch(socket);
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

    /** Whether one of the header's comma-separated values is that token. */
    private static boolean names(MultiMap headers, String header, String token) {
        return headers.getAll(header).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(value -> value.strip().equalsIgnoreCase(token));
    }

    private static boolean isKey(String key) {
        try {
            return key != null && Base64.getDecoder().decode(key.strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
