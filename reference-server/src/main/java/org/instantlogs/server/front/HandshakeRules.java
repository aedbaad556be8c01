package org.instantlogs.server.front;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.instantlogs.server.http.Refusal;

/** What a request must be like to be a handshake, whatever its address. Safe for all threads. */
@FunctionalInterface
public interface HandshakeRules {

    /** RFC 6455 4.2.1. */
    HandshakeRules RFC_6455 = HandshakeRules::flaw;

    /** What keeps the request from being a handshake; empty = nothing. */
    Optional<Refusal> flawOf(HttpServerRequest request);

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

    /** Whether one of the header's comma-separated values is that token. */
    private static boolean names(MultiMap headers, String header, String token) {
        return headers.getAll(header).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(value -> value.strip().equalsIgnoreCase(token));
    }

    private static boolean isKey(String key) {
        try {
            return key != null && Base64.getDecoder().decode(key.strip()).length == 16;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
