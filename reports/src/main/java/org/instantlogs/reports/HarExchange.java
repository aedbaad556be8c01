package org.instantlogs.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The recorded exchange of a check as HAR 1.2, which browsers and proxies open. Sockets are entries of their own: the
 * handshake as HAR knows it, the frames under {@code _webSocketMessages}, as Chromium writes them.
 */
public final class HarExchange {

    /** The folder for exchanges below the report's. */
    static final String FOLDER = "exchanges";

    private static final int LONGEST_FILE_NAME = 120;
    private static final String SUFFIX = ".json";
    private static final int UNKNOWN = -1;

    private HarExchange() {}

    /** Returns the file's path below the report's folder, with slashes; each check has one of its own. */
    public static String path(String checkId) {
        return FOLDER + "/" + SafeFileName.of(checkId, LONGEST_FILE_NAME - SUFFIX.length()) + SUFFIX;
    }

    /**
     * Returns the exchange's text.
     *
     * @param suiteVersion named as the version of what made the file
     */
    public static String text(String checkId, Exchange exchange, String suiteVersion) {
        return Json.page(har -> har.object("log", log -> {
            log.text("version", "1.2")
                    .object(
                            "creator",
                            creator ->
                                    creator.text("name", "instant-logs-suite").text("version", suiteVersion))
                    .text("comment", checkId);
            log.objects("entries", entries(exchange), (json, entry) -> entry.write(json));
        }));
    }

    private static List<Json.Part> entries(Exchange exchange) {
        var entries = new ArrayList<Json.Part>();
        exchange.http().forEach(http -> entries.add(json -> http(json, http)));
        exchange.sockets().forEach(socket -> entries.add(json -> socket(json, socket)));
        return entries;
    }

    private static void http(Json json, Exchange.HttpEntry http) throws IOException {
        times(json, http.started(), http.took());
        json.object("request", request -> {
            request(request, http.method(), http.url(), "unknown", http.requestHeaders());
            if (!http.requestBody().isEmpty()) {
                request.object(
                        "postData",
                        data -> data.text("mimeType", mimeType(http.requestHeaders()))
                                .texts("params", List.of())
                                .text("text", http.requestBody()));
            }
            request.number("headersSize", UNKNOWN).number("bodySize", size(http.requestBody()));
        });
        response(json, http.status(), "unknown", http.responseHeaders(), http.responseBody());
        closing(json, http.took());
        json.text("comment", http.purpose()).text("_error", http.failure());
    }

    private static void socket(Json json, Exchange.SocketEntry socket) throws IOException {
        var took = socket.frames().stream().map(Exchange.Frame::at).reduce(Duration.ZERO, HarExchange::later);
        times(json, socket.started(), took);
        json.object("request", request -> {
            request(request, "GET", socket.url(), "HTTP/1.1", socket.requestHeaders());
            request.number("headersSize", UNKNOWN).number("bodySize", 0);
        });
        response(json, socket.status(), "HTTP/1.1", socket.responseHeaders(), "");
        closing(json, took);
        json.text("_resourceType", "websocket")
                .objects("_webSocketMessages", socket.frames(), (message, frame) -> frame(message, socket, frame))
                .text("_webSocketEnding", socket.ending());
    }

    private static void frame(Json json, Exchange.SocketEntry socket, Exchange.Frame frame) throws IOException {
        var at = socket.started().plus(frame.at());
        json.text("type", frame.direction() == Exchange.Direction.SENT ? "send" : "receive")
                .number("time", at.getEpochSecond() + at.getNano() / 1_000_000_000.0)
                .number("opcode", opcode(frame.opcode()))
                .text("data", frame.payload())
                .number("_length", frame.length())
                .number("_atMs", frame.at().toMillis());
    }

    private static int opcode(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "continuation" -> 0;
            case "text" -> 1;
            case "binary" -> 2;
            case "close" -> 8;
            case "ping" -> 9;
            case "pong" -> 10;
            default -> UNKNOWN;
        };
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static void times(Json json, Instant started, Duration took) throws IOException {
        json.text("startedDateTime", started.toString()).number("time", millis(took));
    }

    private static void request(Json json, String method, String url, String httpVersion, List<Exchange.Header> headers)
            throws IOException {
        json.text("method", method)
                .text("url", url)
                .text("httpVersion", httpVersion)
                .texts("cookies", List.of())
                .objects("headers", headers, HarExchange::header)
                .objects("queryString", query(url), HarExchange::header);
    }

    private static void response(Json json, int status, String httpVersion, List<Exchange.Header> headers, String body)
            throws IOException {
        json.object(
                "response",
                response -> response.number("status", status)
                        .text("statusText", "")
                        .text("httpVersion", httpVersion)
                        .texts("cookies", List.of())
                        .objects("headers", headers, HarExchange::header)
                        .object(
                                "content",
                                content -> content.number("size", size(body))
                                        .text("mimeType", mimeType(headers))
                                        .text("text", body))
                        .text("redirectURL", value(headers, "Location").orElse(""))
                        .number("headersSize", UNKNOWN)
                        .number("bodySize", UNKNOWN));
    }

    // Only the whole is measured; HAR wants three parts that add up to it.
    private static void closing(Json json, Duration took) throws IOException {
        json.object("cache", cache -> {})
                .object(
                        "timings",
                        timings -> timings.number("send", 0)
                                .number("wait", millis(took))
                                .number("receive", 0));
    }

    private static void header(Json json, Exchange.Header header) throws IOException {
        json.text("name", header.name()).text("value", header.value());
    }

    private static List<Exchange.Header> query(String url) {
        var question = url.indexOf('?');
        if (question < 0) {
            return List.of();
        }
        var pairs = new ArrayList<Exchange.Header>();
        for (var pair : List.of(url.substring(question + 1).split("&", -1))) {
            var equals = pair.indexOf('=');
            pairs.add(
                    equals < 0
                            ? new Exchange.Header(pair, "")
                            : new Exchange.Header(pair.substring(0, equals), pair.substring(equals + 1)));
        }
        return pairs;
    }

    private static Optional<String> value(List<Exchange.Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Exchange.Header::value)
                .findFirst();
    }

    private static String mimeType(List<Exchange.Header> headers) {
        return value(headers, "Content-Type").orElse("x-unknown");
    }

    private static int size(String body) {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1_000_000.0;
    }
}
