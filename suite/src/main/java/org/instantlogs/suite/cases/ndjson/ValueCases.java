package org.instantlogs.suite.cases.ndjson;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.instantlogs.fixtures.Corpus;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.FieldType;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.ndjson.RecordLine;
import org.instantlogs.suite.ndjson.ValueEquality;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Sent;
import org.instantlogs.suite.zone.Stream;
import org.instantlogs.suite.zone.Zone;

/** Whether values come out as they went in. Source: RFC 8259, sections 6 to 8. */
@Needs(Need.INJECT)
public final class ValueCases {
    private static final List<String> TEXTS = List.of(
            "ClientRequestPath",
            "ClientRequestURI",
            "ClientRequestHost",
            "ClientRequestUserAgent",
            "ClientRequestReferer",
            "ClientXRequestedWith",
            "WorkerStatus");
    private static final List<String> TIMES = List.of("EdgeStartTimestamp", "EdgeEndTimestamp");
    private static final int MEMBERS = 70;
    private static final int SHOWN = 5;
    private static final int SHOWN_CHARACTERS = 120;

    static List<TextKind> texts() {
        return TextKind.all();
    }

    @Check("IL-NDJSON-06.text-comes-out-as-it-went-in")
    @Variants("texts")
    void textComesOutAsItWentIn(Zone zone, Judgement judgement, TextKind kind) {
        var lists = Samples.names(zone.descriptor().profile(), FieldType.STRING_ARRAY);
        var record = all(TEXTS, kind.text());
        for (String list : lists) {
            record = record.with(list, List.of("before", kind.text(), "behind"));
        }
        comesOut(zone, judgement, List.of(record));
    }

    /** Round sizes at which buffers and columns are apt to end, then such a text in every field; one a record, for lines not much longer. */
    @Check("IL-NDJSON-06.long-text-comes-out-whole")
    void longTextComesOutWhole(Zone zone, Judgement judgement) {
        var sizes = IntStream.of(255, 1_024, 4_096, 32_767, 65_535, 65_536, 131_072)
                .mapToObj(length -> LogRecord.of("ClientRequestUserAgent", "x".repeat(length) + "!"));
        var fields = TEXTS.stream().map(field -> LogRecord.of(field, "x".repeat(70_000) + "!"));
        comesOut(zone, judgement, java.util.stream.Stream.concat(sizes, fields).toList());
    }

