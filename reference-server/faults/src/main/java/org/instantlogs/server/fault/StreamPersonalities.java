package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.personality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.front.Manner;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.EndReason;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;

/** Servers whose streams, lines and limits are as they may be and seldom are. */
final class StreamPersonalities {
    private static final ObjectWriter WIDE = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build()
            .writer(new DefaultPrettyPrinter()
                    .withObjectIndenter(DefaultPrettyPrinter.NopIndenter.instance)
                    .withArrayIndenter(DefaultPrettyPrinter.NopIndenter.instance));

    /** What has to be passed over on the way to one: escapes, numbers and literals. A literal or number has a colon, comma or bracket before it. */
    private static final Pattern E_OF_A_TEXT =
            Pattern.compile("\\\\(?:u[0-9A-Fa-f]{4}|.)|(?<=[:,\\[])(?:true|false|-?\\d[\\d.eE+-]*)|e");

    private StreamPersonalities() {}

    static List<TrialTarget> all() {
        return List.of(
                personality("two-readers", "whoever connects to an address reads beside those who are there")
                        .touches(
                                "IL-STREAM-14",
                                "IL-STREAM-15",
                                "IL-LIMIT-01",
                                "IL-LIMIT-06",
                                "IL-LIMIT-08",
                                "IL-LIMIT-09",
                                "IL-LIMIT-10",
                                "IL-LIMIT-13")
                        .of(new TwoReaders()),
                personality("unhurried", "records overtake each other, and the API takes its time")
                        .touches("IL-STREAM-02", "IL-STREAM-03", "IL-STREAM-06", "IL-STREAM-14", "IL-LIMIT-06")
                        .options(options -> options.withManners(EnumSet.of(Manner.SHUFFLED, Manner.LATE)))
                        .of(Parts.RIGHT),
                personality(
                                "curt-and-binary",
                                "messages are binary, and a limit ends the connection without a close frame")
                        .touches("IL-NDJSON-*", "IL-LIMIT-0*", "IL-LIMIT-12")
                        .mayBreak("IL-NDJSON-08", "IL-LIMIT-12")
                        .options(options -> options.withManners(EnumSet.of(Manner.CURT, Manner.BINARY)))
                        .of(Parts.RIGHT),
                personality(
                                "replaying",
                                "who connects gets what was requested since the creation; lines are wide, in ASCII, backwards, and end with a newline")
                        .touches(
                                "IL-STREAM-03",
                                "IL-STREAM-13",
                                "IL-STREAM-14",
                                "IL-STREAM-15",
                                "IL-NDJSON-01",
                                "IL-NDJSON-03",
                                "IL-NDJSON-04")
                        .of(new Replaying()),
                personality("addresses-taken-once", "an address that was connected to is refused from then on")
                        .touches("IL-STREAM-14", "IL-STREAM-15", "IL-LIMIT-0*", "IL-HTTP-0*")
                        .mayBreak("IL-STREAM-15", "IL-LIMIT-09")
                        .of(PassingSessions.parts(TakenOnce::new)),
                personality("newer-refused", "while a zone has a session, another is refused")
                        .touches("IL-LIMIT-01", "IL-LIMIT-02", "IL-LIMIT-06")
                        .of(new NewerRefused()),
                personality(
                                "counted-from-the-first-connection",
                                "a session's time begins with its first connection, and what has ended is left open and silent")
                        .touches("IL-LIMIT-05", "IL-LIMIT-06", "IL-LIMIT-07", "IL-LIMIT-12")
                        .mayBreak("IL-LIMIT-12")
                        .of(new FromFirstConnection()),
                personality("dead-addresses-closed", "an address without a session is answered 101 and closed")
                        .touches("IL-STREAM-07", "IL-LIMIT-05", "IL-LIMIT-08")
                        .of(PassingSessions.parts(right -> new DeadAddresses(right, true))),
                personality("dead-addresses-silent", "an address without a session is answered 101 and silent")
                        .touches("IL-STREAM-07", "IL-LIMIT-05", "IL-LIMIT-08")
                        .mayBreak("IL-STREAM-07")
                        .of(PassingSessions.parts(right -> new DeadAddresses(right, false))),
                personality("nulls-and-nanoseconds", "what has no value is null, and timestamps are integers")
                        .touches("IL-NDJSON-03", "IL-NDJSON-04", "IL-NDJSON-12", "IL-NDJSON-13", "IL-NDJSON-15")
                        .mayBreak("IL-NDJSON-12", "IL-NDJSON-15")
                        .of(nullsAndNanoseconds()),
                personality(
                                "unknown-states",
                                "what has no value and is one of a few states is `unknown`, as the real service says it")
                        .touches("IL-NDJSON-03", "IL-NDJSON-04", "IL-NDJSON-06", "IL-NDJSON-15")
                        .of(LineChange.members((record, line) -> Dataset.httpRequests().fields().stream()
                                        .filter(field -> line.has(field.name()) && !Records.has(record, field.name()))
                                        .forEach(field ->
                                                field.absent().ifPresent(text -> line.put(field.name(), text))))
                                .parts()),
                personality("times-in-lower-case", "timestamps have a small `t` and `z`, as RFC 3339 lets them")
                        .touches("IL-NDJSON-04", "IL-NDJSON-06", "IL-NDJSON-12", "IL-NDJSON-13")
                        .of(LineChange.members((record, line) -> List.copyOf(line.properties()).stream()
                                        .filter(member -> member.getKey().endsWith("Timestamp"))
                                        .filter(member -> member.getValue().isTextual())
                                        .forEach(member -> line.put(
                                                member.getKey(),
                                                member.getValue().textValue().toLowerCase(Locale.ROOT))))
                                .parts()),
                personality("letters-escaped", "a letter of every text and name is written by its code")
                        .touches("IL-STREAM-02", "IL-NDJSON-01", "IL-NDJSON-03", "IL-NDJSON-06", "IL-FILTER-01")
                        .of(LineChange.text(StreamPersonalities::escaped).parts()),
                personality(
                                "compressing",
                                "messages are compressed where that is offered, else in fragments; a client that speaks is shown out")
                        .touches("IL-STREAM-08", "IL-STREAM-09", "IL-STREAM-10", "IL-STREAM-11", "IL-NDJSON-02")
                        .of(new Talkative()));
    }

