package org.instantlogs.suite.cases.limit;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Lasting;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.probe.Handshake;
import org.instantlogs.suite.zone.Aliveness;
import org.instantlogs.suite.zone.Job;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.RawStream;
import org.instantlogs.suite.zone.Zone;

/** A reader that is attached and reads nothing. Source page: "Limits", "If you stop listening to a socket". */
@Needs(Need.INJECT)
public final class StalledReaderCases {
    private static final int RECEIVE_BUFFER_BYTES = 4_096;
    private static final JobSpec BULKY = JobSpec.job(Zone.MARKED + ",ClientRequestUserAgent");
    /** 8 batches of 64 records of 16 KiB: more than what the sockets of both sides hold, which is some MiB at most. */
    private static final int BATCHES = 8;

    private static final LogRecord BULK =
            LogRecord.of("ClientRequestUserAgent", "x".repeat(16 * 1_024)).with("ClientRequestMethod", "GET");

    /** Who it is that stops reading. */
    enum Stalled implements Variant {
        LATER_READER,
        READER_OF_A_FILTERED_JOB;

        Job job(Zone zone) {
            var job = zone.job(
                    this == READER_OF_A_FILTERED_JOB
                            ? BULKY.where(Filter.and(Filter.predicate("ClientRequestMethod", Operator.NEQ, "TRACE")))
                            : BULKY);
            if (this == LATER_READER) {
                job.stream().close();
                if (job.aliveness() == Aliveness.REFUSED) {
                    throw zone.judgement()
                            .notTested("a target that streams again to who connects again, see IL-STREAM-15");
                }
            }
            return job;
        }

        @Override
        public Map<String, String> axes() {
            return Map.of("who", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    static List<Variant> stalled() {
        return List.of(Stalled.values());
    }

    @Check("IL-LIMIT-10.ends-a-reader-that-reads-nothing")
    @Needs(Need.IDLE_TIME)
    @Lasting
    void endsAReaderThatReadsNothing(Zone zone) {
        ends(zone, zone.job(BULKY));
    }

    @Check("IL-LIMIT-10.ends-whoever-reads-nothing")
    @Needs(Need.IDLE_TIME)
    @Lasting
    @Variants("stalled")
    void endsWhoeverReadsNothing(Zone zone, Stalled who) {
        ends(zone, who.job(zone));
    }

    private static void ends(Zone zone, Job job) {
        var reader = job.rawStream(Handshake.PLAIN.receiveBuffer(RECEIVE_BUFFER_BYTES));
        stall(zone, reader);
        var age = zone.age();

        age.exceeds(zone.descriptor().limits().idle());

        job.doesNotStream("after its reader has read nothing for more than the idle limit");
        reader.socket().resumeReading();
        reader.stream().isOver("to a reader that has read nothing for more than the idle limit");
    }

    /** Once the reader is gone, and the idle limit over again, the session has ended one way or the other. */
    @Check("IL-LIMIT-03.grants-a-new-session-after-a-reader-that-read-nothing")
    @Needs(Need.IDLE_TIME)
    @Lasting
    void grantsANewSessionAfterAReaderThatReadNothing(Zone zone) {
        var idle = zone.descriptor().limits().idle();
        var reader = zone.job(BULKY).rawStream(Handshake.PLAIN.receiveBuffer(RECEIVE_BUFFER_BYTES));
        stall(zone, reader);
        zone.age().exceeds(idle);
        reader.stream().drop();
        zone.age().exceeds(idle);

        var newer = zone.create(Jobs.PLAIN);

        newer.accepted().streams().goesOn("in a session made after one whose reader had read nothing");
    }

    @Check("IL-LIMIT-04.streams-beside-a-reader-that-reads-nothing")
    void streamsBesideAReaderThatReadsNothing(Zone zone, Zone other, Judgement judgement) {
        var stream = Jobs.proven(zone, judgement);
        var reader = other.job(BULKY).rawStream(Handshake.PLAIN.receiveBuffer(RECEIVE_BUFFER_BYTES));

        stall(other, reader);

        stream.goesOn("while a reader of another zone reads nothing");
    }

    /** Fills all that lies between the target and a reader that has stopped. */
    private static void stall(Zone zone, RawStream reader) {
        reader.socket().stopReading();
        for (int batch = 0; batch < BATCHES; batch++) {
            zone.servesAtOnce(Collections.nCopies(64, BULK));
        }
    }
}
