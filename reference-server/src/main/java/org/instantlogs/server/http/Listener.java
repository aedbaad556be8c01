package org.instantlogs.server.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;

/** How every listener of the server is opened: HTTP/1.1 only, bounded heads, and an envelope for what is no HTTP. */
public final class Listener {
    /** The longest WebSocket frame or message that a client may send, in bytes. */
    public static final int MESSAGE_LIMIT_BYTES = 1 << 20;

    private static final int HEAD_LIMIT_BYTES = 64 << 10;
    private static final int CLOSING_SECONDS = 2;

    private Listener() {}

    /** The settings that all listeners share. */
    public static HttpServerOptions options(String host, int port) {
        return new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setUseAlpn(false)
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(false)
                .setCompressionSupported(false)
                .setMaxInitialLineLength(HEAD_LIMIT_BYTES)
                .setMaxHeaderSize(HEAD_LIMIT_BYTES)
                .setMaxWebSocketFrameSize(MESSAGE_LIMIT_BYTES)
                .setMaxWebSocketMessageSize(MESSAGE_LIMIT_BYTES)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setWebSocketClosingTimeout(CLOSING_SECONDS)
                .setSslHandshakeTimeout(10)
                .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
                .setAcceptBacklog(1024);
    }

    /**
     * Starts to listen.
     *
     * @return fails with {@link java.io.IOException} if the address can't be had
     */
    public static Future<HttpServer> open(Vertx vertx, HttpServerOptions options, Handler<HttpServerRequest> handler) {
        return vertx.createHttpServer(options)
                .requestHandler(handler)
                .invalidRequestHandler(Listener::refuseInvalid)
                // A client that sends no TLS, or leaves in mid-handshake, is its own affair.
                .exceptionHandler(peerFault -> {})
                .listen();
    }

    private static void refuseInvalid(HttpServerRequest request) {
        new Envelope(LastWord.NONE)
                .refuse(request, invalid(request.decoderResult().cause()).with("Connection", "close"))
                .onComplete(sent -> request.connection().close());
    }

    private static Refusal invalid(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return new Refusal(414, 1000, "the request's target is over the limit of " + HEAD_LIMIT_BYTES + " bytes");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return new Refusal(431, 1000, "the request's headers are over the limit of " + HEAD_LIMIT_BYTES + " bytes");
        }
        return new Refusal(400, 1000, "the request is no well-formed HTTP/1.1");
    }
}
