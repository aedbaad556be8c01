package org.instantlogs.suite.cases.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.probe.RawFrame;
import org.instantlogs.suite.zone.Aliveness;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** Frames that break the protocol. Source: RFC 6455, sections 5.1 to 5.5, 7.1.7 and 8.1. */
public final class ProtocolErrorCases {

    /** Frames of which the last breaks the protocol. */
    record Breach(String name, List<RawFrame> frames) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("breach", name);
        }
    }

    static List<Breach> breaches() {
        var hello = RawFrame.text("hello");
        return List.of(
                new Breach("unmasked-text", List.of(hello.unmasked())),
                new Breach("unmasked-ping", List.of(ping(4).unmasked())),
                new Breach(
                        "unmasked-binary",
                        List.of(RawFrame.of(RawFrame.BINARY, new byte[] {1}).unmasked())),
                new Breach(
                        "unmasked-continuation",
                        List.of(
                                hello.notFinal(),
                                RawFrame.of(RawFrame.CONTINUATION, new byte[] {'x'})
                                        .unmasked())),
                new Breach("unmasked-empty-text", List.of(RawFrame.text("").unmasked())),
                new Breach(
                        "unmasked-pong",
                        List.of(RawFrame.of(RawFrame.PONG, new byte[4]).unmasked())),
                new Breach("rsv1", List.of(hello.reserved(4))),
                new Breach("rsv1-on-a-ping", List.of(ping(4).reserved(4))),
                new Breach(
                        "rsv2-on-binary",
                        List.of(RawFrame.of(RawFrame.BINARY, new byte[] {1}).reserved(2))),
                new Breach(
                        "rsv1-on-a-continuation",
                        List.of(
                                hello.notFinal(),
                                RawFrame.of(RawFrame.CONTINUATION, new byte[] {'x'})
                                        .reserved(4))),
                new Breach("all-reserved-bits", List.of(hello.reserved(7))),
                new Breach("rsv2", List.of(hello.reserved(2))),
                new Breach("rsv3", List.of(hello.reserved(1))),
                new Breach("bad-utf8", List.of(text(0xC3, 0x28))),
                new Breach("bad-utf8-continuation-first", List.of(text(0x80, 'a'))),
                new Breach("bad-utf8-in-long-text", List.of(longTextThatEndsBadly())),
                new Breach("bad-utf8-overlong", List.of(text(0xC0, 0xAF))),
                new Breach("bad-utf8-surrogate", List.of(text(0xED, 0xA0, 0x80))),
                new Breach(
                        "bad-utf8-in-its-second-frame",
                        List.of(hello.notFinal(), RawFrame.of(RawFrame.CONTINUATION, new byte[] {(byte) 0xC3, 0x28}))),
                new Breach("bad-utf8-at-its-end", List.of(text('a', 0xE2, 0x82))),
                new Breach("opcode-3", List.of(RawFrame.of(3, new byte[] {1}))),
                new Breach("opcode-5", List.of(RawFrame.of(5, new byte[] {1}))),
                new Breach("opcode-7", List.of(RawFrame.of(7, new byte[] {1}))),
                new Breach("opcode-11", List.of(RawFrame.of(11, new byte[] {1}))),
                new Breach("opcode-13", List.of(RawFrame.of(13, new byte[] {1}))),
                new Breach("opcode-15", List.of(RawFrame.of(15, new byte[0]))),
                new Breach("oversized-ping", List.of(ping(126))),
                new Breach("oversized-pong", List.of(RawFrame.of(RawFrame.PONG, new byte[126]))),
                new Breach(
                        "fragmented-pong",
                        List.of(RawFrame.of(RawFrame.PONG, new byte[4]).notFinal())),
                new Breach("fragmented-ping", List.of(ping(4).notFinal())),
                new Breach("continuation-of-nothing", List.of(RawFrame.of(RawFrame.CONTINUATION, new byte[] {'x'}))),
                new Breach("message-within-another", List.of(hello.notFinal(), hello)));
    }

    @Check("IL-STREAM-12.ends-the-connection")
    @Variants("breaches")
    void endsTheConnection(Zone zone, Judgement judgement, Breach breach) {
        var raw = zone.job(JobSpec.exampleJob()).rawStream();
        if (!raw.socket()
                .ping("sound".getBytes(StandardCharsets.UTF_8), zone.patience().answer())) {
            throw judgement.inconclusive("a sound ping of before was not answered");
        }

        breach.frames().forEach(raw.socket()::send);
        boolean ended = raw.socket().awaitEnd(zone.patience().answer());

        judgement.expect(
                ended,
                "the connection is ended after a protocol error",
                "it is open after " + zone.patience().answer());
        judgement.expect(
                !ended || raw.socket().awaitEndOfStream(zone.patience().answer()),
                "the TCP connection is ended after a protocol error",
                "it is open after a close frame");
        zone.frees();
        zone.job(JobSpec.exampleJob()).streams().goesOn("in a session after that");
    }

    /** For targets whose sessions outlive a connection at all, which is IL-STREAM-15's question. */
    @Check("IL-STREAM-12.ends-the-connection-only")
    void endsTheConnectionOnly(Zone zone, Judgement judgement) {
        var job = zone.job(JobSpec.exampleJob());
        var twice = List.of(job.aliveness(), job.aliveness());
        if (!twice.equals(List.of(Aliveness.STREAMING, Aliveness.STREAMING))) {
            throw judgement.notTested("a target that streams again to who connects again, see IL-STREAM-15");
        }
        var raw = job.rawStream();

        raw.socket().send(RawFrame.text("hello").unmasked());
        raw.socket().awaitEnd(zone.patience().answer());
        // a target that has one reader at a time may wait for this one's part of the farewell before it lets another in
        raw.stream().close();

        var then = job.aliveness();
        judgement.expect(
                then == Aliveness.STREAMING,
                "the address streams again after a protocol error ended a connection",
                then == Aliveness.SILENT ? "it opens and stays silent" : "it is refused, or closed at once");
    }

    @Check("IL-STREAM-12.leaves-other-sessions-alone")
    @Variants("breaches")
    void leavesOtherSessionsAlone(Zone zone, Zone other, Breach breach) {
        var unharmed = other.stream(JobSpec.exampleJob());
        var raw = zone.job(JobSpec.exampleJob()).rawStream();

        breach.frames().forEach(raw.socket()::send);
        raw.socket().awaitEnd(zone.settle());

        unharmed.goesOn("in another zone after a protocol error");
    }

    private static RawFrame ping(int length) {
        return RawFrame.of(RawFrame.PING, new byte[length]);
    }

    private static RawFrame longTextThatEndsBadly() {
        var bytes = new int[300];
        Arrays.fill(bytes, 'x');
        bytes[bytes.length - 2] = 0xC3;
        return text(bytes);
    }

    private static RawFrame text(int... bytes) {
        byte[] payload = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            payload[i] = (byte) bytes[i];
        }
        return RawFrame.of(RawFrame.TEXT, payload);
    }
}
