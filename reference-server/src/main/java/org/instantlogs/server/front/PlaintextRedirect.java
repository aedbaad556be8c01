package org.instantlogs.server.front;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import org.instantlogs.server.http.Envelope;
import org.instantlogs.server.http.Refusal;

/**
 * The listener for those who forgot the s: every request is answered 301 with the same path and query on https, and never
 * with a record. Source page: "I get a HTTP 301 when attempting to connect to the WebSocket".
 */
final class PlaintextRedirect implements Handler<HttpServerRequest> {
    private final String secure;

    /**
     * @param secure scheme, host and port of the TLS listener, without a trailing slash
     */
    PlaintextRedirect(String secure) {
        this.secure = secure;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (request.uri().startsWith("/")) {
            request.response()
                    .setStatusCode(301)
                    .putHeader("Location", secure + request.uri())
                    .putHeader("Connection", "close")
                    .putHeader("Content-Length", "0")
                    .end()
                    .onComplete(sent -> request.connection().close());
        } else {
            Envelope.refuse(request.response(), Refusal.noRoute());
        }
    }
}
