package org.instantlogs.suite.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.suite.descriptor.Descriptor;
import org.instantlogs.suite.descriptor.Descriptor.Clock;
import org.instantlogs.suite.descriptor.Descriptor.Scope;
import org.instantlogs.suite.descriptor.Descriptor.ZoneEntry;
import org.instantlogs.suite.probe.RecordedCalls.Call;

/** The doors that a target offers the suite: traffic, clock and reset of the target contract. Thread-safe. */
final class ControlDoors implements TrafficProbe, ClockProbe {

    /** A step of an hour may ask a listener for a hundred pongs. */
    private static final Duration STEP = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Workshop workshop;
    private final RecordedCalls doors;
    private final Transcript transcript;

    ControlDoors(Workshop workshop, Transcript transcript, Courier lean) {
        this.workshop = workshop;
        this.doors = new RecordedCalls(workshop, transcript, lean);
        this.transcript = transcript;
    }

    @Override
    public void inject(String zoneId, List<String> ndjsonLines) {
        String template = descriptor().inject().orElseThrow(() -> missing("traffic.inject"));
        byte[] body = (String.join("\n", ndjsonLines) + "\n").getBytes(StandardCharsets.UTF_8);
        Call call = new Call(
                "inject",
                "POST",
                URI.create(template.replace("{zone}", zoneId)),
                Map.of("Content-Type", "application/x-ndjson"),
                Optional.of(body));
        Answer answer = doors.send(call, workshop.patience().answer());
        long lines = ndjsonLines.stream().filter(line -> !line.isBlank()).count();
        boolean taken = answer.status() == 202
                && answer.json()
                        .map(json -> json.path("accepted"))
                        .filter(JsonNode::isIntegralNumber)
                        .filter(accepted -> accepted.asLong() == lines)
                        .isPresent();
        if (!taken) {
            throw new TrafficFailed("inject of " + lines + " records: expected HTTP 202 {\"accepted\":" + lines
                    + "}, got " + answer.describe());
        }
    }

    @Override
    public int edge(ZoneEntry zone, EdgeRequest request) {
        URI edge = zone.edge().orElseThrow(() -> missing("zones[].edge"));
        String host = zone.host().orElseThrow(() -> missing("zones[].host"));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", host);
        headers.putAll(request.headers());
        Courier courier = new EdgeCourier(workshop, edge, request);
        Call call = new Call("edge", request.method(), shown(edge, request), headers, Optional.empty());
        return new RecordedCalls(workshop, transcript, courier)
                .send(call, workshop.patience().answer())
                .status();
    }

    /** For the record: what was really sent need be no URI. */
    private static URI shown(URI edge, EdgeRequest request) {
        try {
            return edge.resolve(new URI(request.target()));
        } catch (URISyntaxException | IllegalArgumentException noUri) {
            return edge;
        }
    }

    @Override
    public Instant advance(Optional<String> zoneId, Duration by) {
        Clock clock = descriptor().clock().orElseThrow(() -> missing("clock.advance"));
        ObjectNode step = JSON.createObjectNode().put("by", by.toString());
        if (clock.scope() == Scope.ZONE) {
            step.put("zone", zoneId.orElseThrow(() -> new IllegalStateException("this clock moves one zone's time")));
        }
        Answer answer = doors.send(json("advance", clock.advance(), step), STEP);
        Optional<Instant> now =
                answer.json().map(json -> json.path("now").asText()).flatMap(ControlDoors::instant);
        if (answer.status() != 200 || now.isEmpty()) {
            throw new TrafficFailed(
                    "clock step of " + by + ": expected HTTP 200 {\"now\":\"<RFC 3339>\"}, got " + answer.describe());
        }
        return now.get();
    }

    void reset(String zoneId) {
        URI door = descriptor().reset().orElseThrow(() -> missing("reset"));
        Answer answer = doors.send(
                json("reset", door, JSON.createObjectNode().put("zone", zoneId)),
                workshop.patience().answer());
        if (answer.status() != 204) {
            throw new TrafficFailed("reset: expected HTTP 204, got " + answer.describe());
        }
    }

    private static Call json(String purpose, URI door, ObjectNode body) {
        return new Call(
                purpose,
                "POST",
                door,
                Map.of("Content-Type", "application/json"),
                Optional.of(body.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private Descriptor descriptor() {
        return workshop.descriptor();
    }

    private static IllegalStateException missing(String property) {
        return new IllegalStateException("the descriptor has no " + property);
    }
}
