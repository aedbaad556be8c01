package org.instantlogs.server.front;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** The addresses of streams: made for the answer of a creation, recognised in a handshake. */
final class StreamAddress {
    private static final String FOLDER = "/instant-logs/ws/sessions/";
    private static final Pattern PATH = Pattern.compile(FOLDER + "([^/]*)");

    private final String host;

    /**
     * @param host the name or address that clients reach the listener by, an IPv6 address in brackets
     */
    StreamAddress(String host) {
        this.host = host;
    }

    /** Where the session with that secret streams; the port is the one that the request came in by. */
    String of(HttpServerRequest request, String secret) {
        return "wss://" + host + ":" + request.localAddress().port() + FOLDER + secret;
    }

    /** The secret in a path, or what stands in its place; empty if the path is no stream's. */
    static Optional<String> secretIn(String path) {
        var matcher = PATH.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
