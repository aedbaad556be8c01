package org.instantlogs.suite.cases.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Lasting;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.LaterJobs;
import org.instantlogs.suite.zone.Sent;
import org.instantlogs.suite.zone.Stream;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** The server's own sample. Source page: "Create an Instant Logs Job", the note on {@code sampleInterval}. */
@Lasting
public final class DataRateCases {
    /** What a burst holds at most, whatever the target's maximum: enough to tell, and no flood. */
    private static final int LARGEST_BURST = 40_000;

    /** Of a target that takes more, it would take a flood to see it sample. */
    private static final int LARGEST_MAXIMUM = 4_000;

    private static final int BUSY = 4;

    private static final int FEW = 10;

    private static final int SECONDS = 3;
    private static final Duration MORE_THAN_A_SECOND = Duration.ofMillis(1_100);

    /** A burst to be sampled is so many times the maximum at least, and more as long as it is no larger than another one. */
    private static final int BURST_LEAST = 5;

    /** Wants a sampleInterval of two digits. */
    private static final int BURST_MOST = 12;

    /** So many jobs before another: what goes wrong from the third on is found. */
    private static final int SEVERAL = 4;

    @Check("IL-SAMPLE-05.a-seconds-worth-is-not-sampled")
    @Needs(Need.INJECT)
    void aSecondsWorthIsNotSampled(Zone zone, Judgement judgement) {
        int burst = Math.min(
                LARGEST_BURST, zone.descriptor().limits().recordsPerSecond().orElse(10));
        var stream = LaterJobs.behind(SEVERAL, zone, JobSpec.job("RayID")).stream();

        var sent = zone.servesAtOnce(records(burst));

        stream.awaitAll(sent);
        stream.deliversExactly(sent);
        allStandForThemselves(judgement, stream, sent);
    }

    @Check("IL-SAMPLE-05.a-few-records-are-not-sampled")
    @Needs(Need.TRAFFIC)
    void aFewRecordsAreNotSampled(Zone zone, Judgement judgement) {
        var stream = zone.stream(JobSpec.job(Zone.MARKED));

        var sent = zone.visited(Visits.assorted(7));

        stream.awaitAll(sent);
        allStandForThemselves(judgement, stream, sent);
    }

    /** What one session was too much for is nothing to the next. */
    @Check("IL-SAMPLE-05.a-session-after-an-overloaded-one-is-not-sampled")
    @Needs({Need.INJECT, Need.DATA_RATE})
    void aSessionAfterAnOverloadedOneIsNotSampled(Zone zone, Judgement judgement) {
        new Overload(zone, judgement, maximum(zone, judgement), 2.5, 1_000).comesAtOnce();
        zone.passes(Overload.CALM);
        zone.passesByEitherClock(MORE_THAN_A_SECOND);
        var newer = zone.asks(JobSpec.job("RayID"));
        if (newer.isRefusal()) {
            throw judgement.notTested("a target that takes a job while the zone has a session, see IL-LIMIT-02");
        }
        var stream = newer.accepted().stream();

        var sent = zone.servesAtOnce(records(Math.min(FEW, maximum(zone, judgement))));

        stream.awaitAll(sent);
        allStandForThemselves(judgement, stream, sent);
    }

    /** What is allowed in a second is allowed in the next. */
    @Check("IL-SAMPLE-05.a-lasting-rate-below-the-maximum-is-not-sampled")
    @Needs({Need.INJECT, Need.DATA_RATE})
    void aLastingRateBelowTheMaximumIsNotSampled(Zone zone, Judgement judgement) {
        int burst = Math.max(1, maximum(zone, judgement) * 4 / 5);
        var stream = zone.stream(JobSpec.job("RayID"));

        var sent = new ArrayList<Sent>();
        for (int second = 0; second < SECONDS; second++) {
            sent.addAll(zone.servesAtOnce(records(burst)));
            zone.passesByEitherClock(MORE_THAN_A_SECOND);
        }

        stream.deliversExactly(sent);
        allStandForThemselves(judgement, stream, sent);
    }

    @Check("IL-SAMPLE-05.a-busy-zone-with-a-narrow-filter-is-not-sampled")
    @Needs({Need.INJECT, Need.DATA_RATE})
    void aBusyZoneWithANarrowFilterIsNotSampled(Zone zone, Judgement judgement) {
        int perSecond = maximum(zone, judgement);
        var filter = Filter.and(Filter.predicate("ClientRequestMethod", Operator.EQ, "POST"));
        var stream = zone.stream(JobSpec.job("RayID,ClientRequestMethod").where(filter));

        var sent = zone.servesAtOnce(IntStream.range(0, BUSY * perSecond)
                .mapToObj(i -> LogRecord.of("ClientRequestMethod", i % (2 * BUSY) == 1 ? "POST" : "GET"))
                .toList());
        var matching = sent.stream().filter(one -> filter.matches(one.record())).toList();

        stream.deliversExactly(matching);
        allStandForThemselves(judgement, stream, matching);
    }

