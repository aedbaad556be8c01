package org.instantlogs.server.control;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Set;
import org.instantlogs.server.zone.Zone;
import org.instantlogs.server.zone.Zones;

/** What the bodies of {@code /clock/advance} and {@code /reset} say. Target contract, sections 3 and 4. */
final class ControlOrder {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode body;

    private ControlOrder(JsonNode body) {
        this.body = body;
    }

    /** Reads a body that may have those members and no others. */
    static ControlOrder read(byte[] body, Set<String> members) throws OrderRefused {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JacksonException malformed) {
            throw new OrderRefused("the body is not valid JSON: " + malformed.getOriginalMessage());
        } catch (IOException impossible) {
            throw new IllegalStateException("a byte array is always readable", impossible);
        }
        if (!json.isObject()) {
            throw new OrderRefused("the body has to be a JSON object");
        }
        for (var member : json.properties()) {
            if (!members.contains(member.getKey())) {
                throw new OrderRefused("the body has a member that is not known; known are: "
                        + String.join(", ", members.stream().sorted().toList()));
            }
        }
        return new ControlOrder(json);
    }

    /** The zone that the order is for. */
    Zone zone(Zones zones) throws OrderRefused {
        var id = body.path("zone");
        if (!id.isTextual()) {
            throw new OrderRefused("`zone` is missing: give the id of the zone, for each zone has a time of its own");
        }
        return zones.byId(id.textValue())
                .orElseThrow(
                        () -> new OrderRefused("`zone` is no zone of this server: give the id of one that it serves"));
    }

    /** How far the zone's time is to move; not negative. */
    Duration by() throws OrderRefused {
        var by = body.path("by");
        Duration step;
        try {
            step = Duration.parse(by.isTextual() ? by.textValue() : "");
        } catch (DateTimeException malformed) {
            throw new OrderRefused("`by` has to be an ISO 8601 duration such as \"PT61M\"");
        }
        if (step.isNegative()) {
            throw new OrderRefused("`by` is negative: time moves forward only");
        }
        return step;
    }

    /** The order can't be carried out as it stands; the message is fit for an answer. */
    static final class OrderRefused extends Exception {
        private static final long serialVersionUID = 1L;

        OrderRefused(String message) {
            super(message);
        }
    }
}
