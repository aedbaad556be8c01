package org.instantlogs.suite.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON on one line that every UTF-8 encoder leaves as it is. */
final class JsonText {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonText() {}

    /**
     * Compact JSON of a tree or of a value that a record keeps; a lone surrogate is written as its escape, since UTF-8 has no
     * form for it.
     */
    static String of(Object value) {
        if (value instanceof String text && isPlain(text)) {
            return '"' + text + '"';
        }
        try {
            return withLoneSurrogatesEscaped(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value that was made here can't be written", e);
        }
    }

    /** Whether the text stands in JSON as it is. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one < ' ' || one > '~' || one == '"' || one == '\\') {
                return false;
            }
        }
        return true;
    }

    private static String withLoneSurrogatesEscaped(String json) {
        if (!holdsSurrogates(json)) {
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

    /** A loop of the plainest kind: some records hold 16 KiB, and all are written again and again. */
    private static boolean holdsSurrogates(String json) {
        for (int i = 0; i < json.length(); i++) {
            if (Character.isSurrogate(json.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
