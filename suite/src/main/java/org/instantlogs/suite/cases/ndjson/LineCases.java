package org.instantlogs.suite.cases.ndjson;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.ndjson.Defect;
import org.instantlogs.suite.ndjson.Defect.Kind;
import org.instantlogs.suite.ndjson.MessageReader;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.probe.Connection.How;
import org.instantlogs.suite.zone.Arrival;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.RawStream;
import org.instantlogs.suite.zone.Visit;
import org.instantlogs.suite.zone.Zone;

/** Messages, lines and bytes. Source page: "you will receive messages of line-delimited JSON". */
public final class LineCases {
    /** Of a target that takes more, it would take a flood to see it sample. */
    private static final int LARGEST_MAXIMUM = 4_000;

    private static final int BURST = 200;

    /** What other rules are about: the encoding (IL-NDJSON-07) and a repeated key (IL-NDJSON-03). */
    private static final Set<Kind> OTHERS_QUESTION =
            Set.of(Kind.INVALID_UTF8, Kind.BYTE_ORDER_MARK, Kind.DUPLICATE_KEY, Kind.LONE_SURROGATE);

    private static final Set<Kind> ENCODING = Set.of(Kind.INVALID_UTF8, Kind.BYTE_ORDER_MARK);

    @Check("IL-NDJSON-01.every-line-is-one-json-object")
    void everyLineIsOneJsonObject(Zone zone, Judgement judgement) {
        var arrivals = zone.stream(JobSpec.exampleJob()).someArrivals(20);

        hasNone(arrivals, kind -> !OTHERS_QUESTION.contains(kind), "each non-empty line is one JSON object", judgement);
    }

    @Check("IL-NDJSON-01.every-line-of-a-burst-is-one-json-object")
    @Needs(Need.INJECT)
    void everyLineOfABurstIsOneJsonObject(Zone zone, Judgement judgement) {
        var stream = zone.stream(JobSpec.exampleJob());
        stream.awaitAll(zone.serves(ordinary(BURST)));

        hasNone(
                stream.arrivals(),
                kind -> !OTHERS_QUESTION.contains(kind),
                "each non-empty line is one JSON object",
                judgement);
    }

    /** Of all fields, with the values that a target fills in itself, with such as were given, and with none. */
    @Check("IL-NDJSON-01.every-line-of-all-fields-is-one-json-object")
    @Needs(Need.INJECT)
    void everyLineOfAllFieldsIsOneJsonObject(Zone zone, Judgement judgement) {
        var edition = zone.descriptor().profile();
        var stream = zone.stream(JobSpec.job(Samples.withRayId(Samples.names(edition))));

        var sent = zone.serves(List.of(LogRecord.empty(), Samples.whole(edition), Samples.empty(List.of("WAFFlags"))));
        stream.awaitAll(sent);

        hasNone(
                stream.arrivals(),
                kind -> !OTHERS_QUESTION.contains(kind),
                "each non-empty line is one JSON object",
                judgement);
    }

    @Check("IL-NDJSON-02.no-record-spans-messages")
    void noRecordSpansMessages(Zone zone, Judgement judgement) {
        spansNoMessages(zone.stream(JobSpec.exampleJob()).someArrivals(20), judgement);
    }

    /** Sizes round those at which buffers and frames are apt to end. */
    @Check("IL-NDJSON-02.no-long-record-spans-messages")
    @Needs(Need.INJECT)
    void noLongRecordSpansMessages(Zone zone, Judgement judgement) {
        var raw = zone.job(JobSpec.job("RayID,ClientRequestUserAgent")).rawStream();

        var sent = zone.serves(IntStream.of(100, 1_000, 4_096, 8_192, 16_384, 32_768, 65_536, 131_072)
                .mapToObj(length -> LogRecord.of("ClientRequestUserAgent", "x".repeat(length)))
                .toList());
        raw.stream().awaitAll(sent);

        spansNoMessages(raw.stream().arrivals(), judgement);
    }

    @Check("IL-NDJSON-02.no-record-of-a-burst-spans-messages")
    @Needs(Need.INJECT)
    void noRecordOfABurstSpansMessages(Zone zone, Judgement judgement) {
        var stream = zone.stream(JobSpec.exampleJob());
        stream.awaitAll(zone.serves(ordinary(BURST)));

        spansNoMessages(stream.arrivals(), judgement);
    }

    @Check("IL-NDJSON-07.messages-are-utf-8-without-a-byte-order-mark")
    void messagesAreUtf8WithoutAByteOrderMark(Zone zone, Judgement judgement) {
        var raw = zone.job(JobSpec.exampleJob()).rawStream();

        var arrivals = raw.stream().someArrivals(20);

        isUtf8(raw, arrivals, judgement);
    }

    @Check("IL-NDJSON-07.text-beyond-ascii-is-utf-8")
    @Needs(Need.INJECT)
    void textBeyondAsciiIsUtf8(Zone zone, Judgement judgement) {
        var raw = zone.job(JobSpec.job("RayID,ClientRequestPath")).rawStream();

        var sent = zone.serves(Stream.of(
                        "/caf\u00e9",
                        "/\u20ac",
                        "/\u65e5\u672c",
                        "/\ud83d\ude00",
                        "/\ufeffmark",
                        "/\ud800alone",
                        "/\u0080\u00ff")
                .map(path -> LogRecord.of("ClientRequestPath", path))
                .toList());
        raw.stream().awaitAll(sent);

        isUtf8(raw, raw.stream().arrivals(), judgement);
        if (raw.stream().delivered().isEmpty() && raw.stream().howItEnded().isEmpty()) {
            throw judgement.inconclusive("none of " + sent.size() + " records arrived");
        }
    }

