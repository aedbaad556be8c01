package org.instantlogs.suite.probe;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the API.
 *
 * @param path relative to the descriptor's {@code api} and beginning with a slash, or an absolute http(s) URI; sent as it
 *     is, so encoded where needed
 * @param headers beside those of the credentials; a header of the same name replaces that of the credentials
 * @param purpose what the recorded exchange calls it, such as {@code create}
 */
public record ApiRequest(
        String method,
        String path,
        Credentials credentials,
        Map<String, String> headers,
        Optional<byte[]> body,
        String purpose) {

    public ApiRequest {
        if (method.isEmpty()) {
            throw new IllegalArgumentException("a request needs a method");
        }
        if (!path.startsWith("/") && !path.startsWith("http://") && !path.startsWith("https://")) {
            throw new IllegalArgumentException("the path '" + path + "' is neither absolute nor an http(s) URI");
        }
        headers = Map.copyOf(headers);
        body = body.map(byte[]::clone);
    }

    /** A job is asked for in a zone, by the owner, with this text as JSON body (it need not be JSON). */
    public static ApiRequest create(String zoneId, String json) {
        return create(zoneId, json.getBytes(StandardCharsets.UTF_8));
    }

    /** A job is asked for in a zone, by the owner, with these bytes sent as application/json. */
    public static ApiRequest create(String zoneId, byte[] body) {
        return new ApiRequest(
                "POST",
                jobs(zoneId),
                Credentials.OWNER_ANY,
                Map.of("Content-Type", "application/json"),
                Optional.of(body),
                "create");
    }

    /** The list of a zone's jobs, for the owner. */
    public static ApiRequest list(String zoneId) {
        return new ApiRequest("GET", jobs(zoneId), Credentials.OWNER_ANY, Map.of(), Optional.empty(), "list");
    }

    /** The same, with other credentials. */
    public ApiRequest as(Credentials others) {
        return new ApiRequest(method, path, others, headers, body, purpose);
    }

    /** The same, by another method. */
    public ApiRequest by(String other) {
        return new ApiRequest(other, path, credentials, headers, body, "method");
    }

    /** The same, with one header more or another value for it. */
    public ApiRequest header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.keySet().removeIf(name::equalsIgnoreCase);
        more.put(name, value);
        return new ApiRequest(method, path, credentials, more, body, purpose);
    }

    /** The same, called something else in the recorded exchange. */
    public ApiRequest named(String otherPurpose) {
        return new ApiRequest(method, path, credentials, headers, body, otherPurpose);
    }

    private static String jobs(String zoneId) {
        return "/zones/" + zoneId + "/logpush/edge/jobs";
    }
}