    @Check("IL-SAMPLE-07.samples-above-the-maximum")
    @Needs({Need.INJECT, Need.DATA_RATE})
    void samplesAboveTheMaximum(Zone zone, Judgement judgement) {
        var overload = new Overload(zone, judgement, maximum(zone, judgement), 2.5, 6_000);

        overload.lasts();
        overload.ends();

        judgement.expect(
                overload.isSampled(),
                "sampleInterval above 1 in some record, where there are two and a half times the maximum for 10 s",
                "it is 1 in all that came");
        overload.judgesTheSum();
        overload.judgesTheSumsOfGroups();
    }

    @Check("IL-SAMPLE-07.samples-above-the-maximum-behind-a-filter")
    @Needs({Need.INJECT, Need.DATA_RATE})
    void samplesAboveTheMaximumBehindAFilter(Zone zone, Judgement judgement) {
        var filter = Filter.and(Filter.predicate("ClientRequestMethod", Operator.NEQ, "TRACE"));
        samples(zone, judgement, zone.stream(JobSpec.job("RayID").where(filter)));
    }

    @Check("IL-SAMPLE-07.samples-above-the-maximum-in-a-later-connection")
    @Needs({Need.INJECT, Need.DATA_RATE})
    void samplesAboveTheMaximumInALaterConnection(Zone zone, Judgement judgement) {
        var job = zone.job(JobSpec.job("RayID"));
        job.stream().drop();
        var again = job.connects();
        if (again.isEmpty()) {
            judgement.observed("its address can't be connected to again");
        } else {
            samples(zone, judgement, again.get());
        }
    }

    private static void samples(Zone zone, Judgement judgement, Stream stream) {
        var overload = new Overload(zone, judgement, stream, maximum(zone, judgement), 2.5, 1_000);

        overload.lasts();

        judgement.expect(
                overload.isSampled(),
                "sampleInterval above 1 in some record, where there are two and a half times the maximum",
                "it is 1 in all that came");
    }

    @Check("IL-SAMPLE-07.counts-right-just-above-the-maximum")
    @Needs({Need.INJECT, Need.DATA_RATE})
    void countsRightJustAboveTheMaximum(Zone zone, Judgement judgement) {
        var overload = new Overload(zone, judgement, maximum(zone, judgement), 1.5, 5_000);

        overload.lasts();
        overload.ends();

        overload.judgesTheSum();
    }

    @Check("IL-SAMPLE-07.counts-right-far-above-the-maximum")
    @Needs({Need.INJECT, Need.DATA_RATE})
    void countsRightFarAboveTheMaximum(Zone zone, Judgement judgement) {
        var overload = new Overload(zone, judgement, maximum(zone, judgement), 5, 8_000);

        overload.lasts();
        overload.ends();

        overload.judgesTheSum();
    }

    /** What comes all at once has to be counted as well. */
    @Check("IL-SAMPLE-07.counts-right-in-a-burst")
    @Needs({Need.INJECT, Need.DATA_RATE})
    void countsRightInABurst(Zone zone, Judgement judgement) {
        int maximum = maximum(zone, judgement);
        var overload = new Overload(zone, judgement, maximum, times(maximum), maximum);

        overload.comesAtOnce();
        overload.ends();

        overload.judgesTheSum();
    }

    @Check("IL-SAMPLE-08.stops-sampling-when-the-rate-falls")
    @Needs({Need.INJECT, Need.DATA_RATE})
    void stopsSamplingWhenTheRateFalls(Zone zone, Judgement judgement) {
        var overload = new Overload(zone, judgement, maximum(zone, judgement), 2.5, 1_000);
        overload.lasts();
        var stream = overload.stream();
        stream.settle();
        zone.passes(Overload.CALM);

        var sent = zone.servesAtOnce(records(1));

        stream.deliversAll(sent);
        allStandForThemselves(judgement, stream, sent);
    }

    private static int times(int maximum) {
        return Math.max(BURST_LEAST, Math.min(BURST_MOST, LARGEST_BURST / maximum));
    }

    private static int maximum(Zone zone, Judgement judgement) {
        int most = zone.descriptor().limits().recordsPerSecond().orElse(Integer.MAX_VALUE);
        if (most > LARGEST_MAXIMUM) {
            throw judgement.notTested("a limits.records-per-second of at most " + LARGEST_MAXIMUM);
        }
        return most;
    }

    private static void allStandForThemselves(Judgement judgement, Stream stream, List<Sent> sent) {
        var others = sent.stream()
                .filter(one -> !stream.linesOf(one).isEmpty())
                .map(one -> stream.recordOf(one).sampleInterval())
                .filter(interval -> interval.orElse(0) != 1)
                .map(interval -> interval.isPresent() ? String.valueOf(interval.getAsLong()) : "none")
                .collect(Collectors.groupingBy(interval -> interval, TreeMap::new, Collectors.counting()));
        judgement.expect(
                others.isEmpty(),
                "sampleInterval 1 in every record",
                others.entrySet().stream()
                        .map(other -> other.getKey() + " in " + other.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private static List<LogRecord> records(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> LogRecord.of("EdgeResponseStatus", 200))
                .toList();
    }
}
