package org.instantlogs.server.edge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.instantlogs.server.http.Listener;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.zone.Zone;
import org.instantlogs.server.zone.Zones;

/** Serves the zones' hosts over plain HTTP, and logs every request to one of them as a full record. */
public final class Edge {
    private final Vertx vertx;
    private final Zones zones;
    private final SessionRegistry sessions;
    private final RayIds rayIds;
    private final Origin origin;

    /**
     * @param origin the web application to pass requests on to; empty = the built-in origin
     */
    public Edge(Vertx vertx, Zones zones, SessionRegistry sessions, RayIds rayIds, Optional<URI> origin) {
        this.vertx = vertx;
        this.zones = zones;
        this.sessions = sessions;
        this.rayIds = rayIds;
        this.origin = origin.<Origin>map(uri -> new ProxiedOrigin(vertx, uri)).orElseGet(BuiltInOrigin::new);
    }

    /**
     * Opens the listener.
     *
     * @param port 0 = any free one
     * @return its port
     */
    public Future<Integer> open(String host, int port) {
        return Listener.open(vertx, Listener.options(host, port), this::serve).map(HttpServer::actualPort);
    }

    private void serve(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        var zone = authority == null ? Optional.<Zone>empty() : zones.byHost(authority.host());
        if (zone.isEmpty()) {
            request.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", "text/plain")
                    .end("no such host\n");
            return;
        }
        log(zone.get(), request);
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        origin.answer(request);
    }

    private void log(Zone zone, HttpServerRequest request) {
        var exchange = new EdgeExchange(zone, rayIds.next(), sessions.clock(zone.id()), request, origin.address());
        var log = new Once(record -> sessions.publish(zone.id(), List.of(record)));
        // Whatever becomes of the connection is told by the response's handlers below.
        request.exceptionHandler(gone -> {});
        request.response()
                .exceptionHandler(gone -> {})
                .headersEndHandler(head -> exchange.answering())
                .bodyEndHandler(sent -> log.accept(exchange.answered()))
                .closeHandler(closed -> log.accept(exchange.abandoned()));
    }

    /** Logs the first of two ends: answered, or the connection closed. */
    private static final class Once {
        private final java.util.function.Consumer<LogRecord> sink;
        private boolean done;

        Once(java.util.function.Consumer<LogRecord> sink) {
            this.sink = sink;
        }

        void accept(LogRecord record) {
            if (!done) {
                done = true;
                sink.accept(record);
            }
        }
    }
}
