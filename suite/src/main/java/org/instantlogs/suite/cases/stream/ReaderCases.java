package org.instantlogs.suite.cases.stream;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.RawStream;
import org.instantlogs.suite.zone.Sent;
import org.instantlogs.suite.zone.Stream;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** One address, connected to more than once. Source page: Limits. */
public final class ReaderCases {
    @Check("IL-STREAM-14.two-readers-on-one-address")
    @Needs(Need.TRAFFIC)
    void twoReadersOnOneAddress(Zone zone, Judgement judgement) {
        var job = zone.job(JobSpec.exampleJob());
        var first = job.stream();
        var second = job.anotherRawStream();
        if (second.isEmpty()) {
            judgement.observed("the-second-is-refused");
            return;
        }

        var late = second.get().stream();
        var sent = zone.visited(Visits.assorted(6));
        late.awaitOwn(sent.size());
        first.settle();
        late.settle();

        judgement.observed(shares(first, late, sent));
    }

    private static String shares(Stream first, Stream second, List<Sent> sent) {
        long toFirst = came(first, sent);
        long toSecond = came(second, sent);
        if (toFirst == sent.size() && toSecond == sent.size()) {
            return "both-receive";
        }
        if (toFirst == 0 && toSecond == sent.size()) {
            return first.awaitEnding().isPresent()
                    ? "the-second-takes-over,the-first-is-closed"
                    : "the-second-takes-over,the-first-is-silent";
        }
        if (toFirst == sent.size() && toSecond == 0) {
            return second.awaitEnding().isPresent()
                    ? "the-first-goes-on,the-second-is-closed"
                    : "the-first-goes-on,the-second-is-silent";
        }
        return toFirst + toSecond == 0 ? "neither-receives" : "they-share";
    }

    private static long came(Stream stream, List<Sent> sent) {
        return sent.stream().filter(one -> !stream.linesOf(one).isEmpty()).count();
    }

    @Check("IL-STREAM-15.streams-again-after-the-connection-was-lost")
    void streamsAgainAfterTheConnectionWasLost(Zone zone) {
        var job = zone.job(JobSpec.exampleJob());
        var lost = job.stream();
        if (zone.canCauseTraffic()) {
            lost.awaitAll(zone.visited(Visits.assorted(2)));
        }

        lost.drop();

        job.streams().goesOn("on the same address after the connection was lost");
    }

    /** What is under way when a connection is lost. */
    enum Loss implements Variant {
        BY_A_RESET,
        WITH_RECORDS_UNREAD;

        void happensTo(Zone zone, RawStream reader) {
            switch (this) {
                case BY_A_RESET -> reader.socket().reset();
                case WITH_RECORDS_UNREAD -> {
                    reader.socket().stopReading();
                    if (zone.canCauseTraffic()) {
                        zone.visited(Visits.assorted(20));
                    }
                }
            }
            reader.stream().drop();
        }

        @Override
        public Map<String, String> axes() {
            return Map.of("lost", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    static List<Variant> losses() {
        return List.of(Loss.values());
    }

    @Check("IL-STREAM-15.streams-again-however-the-connection-was-lost")
    @Variants("losses")
    void streamsAgainHoweverTheConnectionWasLost(Zone zone, Loss loss) {
        var job = zone.job(JobSpec.exampleJob());
        loss.happensTo(zone, job.rawStream());

        job.streams().goesOn("on the same address after the connection was lost");
    }

    @Check("IL-STREAM-15.streams-again-after-it-was-lost-several-times")
    void streamsAgainAfterItWasLostSeveralTimes(Zone zone) {
        var job = zone.job(JobSpec.exampleJob());

        for (int i = 0; i < 3; i++) {
            job.streams().drop();
        }

        job.streams().goesOn("on the same address after the connection was lost three times");
    }

    /** Live: what was requested while nobody listened is not the question; what is requested afterwards arrives once. */
    @Check("IL-STREAM-15.delivers-each-record-once-after-a-reconnect")
    @Needs(Need.TRAFFIC)
    void deliversEachRecordOnceAfterAReconnect(Zone zone, Judgement judgement) {
        var job = zone.job(JobSpec.exampleJob());
        job.streams().drop();
        var stream = job.streams();

        var sent = zone.visited(Visits.assorted(10));
        stream.awaitAll(sent);
        stream.settle();

        var lines = sent.stream().map(one -> stream.linesOf(one).size()).toList();
        long lost = lines.stream().filter(count -> count == 0).count();
        long repeated = lines.stream().filter(count -> count > 1).count();
        judgement.expect(
                lost + repeated == 0,
                "each of " + sent.size() + " requests arrives once over the second connection",
                lost + " did not arrive, " + repeated + " more than once");
    }
}
