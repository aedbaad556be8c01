package org.instantlogs.suite.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON on one line that every UTF-8 encoder leaves as it is. */
final class JsonText {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonText() {}

    /** Compact JSON; a lone surrogate is written as its escape, since UTF-8 has no form for it. */
    static String of(JsonNode node) {
        try {
            return withLoneSurrogatesEscaped(MAPPER.writeValueAsString(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was built here can't be written", e);
        }
    }

    private static String withLoneSurrogatesEscaped(String json) {
        if (json.codePoints().noneMatch(JsonText::isSurrogate)) {
            return json;
        }
        var escaped = new StringBuilder(json.length() + 16);
        // A surrogate can stand in a literal of text only, where its escape means the same.
        json.codePoints().forEach(point -> {
            if (isSurrogate(point)) {
                escaped.append(String.format("\\u%04x", point));
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
