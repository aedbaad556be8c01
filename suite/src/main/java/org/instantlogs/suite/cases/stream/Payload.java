package org.instantlogs.suite.cases.stream;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.instantlogs.suite.check.Variant;

/** A payload of a control frame, at most 125 bytes. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Payload(String name, byte[] bytes) implements Variant {

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Map<String, String> axes() {
        return Map.of("payload", name);
    }
}
