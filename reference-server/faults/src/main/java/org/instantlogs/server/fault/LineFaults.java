package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.front.Framing;
import org.instantlogs.server.front.Manner;
import org.instantlogs.server.record.Encoder;

/** Lines that are no JSON objects, messages that are none of whole lines, bytes that are no UTF-8. */
final class LineFaults {
    private LineFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("interval-once-only", "`sampleInterval` is left out where it was asked for")
                        .breaks("IL-NDJSON-05.sample-interval-is-there-where-it-is-asked-for")
                        .mayBreak("IL-NDJSON-05")
                        .of(new AskedForInterval()),
                fault("lines-wrapped-in-lists", "every line is a list of one record")
                        .breaks("IL-NDJSON-01")
                        .mayBreak(Rules.OF_RECORDS)
                        .of(LineChange.text(line -> "[" + line + "]").parts()),
                fault("trailing-comma-now-and-then", "a comma follows the last member of every 150th line")
                        .breaks("IL-NDJSON-01.every-line-of-a-burst-is-one-json-object")
                        .mayBreak("IL-SAMPLE-03", "IL-SAMPLE-04", "IL-SAMPLE-05", "IL-NDJSON-06", "IL-NDJSON-10")
                        .of(LineChange.text(line -> line.substring(0, line.length() - 1) + ",}")
                                .each(150)
                                .parts()),
                fault("pretty-printed", "records are printed over several lines")
                        .breaks("IL-NDJSON-01")
                        .mayBreak(Rules.with(Rules.OF_RECORDS, "IL-NDJSON-09"))
                        .of(LineChange.text(line ->
                                        line.replaceFirst("\\{", "{\n  ").replaceFirst("}$", "\n}"))
                                .parts()),
                fault("single-quotes", "names and texts stand in single quotes")
                        .breaks("IL-NDJSON-01")
                        .mayBreak(Rules.OF_RECORDS)
                        .of(LineChange.text(line -> line.replace('"', '\'')).parts()),
                fault("comment-behind-the-line", "a comment follows the record")
                        .breaks("IL-NDJSON-01")
                        .mayBreak(Rules.OF_RECORDS)
                        .of(LineChange.text(line -> line + " // 1 record").parts()),
                fault("capitalised-truth-values", "true and false are written as True and False")
                        .breaks("IL-NDJSON-01")
                        .mayBreak("IL-FILTER-25", "IL-FILTER-26", "IL-NDJSON-06")
                        .of(LineChange.text(line -> line.replaceAll(":true([,}])", ":True$1")
                                        .replaceAll(":false([,}])", ":False$1"))
                                .parts()),
                fault("not-a-number-for-no-number", "a fraction without a value is NaN")
                        .breaks("IL-NDJSON-01")
                        .mayBreak("IL-NDJSON-15", "IL-NDJSON-06")
                        .of(LineChange.text(line -> line.replace(
                                        "\"EdgeResponseCompressionRatio\":0,", "\"EdgeResponseCompressionRatio\":NaN,"))
                                .parts()),
                fault("two-records-on-a-line", "in a burst two records share a line, with a blank between them")
                        .breaks("IL-NDJSON-01.every-line-of-a-burst-is-one-json-object")
                        .mayBreak(
                                "IL-STREAM-02",
                                "IL-NDJSON-09",
                                "IL-NDJSON-10",
                                "IL-NDJSON-13",
                                "IL-FILTER-02",
                                "IL-FILTER-10",
                                "IL-LIMIT-04",
                                "IL-FILTER-16",
                                "IL-FILTER-17",
                                "IL-FILTER-27",
                                "IL-FILTER-31",
                                "IL-NDJSON-06",
                                "IL-SAMPLE-01",
                                "IL-SAMPLE-02",
                                "IL-SAMPLE-04",
                                "IL-SAMPLE-05",
                                "IL-STREAM-06")
                        .of(framed(lines -> lines.size() < 50 ? lines : inTwos(lines))),
                fault("messages-of-64-kib", "what is longer than 64 KiB goes on in the next message")
                        .breaks("IL-NDJSON-02.no-long-record-spans-messages")
                        .mayBreak("IL-NDJSON-01", "IL-NDJSON-06", "IL-NDJSON-08", "IL-NDJSON-10", "IL-STREAM-02")
                        .of(framed(lines -> cut(lines, 64 << 10))),
                fault("burst-cut-into-messages", "the lines of a burst are a text that is cut every 8,000 bytes")
                        .breaks("IL-NDJSON-02.no-record-of-a-burst-spans-messages")
                        .mayBreak(
                                "IL-STREAM-02",
                                "IL-NDJSON-01",
                                "IL-NDJSON-09",
                                "IL-NDJSON-10",
                                "IL-NDJSON-06",
                                "IL-SAMPLE-01",
                                "IL-FILTER-02",
                                "IL-FILTER-16",
                                "IL-FILTER-17")
                        .of(framed(lines -> lines.size() < 50 ? lines : cut(List.of(joined(lines, '\n')), 8_000))),
                fault("every-record-in-two-messages", "every record comes in two messages")
                        .breaks("IL-NDJSON-02")
                        .mayBreak(Rules.ANY)
                        .of(framed(lines -> lines.stream()
                                .flatMap(line -> cut(List.of(line), line.length / 2 + 1).stream())
                                .toList())),
                fault("byte-order-mark", "every message begins with a byte-order mark")
                        .breaks("IL-NDJSON-07")
                        .mayBreak("IL-NDJSON-01")
                        .of(LineChange.text(line -> "\ufeff" + line).parts()),
                fault("latin-1", "lines are written in ISO 8859-1")
                        .breaks("IL-NDJSON-07.text-beyond-ascii-is-utf-8")
                        .mayBreak(Rules.OF_FOREIGN_TEXT)
                        .of(encoded(text -> text.getBytes(StandardCharsets.ISO_8859_1))),
                fault("visitors-bytes-as-they-came", "what a visitor sent in Latin 1 is written in Latin 1")
                        .breaks("IL-NDJSON-07.stays-utf-8-whatever-bytes-a-visitor-sends")
                        .mayBreak("IL-NDJSON-01")
                        .of(((LineChange) (record, line, number) ->
                                        new String(line, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1))
                                .where(Records::byEdge)
                                .parts()),
                fault("surrogates-one-by-one", "a character beyond U+FFFF comes as two of three bytes")
                        .breaks("IL-NDJSON-07.text-beyond-ascii-is-utf-8")
                        .mayBreak(Rules.OF_FOREIGN_TEXT)
                        .mayBreak("IL-FILTER-07", "IL-FILTER-08", "IL-FILTER-10", "IL-FILTER-11")
                        .of(encoded(LineFaults::cesu8)));
    }

    /** Messages of other bytes than the lines are. */
    static Parts framed(java.util.function.UnaryOperator<List<byte[]>> change) {
        return new Parts() {
            @Override
            public Framing framing(Set<Manner> manners) {
                return lines -> change.apply(lines).stream()
                        .<WebSocketFrame>map(message -> new TextWebSocketFrame(Unpooled.wrappedBuffer(message)))
                        .toList();
            }
        };
    }

    private static Parts encoded(java.util.function.Function<String, byte[]> encoding) {
        return ((LineChange) (record, line, number) -> encoding.apply(new String(line, StandardCharsets.UTF_8)))
                .parts();
    }

    private static List<byte[]> inTwos(List<byte[]> lines) {
        List<byte[]> twos = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            twos.add(joined(lines.subList(i, Math.min(i + 2, lines.size())), ' '));
        }
        return twos;
    }

    static byte[] joined(List<byte[]> lines, char separator) {
        var joined = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            if (joined.size() > 0) {
                joined.write(separator);
            }
            joined.writeBytes(line);
        }
        return joined.toByteArray();
    }

    private static List<byte[]> cut(List<byte[]> lines, int most) {
        List<byte[]> parts = new ArrayList<>();
        for (byte[] line : lines) {
            for (int from = 0; from < line.length; from += most) {
                parts.add(Arrays.copyOfRange(line, from, Math.min(line.length, from + most)));
            }
        }
        return parts;
    }

    private static byte[] cesu8(String text) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                bytes.write(0xE0 | (unit >> 12));
                bytes.write(0x80 | ((unit >> 6) & 0x3F));
                bytes.write(0x80 | (unit & 0x3F));
            } else {
                bytes.writeBytes(String.valueOf(unit).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static final class AskedForInterval extends OfSomeJobs {
        AskedForInterval() {
            super(request -> request.path("fields").asText().contains("sampleInterval"));
        }

        @Override
        public Encoder encoder(List<String> fields) {
            var right = super.encoder(fields);
            if (!isOne()) {
                return right;
            }
            return (record, weight) -> new String(right.encode(record, weight), StandardCharsets.UTF_8)
                    .replaceFirst(",\"sampleInterval\":\\d+", "")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
