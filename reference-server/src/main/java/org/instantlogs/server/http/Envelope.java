package org.instantlogs.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;

/**
 * The JSON envelope around every answer: {@code errors}, {@code messages}, {@code result}, {@code success}, in the order
 * of the wire. Source page: "Response".
 */
public final class Envelope {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final LastWord lastWord;

    public Envelope(LastWord lastWord) {
        this.lastWord = lastWord;
    }

    /** Answers with that status, no errors, and that result. */
    public Future<Void> succeed(HttpServerRequest request, int status, JsonNode result) {
        var envelope = NODES.objectNode();
        envelope.putArray("errors");
        envelope.putArray("messages");
        envelope.set("result", result);
        envelope.put("success", true);
        return send(request, Answer.json(status, envelope));
    }

    /** Answers with the refusal, its headers, and a null result. */
    public Future<Void> refuse(HttpServerRequest request, Refusal refusal) {
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
        var answer = Answer.json(refusal.status(), envelope);
        for (var header : refusal.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return send(request, answer);
    }

    /** Answers with a bare JSON object, outside any envelope. */
    public Future<Void> bare(HttpServerRequest request, int status, ObjectNode object) {
        return send(request, Answer.json(status, object));
    }

    /** Answers with what is in no envelope at all. */
    public Future<Void> send(HttpServerRequest request, Answer answer) {
        return lastWord.on(request, answer).end(request.response());
    }
}
