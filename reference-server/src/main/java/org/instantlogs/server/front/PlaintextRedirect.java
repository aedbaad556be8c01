package org.instantlogs.server.front;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import org.instantlogs.server.http.Answer;
import org.instantlogs.server.http.Envelope;
import org.instantlogs.server.http.Refusal;

/**
 * The listener for those who forgot the s: every request is answered 301 with the same path and query on https, and never
 * with a record. Source page: "I get a HTTP 301 when attempting to connect to the WebSocket".
 */
final class PlaintextRedirect implements Handler<HttpServerRequest> {
    private final String secure;
    private final Envelope envelope;

    /**
     * @param secure scheme, host and port of the TLS listener, without a trailing slash
     */
    PlaintextRedirect(String secure, Envelope envelope) {
        this.secure = secure;
        this.envelope = envelope;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (request.uri().startsWith("/")) {
            var moved = new Answer(
                    301, Map.of("Location", secure + request.uri(), "Connection", "close", "Content-Length", "0"), "");
            envelope.send(request, moved)
                    .onComplete(sent -> request.connection().close());
        } else {
            envelope.refuse(request, Refusal.noRoute());
        }
    }
}
