package org.instantlogs.reports.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads a recorded exchange, HAR 1.2 with the frames of its sockets, as steps on one time line. */
final class Har {

    private static final int LONGEST_TEXT = 4_000;
    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private final Instant start;
    private final List<Step> steps = new ArrayList<>();
    private int sockets;

    private Har(Instant start) {
        this.start = start;
    }

    /**
     * Returns the steps in the order in which they happened; none where the file holds no entry.
     *
     * @throws IllegalArgumentException where this is no HAR
     */
    static List<Step> steps(JsonNode har) {
        var entries = har.path("log").path("entries");
        if (!entries.isArray()) {
            throw new IllegalArgumentException("it has no `log.entries`");
        }
        var sorted = new ArrayList<JsonNode>();
        entries.forEach(sorted::add);
        sorted.sort(Comparator.comparing(Har::started));
        if (sorted.isEmpty()) {
            return List.of();
        }
        var reader = new Har(started(sorted.get(0)));
        sorted.forEach(reader::entry);
        // stable: what happened at the same time stays in the order of the file
        reader.steps.sort(Comparator.comparingDouble(Step::atMs));
        return List.copyOf(reader.steps);
    }

    private static Instant started(JsonNode entry) {
        var text = entry.path("startedDateTime").asText();
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("`startedDateTime` is `" + text + "`", e);
        }
    }

    private void entry(JsonNode entry) {
        var at = Duration.between(start, started(entry)).toNanos() / NANOS_PER_MILLI;
        if (entry.has("_webSocketMessages")) {
            socket(entry, at);
        } else {
            http(entry, at);
        }
    }

    private void http(JsonNode entry, double at) {
        var request = entry.path("request");
        var purpose = entry.path("comment").asText();
        message(
                at,
                Step.Way.SENT,
                "api",
                line(request) + (purpose.isEmpty() ? "" : "  (" + purpose + ")"),
                request.path("headers"),
                request.path("postData").path("text").asText());
        var response = entry.path("response");
        var status = response.path("status").asInt();
        var took = entry.path("time").asDouble();
        var after = String.format(java.util.Locale.ROOT, " after %.1f ms", took);
        if (status == 0) {
            steps.add(Step.remark(
                    at + took,
                    "api",
                    "no answer" + after + ": " + entry.path("_error").asText("unknown reason")));
            return;
        }
        message(
                at + took,
                Step.Way.RECEIVED,
                "api",
                status + after + (purpose.isEmpty() ? "" : "  (" + purpose + ")"),
                response.path("headers"),
                response.path("content").path("text").asText());
    }

    private void socket(JsonNode entry, double at) {
        var lane = Integer.toString(++sockets);
        var request = entry.path("request");
        message(at, Step.Way.SENT, lane, line(request) + "  (handshake)", request.path("headers"), "");
        var response = entry.path("response");
        var status = response.path("status").asInt();
        if (status != 0) {
            message(at, Step.Way.RECEIVED, lane, status + "  (handshake)", response.path("headers"), "");
        }
        var last = at;
        for (var frame : entry.path("_webSocketMessages")) {
            var since = at + frame.path("_atMs").asDouble();
            last = Math.max(last, since);
            var length = frame.path("_length").asInt();
            message(
                    since,
                    frame.path("type").asText().equals("send") ? Step.Way.SENT : Step.Way.RECEIVED,
                    lane,
                    opcode(frame.path("opcode").asInt(-1)) + ", " + length + (length == 1 ? " byte" : " bytes"),
                    frame.path("headers"),
                    frame.path("data").asText());
        }
        if (entry.has("_webSocketEnding")) {
            steps.add(Step.remark(last, lane, entry.path("_webSocketEnding").asText()));
        }
    }

    private void message(double at, Step.Way way, String lane, String label, JsonNode headers, String text) {
        var lines = new ArrayList<String>();
        headers.forEach(header -> lines.add(
                header.path("name").asText() + ": " + header.path("value").asText()));
        var end = Math.min(text.length(), LONGEST_TEXT);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        steps.add(new Step(at, way, lane, label, lines, text.substring(0, end), text.length() - end));
    }

    private static String line(JsonNode request) {
        return request.path("method").asText() + " " + request.path("url").asText();
    }

    private static String opcode(int code) {
        return switch (code) {
            case 0 -> "continuation frame";
            case 1 -> "text frame";
            case 2 -> "binary frame";
            case 8 -> "close frame";
            case 9 -> "ping";
            case 10 -> "pong";
            default -> "frame of an unknown kind";
        };
    }
}
