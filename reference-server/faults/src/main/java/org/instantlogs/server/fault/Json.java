package org.instantlogs.server.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads and writes the JSON that a fault changes. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper FIRST = new JsonMapper();
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** What the text holds, if it is JSON. */
    static Optional<JsonNode> read(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException none) {
            return Optional.empty();
        }
    }

    /** The object that the bytes hold, if it is one. */
    static Optional<ObjectNode> object(byte[] body) {
        try {
            return MAPPER.readTree(body) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** The object that the bytes begin with, as JSON. */
    static Optional<byte[]> first(byte[] body) {
        return lenient(FIRST, body);
    }

    /** The object that the bytes hold for a reader that forgives much, as JSON. */
    static Optional<byte[]> lenient(byte[] body) {
        return lenient(LENIENT, body);
    }

    private static Optional<byte[]> lenient(JsonMapper mapper, byte[] body) {
        try {
            return mapper.readTree(body) instanceof ObjectNode object ? Optional.of(bytes(object)) : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
