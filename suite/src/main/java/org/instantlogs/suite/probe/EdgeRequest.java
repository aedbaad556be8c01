package org.instantlogs.suite.probe;

import java.util.Map;

/**
 * A request to a zone's edge.
 *
 * @param target path and query, sent as they are
 * @param headers beside Host, which is the zone's
 * @param httpVersion {@code HTTP/1.0} or {@code HTTP/1.1}
 */
public record EdgeRequest(String method, String target, Map<String, String> headers, String httpVersion) {

    public EdgeRequest {
        headers = Map.copyOf(headers);
    }

    /** GET by HTTP/1.1, no header of its own. */
    public static EdgeRequest get(String target) {
        return new EdgeRequest("GET", target, Map.of(), "HTTP/1.1");
    }
}
