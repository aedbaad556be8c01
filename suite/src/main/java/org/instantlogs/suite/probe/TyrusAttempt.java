package org.instantlogs.suite.probe;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.spi.ClientEngine;
import org.glassfish.tyrus.spi.ClientEngine.ClientUpgradeInfo;
import org.glassfish.tyrus.spi.ClientEngine.ClientUpgradeStatus;
import org.glassfish.tyrus.spi.UpgradeRequest;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/** One attempt of Tyrus to connect: it makes the request and judges the answer, the wire is ours. For one thread. */
final class TyrusAttempt {

    private final Workshop workshop;
    private final Transcript transcript;
    private final URI address;
    private final Deadline deadline;
    private Optional<TyrusSocket> socket = Optional.empty();
    private Optional<HttpHead> answer = Optional.empty();
    private Optional<IOException> failure = Optional.empty();
    private Optional<Transcript.Socket> track = Optional.empty();
    private Optional<Endpoint> relayed = Optional.empty();

    TyrusAttempt(Workshop workshop, Transcript transcript, URI address, Deadline deadline) {
        this.workshop = workshop;
        this.transcript = transcript;
        this.address = address;
        this.deadline = deadline;
    }

    /** Connects, or says by exception why not. */
    Connection connect(ClientManager tyrus) {
        ClientEndpointConfig config = ClientEndpointConfig.Builder.create().build();
        config.getUserProperties().put(WireContainer.ATTEMPT, this);
        try {
            Session session = tyrus.connectToServer(new Relay(), config, inSmallLetters(address));
            if (socket.isPresent() && session != null) {
                socket.get().start();
                return socket.get();
            }
            throw failed(new IOException("no session came of the handshake"));
        } catch (DeploymentException | IOException refused) {
            throw failed(refused);
        }
    }

    /** With the scheme as Tyrus knows it; to RFC 3986 (3.1) {@code WSS} is the same. */
    private static URI inSmallLetters(URI address) {
        String text = address.toString();
        int end = Math.max(0, text.indexOf(':'));
        return URI.create(text.substring(0, end).toLowerCase(Locale.ROOT) + text.substring(end));
    }

    private RuntimeException failed(Exception refused) {
        RuntimeException why;
        if (failure.isPresent() || answer.isEmpty()) {
            why = workshop.noAnswer(
                    "connecting to " + address, failure.<Exception>map(f -> f).orElse(refused), deadline.expired());
        } else {
            HttpHead head = answer.get();
            Optional<java.time.Duration> retry = workshop.throttle().retryAfter(head.header("Retry-After"));
            String says = head.status() == 101 ? " (" + Failures.words(refused) + ")" : "";
            why = new HandshakeRefused(
                    head.status(),
                    retry,
                    workshop.redactor().redact("handshake with " + address + " answered HTTP " + head.status() + says));
        }
        track.ifPresent(socketTrack -> socketTrack.ended(String.valueOf(why.getMessage())));
        return why;
    }

    /** Called by Tyrus, by way of its container, on the thread that connects. */
    void open(ClientEngine engine) throws IOException, DeploymentException {
        UpgradeRequest request = engine.createUpgradeRequest(() -> {});
        List<Header> headers = new ArrayList<>();
        request.getHeaders().forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
        Instant started = workshop.clock().instant();
        Transcript.Socket opening = transcript.open(started, System.nanoTime(), address, headers);
        track = Optional.of(opening);
        Upgrade upgrade = new Upgrade("GET", Upgrade.target(address), "HTTP/1.1", headers, false);
        try {
            Upgrade.Answered answered =
                    upgrade.over(address, Wire.secure(address), OptionalInt.empty(), workshop, deadline);
            answer = Optional.of(answered.head());
            opening.answered(answered.head().status(), answered.head().headers());
            if (answered.upgraded()) {
                upgraded(engine, answered, opening);
                return;
            }
            engine.processError(new DeploymentException("refused"));
        } catch (IOException failed) {
            failure = Optional.of(failed);
            engine.processError(failed);
        }
    }

    private void upgraded(ClientEngine engine, Upgrade.Answered answered, Transcript.Socket opening)
            throws IOException {
        TyrusUpgradeResponse response = new TyrusUpgradeResponse();
        response.setStatus(101);
        answered.head()
                .headers()
                .forEach(header -> response.getHeaders()
                        .computeIfAbsent(header.name(), name -> new ArrayList<>())
                        .add(header.value()));
        TyrusSocket opened = new TyrusSocket(answered.wire(), workshop, opening);
        relayed = Optional.of(opened.endpoint());
        ClientUpgradeInfo info = engine.processResponse(response, opened.writer(), reason -> {});
        if (info.getUpgradeStatus() != ClientUpgradeStatus.SUCCESS) {
            answered.wire().close();
            return;
        }
        opened.readInto(info.createConnection().getReadHandler());
        socket = Optional.of(opened);
    }

    /** Tyrus wants its endpoint before there is a wire. */
    private final class Relay extends Endpoint {
        @Override
        public void onOpen(Session session, EndpointConfig config) {
            relayed.ifPresent(endpoint -> endpoint.onOpen(session, config));
        }

        @Override
        public void onClose(Session session, CloseReason reason) {
            relayed.ifPresent(endpoint -> endpoint.onClose(session, reason));
        }

        @Override
        public void onError(Session session, Throwable failed) {
            relayed.ifPresent(endpoint -> endpoint.onError(session, failed));
        }
    }
}