    /** The same record, written as few would. */
    static byte[] wide(ObjectNode line) {
        var names = new ArrayList<String>();
        line.fieldNames().forEachRemaining(names::add);
        Collections.reverse(names);
        var wide = line.objectNode();
        for (String name : names) {
            var value = line.get(name);
            wide.set(
                    name,
                    value.isInt() ? DecimalNode.valueOf(new BigDecimal(value.bigIntegerValue()).setScale(1)) : value);
        }
        try {
            return (WIDE.writeValueAsString(wide) + "\n").getBytes(StandardCharsets.US_ASCII);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With each e of a text by its code; those that belong to escapes, numbers and literals stay. */
    private static String escaped(String line) {
        return E_OF_A_TEXT.matcher(line).replaceAll(found -> found.group().equals("e") ? "\\\\u0065" : "$0");
    }

    private static Parts nullsAndNanoseconds() {
        return LineChange.members((record, line) -> List.copyOf(line.properties())
                        .forEach(member -> {
                            var name = member.getKey();
                            if (!name.equals("sampleInterval") && !Records.has(record, name)) {
                                line.putNull(name);
                            } else if (name.endsWith("Timestamp")) {
                                line.set(name, Times.inNanos(member.getValue()));
                            }
                        }))
                .parts();
    }

    /** Lets everybody in, and gives records to those with a session. */
    private static final class DeadAddresses extends PassingSessions {
        private final boolean closes;

        DeadAddresses(SessionRegistry right, boolean closes) {
            super(right);
            this.closes = closes;
        }

        @Override
        public Attachment attach(String secret, Reader reader) throws AttachRefused {
            try {
                return super.attach(secret, reader);
            } catch (AttachRefused refused) {
                if (refused.why() == AttachRefused.Cause.TOO_MANY) {
                    throw refused;
                }
                if (closes) {
                    reader.end(EndReason.IDLE);
                }
                return () -> {};
            }
        }
    }

    /** Knows the addresses that were connected to. */
    private static final class TakenOnce extends PassingSessions {
        private final Set<String> taken = ConcurrentHashMap.newKeySet();

        TakenOnce(SessionRegistry right) {
            super(right);
        }

        @Override
        public Attachment attach(String secret, Reader reader) throws AttachRefused {
            if (taken.contains(secret)) {
                throw AttachRefused.ended();
            }
            var attachment = super.attach(secret, reader);
            taken.add(secret);
            return attachment;
        }
    }
}
