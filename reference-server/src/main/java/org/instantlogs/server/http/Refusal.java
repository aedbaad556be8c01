package org.instantlogs.server.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a request is not served. Nothing of it repeats what the client sent.
 *
 * @param status the HTTP status, 400 to 599
 * @param code the envelope's error code, at least 1000
 * @param message what is wrong and what would be right
 * @param pointer the JSON pointer of the part of the body that is wrong; empty = none
 * @param headers further headers of the answer
 */
public record Refusal(int status, int code, String message, String pointer, Map<String, String> headers) {

    public Refusal {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("`status` is " + status + "; a refusal has 400 to 599");
        }
        if (code < 1000) {
            throw new IllegalArgumentException("`code` is " + code + "; error codes start at 1000");
        }
        if (message.isBlank()) {
            throw new IllegalArgumentException("`message` is empty");
        }
        headers = Map.copyOf(headers);
    }

    public Refusal(int status, int code, String message) {
        this(status, code, message, "", Map.of());
    }

    /** The same with one header more. */
    public Refusal with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Refusal(status, code, message, pointer, more);
    }

    /** Nothing is served under that path. */
    public static Refusal noRoute() {
        return new Refusal(404, 7000, "No route for that URI");
    }

    /** The path is served, the method is not. */
    public static Refusal method(String allowed) {
        return new Refusal(405, 7001, "Method not allowed for this path; it takes " + allowed).with("Allow", allowed);
    }
}
