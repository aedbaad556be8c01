package org.instantlogs.server.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Timestamps in other forms; one without a value stays as it is. */
final class Times {
    private Times() {}

    static JsonNode inOffset(JsonNode value, int hours) {
        return value.asText().isEmpty()
                ? value
                : new TextNode(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        Instant.parse(value.asText()).atOffset(ZoneOffset.ofHours(hours))));
    }

    /** As an integer of nanoseconds since 1970. */
    static JsonNode inNanos(JsonNode value) {
        return value.asText().isEmpty()
                ? value
                : LongNode.valueOf(Instant.parse(value.asText()).getEpochSecond() * 1_000_000_000L);
    }

    /** Later by so many seconds. */
    static JsonNode later(JsonNode value, long seconds) {
        return value.asText().isEmpty()
                ? value
                : new TextNode(
                        Instant.parse(value.asText()).plusSeconds(seconds).toString());
    }
}
