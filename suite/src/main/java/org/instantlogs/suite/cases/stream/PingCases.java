package org.instantlogs.suite.cases.stream;

import static org.instantlogs.suite.cases.stream.Payload.utf8;

import java.util.List;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.probe.RawFrame;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** What a target makes of a client's pings. Source: RFC 6455, section 5.5.2. */
public final class PingCases {

    static List<Payload> pings() {
        return List.of(
                new Payload("empty", new byte[0]),
                new Payload("text", utf8("il-ping")),
                new Payload("bytes", new byte[] {0, 1, 127, (byte) 128, (byte) 255, '\n', '{'}),
                new Payload("longest", longest()));
    }

    private static byte[] longest() {
        byte[] bytes = new byte[125];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7);
        }
        return bytes;
    }

    @Check("IL-STREAM-08.answers-a-ping-with-its-payload")
    @Variants("pings")
    void answersAPingWithItsPayload(Zone zone, Judgement judgement, Payload ping) {
        var stream = zone.stream(JobSpec.exampleJob());

        boolean answered = stream.ping(ping.bytes());

        judgement.expect(
                answered,
                "a pong with the ping's payload of " + ping.bytes().length + " bytes",
                "none within " + zone.patience().answer());
        stream.goesOn("after a ping");
    }

    @Check("IL-STREAM-08.answers-one-ping-after-another")
    void answersOnePingAfterAnother(Zone zone, Judgement judgement) {
        var socket = zone.job(JobSpec.exampleJob()).rawStream().socket();

        for (String payload : List.of("first", "second", "third")) {
            judgement.expect(
                    socket.ping(utf8(payload), zone.patience().answer()),
                    "a pong to each of three pings, one after the other",
                    "none to the " + payload);
        }
    }

    /** RFC 6455 5.5.3: a pong may come unasked, as a heartbeat one way. */
    @Check("IL-STREAM-10.takes-a-pong-nobody-asked-for")
    void takesAPongNobodyAskedFor(Zone zone) {
        var reader = zone.job(JobSpec.exampleJob()).rawStream();

        for (String payload : List.of("", "heartbeat", "")) {
            reader.socket().send(RawFrame.of(RawFrame.PONG, utf8(payload)));
        }

        reader.stream().goesOn("after pongs that nobody had asked for");
    }

    @Check("IL-STREAM-08.answers-a-ping-after-records")
    @Needs(Need.TRAFFIC)
    void answersAPingAfterRecords(Zone zone, Judgement judgement) {
        var stream = zone.stream(JobSpec.exampleJob());
        stream.awaitAll(zone.visited(Visits.assorted(5)));

        judgement.expect(
                stream.ping(utf8("il-ping")),
                "a pong to a ping after records have come",
                "none within " + zone.patience().answer());
    }

    static List<Payload> equalPings() {
        return List.of(new Payload("empty", new byte[0]), new Payload("text", utf8("il-ping")));
    }

    /** A client's heartbeat is always the same. */
    @Check("IL-STREAM-08.answers-equal-pings-one-after-another")
    @Variants("equalPings")
    void answersEqualPingsOneAfterAnother(Zone zone, Judgement judgement, Payload ping) {
        var socket = zone.job(JobSpec.exampleJob()).rawStream().socket();

        for (int number = 1; number <= 3; number++) {
            judgement.expect(
                    socket.ping(ping.bytes(), zone.patience().answer()),
                    "a pong to each of three equal pings, one after the other",
                    "none to number " + number);
        }
    }

    /** Where the target lets an address be taken again; who does not may answer 101 all the same, and close at once. */
    @Check("IL-STREAM-08.answers-a-ping-in-a-later-connection")
    void answersAPingInALaterConnection(Zone zone, Judgement judgement) {
        var job = zone.job(JobSpec.exampleJob());
        job.stream().drop();

        var later = job.connects();

        judgement.expect(
                later.isEmpty()
                        || later.get().ping(utf8("il-ping"))
                        || later.get().awaitEnding().isPresent(),
                "a pong to a ping in a later connection",
                "none within " + zone.patience().answer());
    }

    /** RFC 6455 5.4: control frames may come between the fragments of a message; 5.5.2 knows no exception for them. */
    @Check("IL-STREAM-08.answers-a-ping-between-fragments")
    void answersAPingBetweenFragments(Zone zone, Judgement judgement) {
        var socket = zone.job(JobSpec.exampleJob()).rawStream().socket();

        socket.send(RawFrame.text("hel").notFinal());
        boolean answered = socket.ping(utf8("between"), zone.patience().answer());

        // a target may well close the connection of a client that speaks to it: see IL-STREAM-10
        judgement.expect(
                answered || socket.ending().isPresent(),
                "a pong to a ping between the fragments of a message, or the end of the connection",
                "neither within " + zone.patience().answer());
    }
}