    /** Header fields are bytes: what a visitor writes in Latin 1, or in no encoding at all, is no UTF-8. */
    @Check("IL-NDJSON-07.stays-utf-8-whatever-bytes-a-visitor-sends")
    @Needs(Need.EDGE)
    void staysUtf8WhateverBytesAVisitorSends(Zone zone, Judgement judgement) {
        var raw = zone.job(JobSpec.job(Zone.MARKED + ",ClientRequestUserAgent,ClientRequestReferer"))
                .rawStream();

        var sent = zone.requestedWhereTaken(List.of(
                Visit.visit().userAgent("caf\u00e9 \u00c3b \u00ff\u00fe"),
                Visit.visit().referer("https://example.com/\u00fc\u0080")));
        if (sent.isEmpty()) {
            throw judgement.notTested("an edge that takes header fields with bytes beyond ASCII");
        }
        raw.stream().awaitAll(sent);

        isUtf8(raw, raw.stream().arrivals(), judgement);
        if (raw.stream().delivered().isEmpty() && raw.stream().howItEnded().isEmpty()) {
            throw judgement.inconclusive("none of " + sent.size() + " records arrived");
        }
    }

    @Check("IL-NDJSON-08.messages-are-text-frames")
    void messagesAreTextFrames(Zone zone, Judgement judgement) {
        isText(zone.stream(JobSpec.exampleJob()).someArrivals(10), judgement);
    }

    @Check("IL-NDJSON-08.long-and-foreign-records-are-in-text-frames")
    @Needs(Need.INJECT)
    void longAndForeignRecordsAreInTextFrames(Zone zone, Judgement judgement) {
        var stream = zone.stream(JobSpec.job("RayID,ClientRequestPath"));

        stream.awaitAll(zone.serves(Stream.of("/caf\u00e9", "/\ud83d\ude00", "/" + "x".repeat(70_000), "/a\u2028b")
                .map(path -> LogRecord.of("ClientRequestPath", path))
                .toList()));

        isText(stream.arrivals(), judgement);
    }

    /** Twice what the target lets through in a second. */
    @Check("IL-NDJSON-08.messages-are-text-frames-while-the-target-samples")
    @Needs({Need.INJECT, Need.DATA_RATE})
    void messagesAreTextFramesWhileTheTargetSamples(Zone zone, Judgement judgement) {
        int most = zone.descriptor().limits().recordsPerSecond().orElse(Integer.MAX_VALUE);
        if (most > LARGEST_MAXIMUM) {
            throw judgement.notTested("a limits.records-per-second of at most " + LARGEST_MAXIMUM);
        }
        var stream = zone.stream(JobSpec.job("RayID"));

        zone.servesAtOnce(ordinary(2 * most));
        stream.awaitOwn(1);
        stream.settle();

        isText(stream.arrivals(), judgement);
    }

    private static void isText(List<Arrival> arrivals, Judgement judgement) {
        long binary =
                arrivals.stream().filter(arrival -> !arrival.message().text()).count();
        judgement.expect(binary == 0, "text frames only", binary + " of " + arrivals.size() + " messages were binary");
    }

    private static List<LogRecord> ordinary(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> LogRecord.of("ClientRequestURI", "/burst/" + i)
                        .with("ClientRequestMethod", "GET")
                        .with("ClientRequestHost", "shop.example.com")
                        .with("EdgeResponseStatus", 200))
                .toList();
    }

    private static void hasNone(
            List<Arrival> arrivals, Predicate<Kind> forbidden, String expected, Judgement judgement) {
        var defects = arrivals.stream()
                .flatMap(arrival -> arrival.lines().stream())
                .flatMap(line -> line.defects().stream())
                .filter(defect -> forbidden.test(defect.kind()))
                .map(Defect::toString)
                .toList();
        judgement.expect(defects.isEmpty(), expected, count(defects.size(), "defect") + ", first: " + first(defects));
    }

    private static void isUtf8(RawStream raw, List<Arrival> arrivals, Judgement judgement) {
        hasNone(arrivals, ENCODING::contains, "valid UTF-8 without a byte-order mark", judgement);
        raw.stream()
                .howItEnded()
                .filter(how -> how.how() == How.PROTOCOL_ERROR)
                .ifPresent(how -> judgement.violated("valid UTF-8 without a byte-order mark", how.reason()));
    }

    /** A message that can't be read by itself, and can be with those that follow it. */
    private static void spansNoMessages(List<Arrival> arrivals, Judgement judgement) {
        for (int i = 0; i < arrivals.size(); i++) {
            if (isUnreadable(arrivals.get(i)) && isReadableWithNext(arrivals.subList(i, arrivals.size()))) {
                judgement.violated(
                        "every record whole within one message",
                        String.format(
                                Locale.ROOT, "message %d ends within a record that the next goes on with", i + 1));
                return;
            }
        }
    }

    private static boolean isUnreadable(Arrival arrival) {
        return arrival.lines().stream().anyMatch(line -> line.record().isEmpty());
    }

    private static boolean isReadableWithNext(List<Arrival> arrivals) {
        var joined = new ByteArrayOutputStream();
        for (Arrival arrival : arrivals.subList(0, Math.min(arrivals.size(), 64))) {
            joined.writeBytes(arrival.message().payload());
            var lines = MessageReader.read(joined.toByteArray());
            if (!lines.isEmpty()
                    && lines.stream().allMatch(line -> line.record().isPresent())) {
                return true;
            }
        }
        return false;
    }

    private static String first(List<String> texts) {
        return texts.isEmpty() ? "none" : texts.get(0);
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
