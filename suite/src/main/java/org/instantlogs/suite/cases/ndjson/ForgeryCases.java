package org.instantlogs.suite.cases.ndjson;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.ndjson.Defect.Kind;
import org.instantlogs.suite.ndjson.Line;
import org.instantlogs.suite.ndjson.RecordLine;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Sent;
import org.instantlogs.suite.zone.Stream;
import org.instantlogs.suite.zone.Visit;
import org.instantlogs.suite.zone.Zone;

/** Visitors who write log lines into what they ask for. */
public final class ForgeryCases {
    private static final String FORGED = "feedfacefeedface";
    private static final List<String> FIELDS = List.of(
            "RayID",
            "ClientRequestPath",
            "ClientRequestURI",
            "ClientRequestUserAgent",
            "ClientRequestReferer",
            "EdgeResponseStatus");
    private static final JobSpec JOB = JobSpec.job(String.join(",", FIELDS));

    /** What is written, to end a value, a line or a record from within. */
    record Forgery(String name, String text) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("forgery", name);
        }
    }

    static List<Forgery> forgeries() {
        var forged = "{\"RayID\":\"" + FORGED + "\",\"EdgeResponseStatus\":999,\"sampleInterval\":1}";
        return List.of(
                new Forgery("record", "\"}\n" + forged + "\n{\"ClientRequestPath\":\""),
                new Forgery("line", "\n" + forged + "\n"),
                new Forgery("line-crlf", "\r\n" + forged + "\r\n"),
                new Forgery("line-separator", "\u2028" + forged + "\u2029\u0085"),
                new Forgery("key", "\",\"EdgeResponseStatus\":999,\"Forged\":\"1"),
                new Forgery("array", "\"],\"Forged\":[\""),
                new Forgery("trailing-backslash", "\\"),
                new Forgery("backslash-and-key", "\\\",\"Forged\":\"1"),
                new Forgery("escaped-quote", "\\u0022,\\u0022Forged\\u0022:\\u00221"),
                new Forgery("escaped-newline", "\\n" + forged),
                new Forgery("nul", "\0\"}\n" + forged));
    }

    @Check("IL-NDJSON-14.no-visitor-forges-a-line-a-key-or-a-record")
    @Needs(Need.INJECT)
    @Variants("forgeries")
    void noVisitorForgesALineAKeyOrARecord(Zone zone, Judgement judgement, Forgery forgery) {
        var stream = zone.stream(JOB);

        var sent = zone.serves(FIELDS.subList(1, 5).stream()
                .map(field -> LogRecord.of("EdgeResponseStatus", 200).with(field, "/a" + forgery.text()))
                .toList());
        stream.awaitAll(sent);

        isNotForged(stream, sent, judgement);
    }

    /** Such as survive the way through an HTTP request: percent-encoded in the target, as they are in headers. */
    static List<Forgery> requestable() {
        return forgeries().stream()
                .filter(forgery -> !forgery.name().equals("nul"))
                .toList();
    }

    @Check("IL-NDJSON-14.no-request-through-the-edge-forges-a-line-a-key-or-a-record")
    @Needs(Need.EDGE)
    @Variants("requestable")
    void noRequestThroughTheEdgeForgesALineAKeyOrARecord(Zone zone, Judgement judgement, Forgery forgery) {
        var encoded = URLEncoder.encode(forgery.text(), StandardCharsets.UTF_8).replace("+", "%20");
        var header = "a" + forgery.text().replaceAll("[^ -~]", "") + "b";
        var stream = zone.stream(JOB);

        var sent = zone.requested(List.of(
                // An encoded backslash in a path is refused by some servers, which has nothing to do with logs.
                Visit.visit().suffix("/a" + encoded.replace("%5C", "")),
                Visit.visit().query("a=" + encoded),
                Visit.visit().userAgent(header),
                Visit.visit().referer("https://example.com/" + header)));
        stream.awaitAll(sent);

        isNotForged(stream, sent, judgement);
    }

    private static void isNotForged(Stream stream, List<Sent> sent, Judgement judgement) {
        sent.forEach(one -> {
            var lines = stream.linesOf(one);
            if (lines.isEmpty()) {
                throw judgement.inconclusive("the record " + one + " did not arrive");
            }
            judgement.expect(lines.size() == 1, "one line for one request", "there are " + lines.size());
            isWhole(lines.get(0), judgement);
        });
        long forged = stream.arrivals().stream()
                .flatMap(arrival -> arrival.lines().stream())
                .filter(ForgeryCases::isForged)
                .count();
        judgement.expect(
                forged == 0, "no line that a visitor has written", "lines with the visitor's RayID: " + forged);
    }

    private static void isWhole(Line line, Judgement judgement) {
        if (line.record().isEmpty()) {
            judgement.violated("the text stays within its value", "a line that is no JSON object: " + line.defects());
            return;
        }
        var record = line.record().get();
        var others = record.keys().stream()
                .filter(key -> !FIELDS.contains(key) && !key.equals(RecordLine.SAMPLE_INTERVAL))
                .toList();
        judgement.expect(others.isEmpty(), "no key that a visitor has written", "also: " + others);
        judgement.expect(
                line.defects().stream().noneMatch(defect -> defect.kind() == Kind.DUPLICATE_KEY),
                "no key twice",
                "" + line.defects());
        judgement.expect(
                !record.value("EdgeResponseStatus").asText().equals("999"),
                "the status of the request",
                "the status that a visitor has written");
    }

    private static boolean isForged(Line line) {
        return line.record()
                .filter(record -> record.value("RayID").asText().equals(FORGED))
                .isPresent();
    }
}
