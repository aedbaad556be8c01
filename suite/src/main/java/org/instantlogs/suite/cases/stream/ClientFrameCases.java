package org.instantlogs.suite.cases.stream;

import static org.instantlogs.suite.cases.stream.Payload.utf8;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.probe.Connection.How;
import org.instantlogs.suite.probe.RawFrame;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.RawStream;
import org.instantlogs.suite.zone.Visit;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** What a target makes of a client's closes and messages. Source: RFC 6455, section 5.5. */
public final class ClientFrameCases {
    private static final List<Visit> OF_TWO_METHODS =
            List.of(Visit.visit(), Visit.visit().method("POST"));

    static List<Payload> closes() {
        return List.of(
                new Payload("none", new byte[0]),
                new Payload("1000", new byte[] {0x03, (byte) 0xe8}),
                new Payload("1001", new byte[] {0x03, (byte) 0xe9}),
                new Payload("1011", new byte[] {0x03, (byte) 0xf3}),
                new Payload("3000", new byte[] {0x0b, (byte) 0xb8}),
                new Payload("4999", new byte[] {0x13, (byte) 0x87}),
                new Payload("1001-and-reason", concat(new byte[] {0x03, (byte) 0xe9}, utf8("go\u00eeng"))),
                new Payload(
                        "1000-and-the-longest-reason", concat(new byte[] {0x03, (byte) 0xe8}, utf8("r".repeat(123)))),
                new Payload("4000", new byte[] {0x0f, (byte) 0xa0}));
    }

    @Check("IL-STREAM-09.answers-a-close-frame-and-ends-the-connection")
    @Variants("closes")
    void answersACloseFrameAndEndsTheConnection(Zone zone, Judgement judgement, Payload close) {
        judgesTheAnswer(zone, judgement, zone.job(JobSpec.exampleJob()).rawStream(), close);
    }

    /** As clients leave: they have heard something, and pinged. */
    @Check("IL-STREAM-09.answers-a-close-frame-after-records")
    @Needs(Need.TRAFFIC)
    void answersACloseFrameAfterRecords(Zone zone, Judgement judgement) {
        var raw = zone.job(JobSpec.exampleJob()).rawStream();
        raw.stream().awaitAll(zone.visited(Visits.assorted(5)));

        judgesTheAnswer(zone, judgement, raw, new Payload("1000", new byte[] {0x03, (byte) 0xe8}));
    }

    private static void judgesTheAnswer(Zone zone, Judgement judgement, RawStream raw, Payload close) {
        raw.socket().send(RawFrame.of(RawFrame.CLOSE, close.bytes()));
        raw.socket().awaitEnd(zone.patience().answer());

        var ending = raw.stream().howItEnded();
        judgement.expect(
                ending.filter(how -> how.how() == How.CLOSE_FRAME).isPresent(),
                "a close frame in answer to a close frame",
                ending.map(how -> "the connection ended otherwise: " + how.how().words())
                        .orElse("none within " + zone.patience().answer()));
        ending.flatMap(how -> how.code().stream().boxed().findFirst())
                .ifPresent(code -> judgement.expect(
                        isForTheWire(code),
                        "a close frame in answer that has no code, or one that RFC 6455 7.4 lets a frame have",
                        "the code " + code));
        judgement.expect(
                raw.socket().awaitEndOfStream(zone.patience().answer()),
                "the target ends the TCP connection after the closing handshake",
                "it stays open");
    }

    /** RFC 6455 5.4, as of a ping; whether the target minds the message or heeds the close, the connection ends. */
    @Check("IL-STREAM-09.heeds-a-close-between-fragments")
    void heedsACloseBetweenFragments(Zone zone, Judgement judgement) {
        var socket = zone.job(JobSpec.exampleJob()).rawStream().socket();

        socket.send(RawFrame.text("hel").notFinal());
        socket.send(RawFrame.close(1000));

        judgement.expect(
                socket.awaitEnd(zone.patience().answer()),
                "the end of the connection after a close frame between the fragments of a message",
                "none within " + zone.patience().answer());
    }

    /** RFC 6455 7.4: codes are from 1000 to 4999, and 1005, 1006 and 1015 tell of closes without a frame that has one. */
    private static boolean isForTheWire(int code) {
        return code >= 1000 && code <= 4999 && code != 1005 && code != 1006 && code != 1015;
    }

