package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.record.LogRecord;

/** Records that contradict themselves or the request, and records that a visitor writes. */
final class VisitorFaults {
    private static final String AGENT = "ClientRequestUserAgent";
    private static final String AT_THE_EDGE = "IL-NDJSON-13.related-fields-of-requests-through-the-edge-agree";
    private static final String FORGED_BY_INJECTION = "IL-NDJSON-14.no-visitor-forges-a-line-a-key-or-a-record";
    private static final String FORGED_AT_THE_EDGE =
            "IL-NDJSON-14.no-request-through-the-edge-forges-a-line-a-key-or-a-record";

    private VisitorFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("start-and-end-exchanged", "the start of a request is shown as its end, the end as its start")
                        .breaks("IL-NDJSON-13.related-fields-agree")
                        .mayBreak("IL-NDJSON-06", "IL-NDJSON-13")
                        .of(LineChange.members((record, line) -> {
                                    if (line.has("EdgeStartTimestamp") && line.has("EdgeEndTimestamp")) {
                                        var start = line.get("EdgeStartTimestamp");
                                        line.set("EdgeStartTimestamp", line.get("EdgeEndTimestamp"));
                                        line.set("EdgeEndTimestamp", start);
                                    }
                                })
                                .parts()),
                atTheEdge(
                        "start-after-end",
                        "a request through the edge starts a second after its end",
                        (record, line) -> replace(line, "EdgeStartTimestamp", value -> Times.later(value, 2))),
                atTheEdge("status-zero", "a request that was answered without a body has status 0", (record, line) -> {
                    if (line.path("EdgeResponseStatus").asInt() == 204) {
                        line.put("EdgeResponseStatus", 0);
                    }
                }),
                atTheEdge(
                        "address-with-port",
                        "a visitor's address has a port",
                        (record, line) -> put(
                                line, "ClientIP", address -> address + ":" + Records.integer(record, "ClientSrcPort"))),
                atTheEdge(
                        "method-in-lower-case",
                        "the method is in lower case",
                        (record, line) -> put(line, "ClientRequestMethod", method -> method.toLowerCase(Locale.ROOT))),
                atTheEdge(
                        "uri-without-query",
                        "the URI is shown without its query",
                        (record, line) -> put(line, "ClientRequestURI", uri -> uri.replaceFirst("\\?.*", ""))),
                atTheEdge(
                        "path-with-query",
                        "the path is shown with the query",
                        (record, line) ->
                                put(line, "ClientRequestPath", path -> Records.text(record, "ClientRequestURI"))),
                atTheEdge(
                        "uri-with-host",
                        "the URI is shown with scheme and host",
                        (record, line) -> put(
                                line,
                                "ClientRequestURI",
                                uri -> "http://" + Records.text(record, "ClientRequestHost") + uri)),
                forgery(
                        "agent-as-it-came",
                        "a user agent is written without escapes",
                        false,
                        AGENT,
                        "record",
                        text -> text),
                forgery(
                        "referer-as-it-came",
                        "a referer is written without escapes",
                        false,
                        "ClientRequestReferer",
                        "key",
                        text -> text),
                forgery(
                        "forged-key-wins",
                        "a referer is written without escapes, and of what is there twice then the first stays",
                        false,
                        "key",
                        (record, line, number) -> LineChange.text(text -> text.replaceFirst(
                                        "(\"EdgeResponseStatus\":999.*),\"EdgeResponseStatus\":\\d+", "$1"))
                                .of(
                                        record,
                                        written("ClientRequestReferer", text -> text)
                                                .of(record, line, number),
                                        number)),
                forgery(
                        "path-as-it-came",
                        "a path is written without escapes",
                        false,
                        "ClientRequestPath",
                        "line",
                        text -> text),
                forgery(
                        "backslash-not-escaped",
                        "quotes in a user agent are escaped, backslashes are not",
                        false,
                        AGENT,
                        "backslash-and-key",
                        text -> quoted(text.replace("\"", "\\\""))),
                forgery(
                        "escapes-resolved-before-writing",
                        "escapes in a user agent are resolved, and nothing is escaped",
                        false,
                        AGENT,
                        "escaped-quote",
                        text -> text.replace("\\u0022", "\"")),
                forgery(
                        "line-ends-let-through",
                        "a carriage return and a newline come out as they are, all else escaped",
                        false,
                        AGENT,
                        "line-crlf",
                        text -> text.replace("\\", "\\\\").replace("\"", "\\\"")),
                forgery(
                        "agent-as-it-came-at-the-edge",
                        "the edge writes a user agent without escapes",
                        true,
                        AGENT,
                        "key",
                        text -> text),
                forgery(
                        "referer-as-it-came-at-the-edge",
                        "the edge writes a referer without escaping its backslashes",
                        true,
                        "ClientRequestReferer",
                        "backslash-and-key",
                        text -> text.replace("\"", "\\\"")),
                forgery(
                        "path-decoded-at-the-edge",
                        "the edge writes a path percent-decoded and without escapes",
                        true,
                        "ClientRequestPath",
                        "record",
                        text -> java.net.URLDecoder.decode(text, StandardCharsets.UTF_8)));
    }

    private static TrialTarget atTheEdge(String name, String says, BiConsumer<LogRecord, ObjectNode> change) {
        return fault(name, says)
                .breaks(AT_THE_EDGE)
                .mayBreak("IL-FILTER-23", "IL-STREAM-02", "IL-NDJSON-06")
                .of(LineChange.members(change).where(Records::byEdge).parts());
    }

    private static void replace(ObjectNode line, String name, UnaryOperator<JsonNode> change) {
        if (line.has(name)) {
            line.set(name, change.apply(line.get(name)));
        }
    }

    private static void put(ObjectNode line, String name, UnaryOperator<String> change) {
        if (line.has(name)) {
            line.put(name, change.apply(line.get(name).textValue()));
        }
    }

    /** Writes a text field's value by another rule. */
    private static TrialTarget forgery(
            String name, String says, boolean edge, String field, String kind, UnaryOperator<String> writing) {
        return forgery(name, says, edge, kind, written(field, writing));
    }

    private static LineChange written(String field, UnaryOperator<String> writing) {
        return (record, line, number) -> {
            var text = new String(line, StandardCharsets.UTF_8);
            var value = Records.text(record, field);
            return text.replace(
                            "\"" + field + "\":" + escaped(value), "\"" + field + "\":\"" + writing.apply(value) + "\"")
                    .getBytes(StandardCharsets.UTF_8);
        };
    }

    private static TrialTarget forgery(String name, String says, boolean edge, String kind, LineChange unescaped) {
        return fault(name, says)
                .breaks((edge ? FORGED_AT_THE_EDGE : FORGED_BY_INJECTION) + "[forgery=" + kind + "]")
                .mayBreak("IL-NDJSON-14", "IL-NDJSON-01", "IL-NDJSON-03", "IL-NDJSON-06", "IL-NDJSON-13")
                .of((edge ? unescaped.where(Records::byEdge) : unescaped.where(record -> !Records.byEdge(record)))
                        .parts());
    }

    private static String quoted(String text) {
        return text.replace("\n", "\\n").replace("\r", "\\r");
    }

    /** As the right encoder writes a text. */
    private static String escaped(String value) {
        var line = new String(
                org.instantlogs.server.record.Projection.of(List.of(AGENT))
                        .encode(LogRecord.builder().set(AGENT, value).build(), 1),
                StandardCharsets.UTF_8);
        return line.substring(line.indexOf(':') + 1, line.lastIndexOf(",\"sampleInterval"));
    }
}