    /** A value and its name in an id. */
    record Value(String name, Object value) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("value", name);
        }
    }

    static List<Value> integers() {
        return List.of(
                new Value("-2p63", Long.MIN_VALUE),
                new Value("-2p31-1", -(1L << 31) - 1),
                new Value("-1", -1L),
                new Value("0", 0L),
                new Value("2p31-1", (1L << 31) - 1),
                new Value("2p31", 1L << 31),
                new Value("2p32", 1L << 32),
                new Value("2p53-1", (1L << 53) - 1),
                new Value("2p53", 1L << 53),
                new Value("2p53+1", (1L << 53) + 1),
                new Value("2p63-513", Long.MAX_VALUE - 512),
                new Value("2p63-1", Long.MAX_VALUE),
                new Value("100000000000000000", 100_000_000_000_000_000L));
    }

    @Check("IL-NDJSON-06.integers-come-out-to-the-last-digit")
    @Variants("integers")
    void integersComeOutToTheLastDigit(Zone zone, Judgement judgement, Value integer) {
        var names = Samples.names(zone.descriptor().profile(), FieldType.INT);
        comesOut(zone, judgement, List.of(all(names, integer.value())));
    }

    @Check("IL-NDJSON-06.fractions-come-out-as-they-went-in")
    void fractionsComeOutAsTheyWentIn(Zone zone, Judgement judgement) {
        comesOut(
                zone,
                judgement,
                java.util.stream.Stream.of(2.74, 0.1, 1.0, 0.0, 1e-9, 123_456.789, 1.5e300)
                        .map(ratio -> LogRecord.of("EdgeResponseCompressionRatio", ratio))
                        .toList());
    }

    @Check("IL-NDJSON-06.timestamps-name-the-same-instant")
    void timestampsNameTheSameInstant(Zone zone, Judgement judgement) {
        comesOut(
                zone,
                judgement,
                java.util.stream.Stream.<Object>of(
                                "2022-02-03T10:15:31Z",
                                "2022-02-03T15:45:31+05:30",
                                "2022-02-02T23:15:31-11:00",
                                "2022-02-03T06:45:31-03:30",
                                "2022-02-03T12:00:00Z",
                                "2022-02-03T00:59:59Z",
                                "2022-02-03T10:15:31.05Z",
                                "2022-02-03T10:15:31.000001Z",
                                "2022-02-03T10:15:31.5Z",
                                "2022-02-03T10:15:31.123456789Z",
                                "2024-02-29T23:59:59Z",
                                3_661_000_000_000L,
                                1_643_883_331_987_654_321L)
                        .map(time -> all(TIMES, time))
                        .toList());
    }

    @Check("IL-NDJSON-06.lists-come-out-in-order-and-whole")
    void listsComeOutInOrderAndWhole(Zone zone, Judgement judgement) {
        var names = Samples.names(zone.descriptor().profile(), FieldType.STRING_ARRAY);
        comesOut(
                zone,
                judgement,
                java.util.stream.Stream.of(
                                List.<String>of(),
                                List.of("one"),
                                List.of("b", "a", "b"),
                                List.of("", "a", ""),
                                List.of("a,b", "c d", "[e]"),
                                IntStream.range(0, 200).mapToObj(i -> "e" + i).toList())
                        .map(list -> all(names, list))
                        .toList());
        var objects = objects(zone.descriptor().profile());
        if (!objects.isEmpty()) {
            zone.frees();
            comesOut(zone, judgement, objects);
        }
    }

    /** With more members than some keep, names with a point, a hyphen or another case, and values that are escaped; in editions that have objects. */
    private static List<LogRecord> objects(Edition edition) {
        var names = Samples.names(edition, FieldType.OBJECT);
        var many = IntStream.range(0, MEMBERS)
                .boxed()
                .collect(Collectors.toMap(i -> "name-" + i, i -> "value-" + i, (one, other) -> one, TreeMap::new));
        var odd = new TreeMap<>(Map.of(
                "a.b", "dotted", "X-Upper", "upper", "x-upper", "lower", "empty", "", "escaped", "a%20b+c", "quoted",
                "\"a\""));
        return names.isEmpty() ? List.of() : List.of(all(names, many), all(names, odd));
    }

    /** Every designed record of the corpus, every field of the edition; the ordinary ones add nothing to those. */
    @Check("IL-NDJSON-06.the-corpus-comes-out-as-it-went-in")
    void theCorpusComesOutAsItWentIn(Zone zone, Judgement judgement) {
        var records = Corpus.load().records().stream()
                .filter(record -> !record.label().startsWith("ordinary-"))
                .map(record -> LogRecord.of(new ObjectNode(JsonNodeFactory.instance, record.values())))
                .toList();
        comesOut(zone, judgement, records);
    }

    private static void comesOut(Zone zone, Judgement judgement, List<LogRecord> records) {
        var edition = zone.descriptor().profile();
        var stream = zone.stream(JobSpec.job(Samples.withRayId(asked(edition, records))));
        var control = zone.serves(LogRecord.of("ClientRequestPath", "/plain"));
        if (!stream.awaitAll(List.of(control))) {
            throw judgement.inconclusive("a plain record did not arrive either");
        }

        var sent = zone.serves(records);
        stream.deliversAll(sent);

        sent.stream()
                .flatMap(one -> differences(stream, one, edition).stream())
                .limit(SHOWN)
                .forEach(difference -> judgement.violated("values come out as they went in", difference));
    }

    private static List<String> asked(Edition edition, List<LogRecord> records) {
        return Samples.names(edition).stream()
                .filter(name ->
                        records.stream().anyMatch(record -> record.given(name).isPresent()))
                .toList();
    }

    private static List<String> differences(Stream stream, Sent sent, Edition edition) {
        var lines = stream.linesOf(sent);
        if (lines.isEmpty()) {
            return List.of();
        }
        var record = lines.get(0).record();
        if (record.isEmpty()) {
            return List.of(
                    "a line that is no JSON object: " + shown(lines.get(0).toString()));
        }
        return Samples.names(edition).stream()
                .filter(name -> sent.record().given(name).isPresent())
                .filter(name -> !isSame(name, sent, record.get()))
                .map(name -> "`" + name + "` went in as "
                        + shown(sent.record().json(name)) + " and came out as "
                        + shown(record.get().value(name).toString()))
                .toList();
    }

    /** A field that is not there at all is IL-NDJSON-03's question. */
    private static boolean isSame(String name, Sent sent, RecordLine line) {
        return !line.has(name)
                || ValueEquality.same(Samples.field(name), sent.record().value(name), line.value(name));
    }

    private static LogRecord all(List<String> names, Object value) {
        var record = LogRecord.empty();
        for (String name : names) {
            record = record.with(name, value);
        }
        return record;
    }

    private static String shown(String text) {
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