    /** Something that no client of the stream has a reason to send. */
    record Message(String name, List<RawFrame> frames) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("message", name);
        }

        /** What it says, as far as that is a line of its own. */
        Stream<String> texts() {
            return frames.stream()
                    .filter(frame -> frame.opcode() == RawFrame.TEXT && frame.fin() && frame.payload().length > 0)
                    .map(frame -> new String(frame.payload(), StandardCharsets.UTF_8))
                    .distinct();
        }

        boolean isOversized() {
            return frames.stream().anyMatch(frame -> frame.payload().length > 100_000);
        }
    }

    static List<Message> messages() {
        return List.of(
                new Message("text", List.of(RawFrame.text("hello"))),
                new Message("empty-text", List.of(RawFrame.text(""))),
                new Message("json", List.of(RawFrame.text("{\"filter\":\"\",\"sample\":1,\"kind\":\"stop\"}"))),
                new Message("binary", List.of(RawFrame.of(RawFrame.BINARY, new byte[] {0, 1, (byte) 200, '\n'}))),
                new Message(
                        "fragments",
                        List.of(
                                RawFrame.text("hel").notFinal(),
                                RawFrame.of(RawFrame.PING, utf8("between")),
                                RawFrame.of(RawFrame.CONTINUATION, utf8("lo")))),
                new Message("many", Collections.nCopies(200, RawFrame.text("again"))),
                ofLength(125),
                ofLength(126),
                ofLength(65_535),
                ofLength(65_536),
                new Message("unasked-pong", List.of(RawFrame.of(RawFrame.PONG, utf8("unasked")))),
                new Message("oversized-text", List.of(RawFrame.text("x".repeat(2 * 1024 * 1024)))),
                new Message("oversized-binary", List.of(RawFrame.of(RawFrame.BINARY, new byte[2 * 1024 * 1024]))));
    }

    /** RFC 6455 5.2: a frame's length is written in one of three ways, which change here. */
    private static Message ofLength(int bytes) {
        return new Message(bytes + "-bytes", List.of(RawFrame.text("x".repeat(bytes))));
    }

    @Check("IL-STREAM-10.ignores-a-message-or-closes-with-a-code")
    @Variants("messages")
    void ignoresAMessageOrClosesWithACode(Zone zone, Judgement judgement, Message message) {
        var raw = zone.job(JobSpec.exampleJob()).rawStream();

        message.frames().forEach(raw.socket()::send);

        boolean ignored = raw.socket().ping(utf8("still-there"), zone.patience().answer());
        if (ignored) {
            raw.stream().goesOn("after a message from the client");
            judgement.expect(
                    message.texts().noneMatch(text -> hasLine(raw, text)),
                    "nothing but records in the stream after a message from the client",
                    "the message itself came back");
        } else {
            judgement.expect(
                    message.isOversized() ? raw.stream().howItEnded().isPresent() : isClosedWithACode(raw),
                    "the message is ignored, or the connection closed with a code",
                    raw.stream()
                            .howItEnded()
                            .map(how -> "it ended without one: " + how.how().words())
                            .orElse("it stays open and answers no ping"));
        }
        zone.frees();
        zone.job(JobSpec.exampleJob()).streams().goesOn("in a session after that");
    }

    @Check("IL-STREAM-10.a-message-leaves-other-sessions-alone")
    @Variants("messages")
    void aMessageLeavesOtherSessionsAlone(Zone zone, Zone other, Judgement judgement, Message message) {
        var unharmed = other.stream(JobSpec.exampleJob());
        var raw = zone.job(JobSpec.exampleJob()).rawStream();
        if (!raw.socket().ping(utf8("before"), zone.patience().answer())) {
            throw judgement.inconclusive("a ping before the message was not answered");
        }

        message.frames().forEach(raw.socket()::send);
        raw.socket().ping(utf8("still-there"), zone.patience().answer());

        unharmed.goesOn("in another zone after a message from a client");
    }

    /** The job says what a stream holds; whoever reads it can't. */
    @Check("IL-STREAM-10.a-message-changes-no-filter")
    @Needs(Need.TRAFFIC)
    @Variants("orders")
    void aMessageChangesNoFilter(Zone zone, Judgement judgement, Message message) {
        var posts = Filter.and(Filter.predicate("ClientRequestMethod", Operator.EQ, "POST"));
        var raw = zone.job(JobSpec.job(Zone.MARKED + ",ClientRequestMethod").where(posts))
                .rawStream();
        var before = zone.visited(OF_TWO_METHODS).get(1);
        raw.stream().awaitAll(List.of(before));
        raw.stream().settle();
        if (!raw.stream().delivered().equals(List.of(before))) {
            throw judgement.inconclusive("the filter did not act before any message either");
        }

        message.frames().forEach(raw.socket()::send);
        boolean ignored = raw.socket().ping(utf8("still-there"), zone.patience().answer());

        if (ignored) {
            var after = zone.visited(OF_TWO_METHODS).get(1);
            raw.stream().deliversExactly(List.of(before, after));
        }
    }

    /** Messages that might be taken for an order. */
    static List<Message> orders() {
        return messages().stream()
                .filter(message -> List.of("text", "json", "binary").contains(message.name()))
                .toList();
    }

    private static boolean hasLine(RawStream raw, String text) {
        return raw.stream().arrivals().stream()
                .flatMap(arrival -> arrival.lines().stream())
                .anyMatch(line -> new String(line.raw(), StandardCharsets.UTF_8).equals(text));
    }

    private static boolean isClosedWithACode(RawStream raw) {
        return raw.stream()
                .howItEnded()
                .filter(how -> how.how() == How.CLOSE_FRAME && how.code().isPresent())
                .isPresent();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
