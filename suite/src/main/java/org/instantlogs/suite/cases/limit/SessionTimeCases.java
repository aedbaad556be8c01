package org.instantlogs.suite.cases.limit;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Lasting;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.zone.Age;
import org.instantlogs.suite.zone.Stream;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/**
 * The maximum session time, on both sides of it. Source page: "Limits", the second. A target may count from the creation
 * or from the first connection: what must still be is counted from before the one, what must be over from after the other.
 */
@Needs(Need.SESSION_TIME)
public final class SessionTimeCases {
    private static final int PARTS = 6;
    private static final int BURSTS = 12;
    private static final int BURST = 500;

    /** Enough for one to come of so many that a sample of one in twelve, or in twenty, lets through. */
    private static final int PROOF = 400;

    private static final Duration BETWEEN_BURSTS = Duration.ofSeconds(2);

    /** How much the zone is visited meanwhile. */
    enum Traffic implements Variant {
        BUSY,
        QUIET;

        static List<Variant> both() {
            return List.of(values());
        }

        @Override
        public Map<String, String> axes() {
            return Map.of("traffic", this == BUSY ? "busy" : "quiet");
        }
    }

    @Check("IL-LIMIT-05.no-record-arrives-after-the-session-time")
    @Variants("traffic")
    void noRecordArrivesAfterTheSessionTime(Zone zone, Traffic traffic) {
        var limit = zone.descriptor().limits().session();
        var job = zone.job(Jobs.PLAIN);
        var stream = job.stream();
        var age = zone.age();
        passes(zone, traffic, age, part -> keepsBusy(zone, stream));

        age.exceeds(limit);

        stream.isOver("after the maximum session time");
        job.doesNotStream("after the maximum session time");
    }

    /** All that a target may take for a sign of life: requests, a ping, a question to the API, a refused one. */
    private static void keepsBusy(Zone zone, Stream stream) {
        zone.visited(Visits.assorted(2));
        stream.ping(new byte[] {1});
        zone.list();
        zone.create("{\"fields\":");
    }

    @Check("IL-LIMIT-05.an-unattended-session-is-over-as-well")
    @Needs(Need.IDLE_TIME)
    void anUnattendedSessionIsOverAsWell(Zone zone) {
        var limits = zone.descriptor().limits();
        var job = zone.job(Jobs.PLAIN);
        var stream = job.stream();
        var age = zone.age();
        age.reaches(age.shortOf(limits.session()).minus(limits.idle().dividedBy(4)));
        stream.drop();

        age.exceeds(limits.session());

        job.doesNotStream("after the maximum session time, though the idle limit is not over");
    }

    @Check("IL-LIMIT-06.goes-on-until-the-session-time")
    @Variants("traffic")
    void goesOnUntilTheSessionTime(Zone zone, Traffic traffic) {
        var age = zone.age();
        var stream = zone.stream(Jobs.PLAIN);
        passes(
                zone,
                traffic,
                age,
                part -> stream.goesOn("in part " + part + " of " + PARTS + " of the maximum session time"));

        age.comesShortOf(zone.descriptor().limits().session());

        stream.goesOn("shortly before the maximum session time");
    }

    /** However much has come over it: in bursts below the maximum data rate, with time between them. */
    @Check("IL-LIMIT-06.goes-on-however-many-records-have-come")
    @Needs({Need.INJECT, Need.CLOCK})
    @Lasting
    void goesOnHoweverManyRecordsHaveCome(Zone zone) {
        int burst = zone.descriptor()
                .limits()
                .recordsPerSecond()
                .map(most -> Math.min(most, BURST))
                .orElse(BURST);
        var stream = zone.stream(Jobs.PLAIN);
        for (int number = 0; number < BURSTS; number++) {
            zone.servesAtOnce(Collections.nCopies(burst, LogRecord.empty()));
            zone.passes(BETWEEN_BURSTS);
        }

        // Where the maximum data rate is measured by another clock than the one that was moved, the target samples now.
        stream.goesOnAmong(PROOF, "after " + BURSTS * burst + " records");
    }

    private static void passes(Zone zone, Traffic traffic, Age age, IntConsumer eachPart) {
        if (traffic == Traffic.QUIET || !zone.canCauseTraffic()) {
            return;
        }
        var before = age.shortOf(zone.descriptor().limits().session());
        for (int part = 0; part < PARTS; part++) {
            // A part that comes late is no harm as long as the session is not over.
            age.reaches(before.multipliedBy(part).dividedBy(PARTS), before);
            eachPart.accept(part + 1);
        }
    }

    @Check("IL-LIMIT-07.connecting-again-does-not-prolong-a-session")
    @Variants("goneAgain")
    void connectingAgainDoesNotProlongASession(Zone zone, Judgement judgement, Leaving gone) {
        var limit = zone.descriptor().limits().session();
        var created = zone.age();
        var job = zone.job(Jobs.PLAIN);
        var stream = job.stream();
        var connected = zone.age();
        created.reaches(limit.dividedBy(2));
        gone.leaves(stream);
        var again = job.connects();
        created.comesShortOf(limit);
        again.ifPresent(gone::leaves);
        var atLast = job.connects();

        connected.exceeds(limit);

        if (atLast.isEmpty()) {
            judgement.observed("its address can't be connected to again");
        }
        atLast.ifPresent(last -> last.isOver("after the maximum session time, though connected shortly before"));
        job.doesNotStream("after the maximum session time, though connected to again before");
    }

    @Check("IL-LIMIT-07.a-gap-in-listening-does-not-prolong-a-session")
    @Variants("goneAgain")
    @Needs(Need.IDLE_TIME)
    void aGapInListeningDoesNotProlongASession(Zone zone, Judgement judgement, Leaving gone) {
        var limits = zone.descriptor().limits();
        var job = zone.job(Jobs.PLAIN);
        gone.happensTo(job);
        var connected = zone.age();
        connected.reaches(limits.idle().dividedBy(2));
        var again = job.connects();

        connected.exceeds(limits.session());

        if (again.isEmpty()) {
            judgement.observed("its address can't be connected to again");
        }
        again.ifPresent(last -> last.isOver("after the maximum session time, though nobody listened for a part of it"));
        job.doesNotStream("after the maximum session time, though nobody listened for a part of it");
    }

    static List<Variant> traffic() {
        return Traffic.both();
    }

    static List<Variant> goneAgain() {
        return Leaving.goneAgain();
    }
}
