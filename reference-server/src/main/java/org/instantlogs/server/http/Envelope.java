package org.instantlogs.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;

/**
 * The JSON envelope around every answer: {@code errors}, {@code messages}, {@code result}, {@code success}, in the order
 * of the wire. Source page: "Response".
 */
public final class Envelope {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Envelope() {}

    /** Ends the response with that status, no errors, and that result. */
    public static Future<Void> succeed(HttpServerResponse response, int status, JsonNode result) {
        var envelope = NODES.objectNode();
        envelope.putArray("errors");
        envelope.putArray("messages");
        envelope.set("result", result);
        envelope.put("success", true);
        return end(response, status, envelope);
    }

    /** Ends the response with the refusal, its headers, and a null result. */
    public static Future<Void> refuse(HttpServerResponse response, Refusal refusal) {
        var envelope = NODES.objectNode();
        var error = envelope.putArray("errors").addObject();
        error.put("code", refusal.code());
        error.put("message", refusal.message());
        if (!refusal.pointer().isEmpty()) {
            error.putObject("source").put("pointer", refusal.pointer());
        }
        envelope.putArray("messages");
        envelope.putNull("result");
        envelope.put("success", false);
        refusal.headers().forEach(response::putHeader);
        return end(response, refusal.status(), envelope);
    }

    /** Ends the response with a bare JSON object, outside any envelope. */
    public static Future<Void> bare(HttpServerResponse response, int status, ObjectNode object) {
        return end(response, status, object);
    }

    private static Future<Void> end(HttpServerResponse response, int status, JsonNode body) {
        if (response.ended() || response.closed()) {
            return Future.succeededFuture();
        }
        return response.setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.isMissingNode() ? "" : text(body));
    }

    private static String text(JsonNode body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("an envelope is always writable", e);
        }
    }
}
