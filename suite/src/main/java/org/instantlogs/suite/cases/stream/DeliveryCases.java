package org.instantlogs.suite.cases.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Sent;
import org.instantlogs.suite.zone.Visit;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** What arrives: every record, once, live. Source page: "Connect to WebSocket", Sample. */
public final class DeliveryCases {
    private static final JobSpec MARKED = JobSpec.job(Zone.MARKED + ",EdgeResponseStatus");

    /** Enough to meet a loss or a repetition that happens once in some hundreds, however it is placed. */
    private static final int BURSTS = 5;

    private static final int BURST = 200;
    private static final int PINGS = 5;

    /** A megabyte and a half. */
    private static final int LONG_ONES = 500;

    private static final int LONG_CHARACTERS = 3_000;

    @Check("IL-STREAM-02.delivers-each-of-many-records-once")
    @Needs(Need.INJECT)
    void deliversEachOfManyRecordsOnce(Zone zone) {
        var stream = zone.stream(MARKED);

        var sent = new ArrayList<Sent>();
        for (int burst = 0; burst < BURSTS; burst++) {
            var served = zone.serves(records(burst * BURST, BURST));
            sent.addAll(served);
            stream.awaitAll(served);
        }

        stream.deliversExactly(sent);
    }

    /** What a target may get in a second, of long records: more than its buffers hold, which a reader who reads empties. */
    @Check("IL-STREAM-02.delivers-a-burst-of-long-records")
    @Needs(Need.INJECT)
    void deliversABurstOfLongRecords(Zone zone) {
        int burst = Math.min(
                LONG_ONES, zone.descriptor().limits().recordsPerSecond().orElse(BURST));
        var stream = zone.stream(JobSpec.job(Zone.MARKED + ",ClientRequestUserAgent"));

        var sent = zone.servesAtOnce(IntStream.range(0, burst)
                .mapToObj(i -> LogRecord.of("ClientRequestUserAgent", "x".repeat(LONG_CHARACTERS + i % 7)))
                .toList());

        stream.deliversExactly(sent);
    }

    private static List<LogRecord> records(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> LogRecord.of("ClientRequestPath", "/n/" + i)
                        .with("ClientRequestMethod", i % 3 == 0 ? "POST" : "GET")
                        .with("EdgeResponseStatus", 200 + i % 5))
                .toList();
    }

    @Check("IL-STREAM-02.delivers-each-request-once")
    @Needs(Need.TRAFFIC)
    void deliversEachRequestOnce(Zone zone) {
        var stream = zone.stream(MARKED);

        var sent = zone.visited(Visits.assorted(40));

        stream.deliversExactly(sent);
    }

    @Check("IL-STREAM-02.delivers-each-request-through-the-edge-once")
    @Needs(Need.EDGE)
    void deliversEachRequestThroughTheEdgeOnce(Zone zone) {
        var stream = zone.stream(MARKED);

        var sent = zone.requested(Visits.assorted(60));

        stream.deliversExactly(sent);
    }

    /** A failure is a request too, and so is what a cache or a preflight asks. */
    @Check("IL-STREAM-02.delivers-requests-of-each-kind-through-the-edge")
    @Needs(Need.EDGE)
    void deliversRequestsOfEachKindThroughTheEdge(Zone zone) {
        var stream = zone.stream(MARKED);

        var sent = zone.requested(Visits.ofEachKind());

        stream.deliversExactly(sent);
    }

    /** A ping is nothing that a record has to wait for or make way to. */
    @Check("IL-STREAM-02.delivers-what-comes-behind-a-ping")
    @Needs(Need.TRAFFIC)
    void deliversWhatComesBehindAPing(Zone zone) {
        var stream = zone.stream(MARKED);

        var sent = new ArrayList<Sent>();
        for (int i = 0; i < PINGS; i++) {
            stream.ping(new byte[] {(byte) i});
            sent.addAll(zone.visited(List.of(Visit.visit())));
        }

        stream.deliversExactly(sent);
    }

    /** Requests that differ in nothing that was asked for are as many requests. */
    @Check("IL-STREAM-02.delivers-equal-records-each")
    @Needs(Need.INJECT)
    void deliversEqualRecordsEach(Zone zone, Judgement judgement) {
        var job = zone.job(JobSpec.job("ClientRequestPath"));
        // Its mark is what the equal records have in common; itself it is of before the connection, and shows no mark.
        var model = zone.serves(LogRecord.of("ClientRequestPath", "/before"));
        var stream = job.stream();

        var equal = LogRecord.of("ClientRequestPath", "/equal/" + model.mark());
        zone.serves(List.of(equal, equal, equal, equal, equal));
        stream.awaitOwn(5);
        stream.settle();

        int lines = stream.linesOf(model).size();
        judgement.expect(
                lines == 5, "5 equal lines of 5 requests that differ in nothing asked for", "there are " + lines);
    }

    /** How many requests are made, with nothing behind them that could push them out. */
    record Few(int count) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("requests", "" + count);
        }
    }

    static List<Few> few() {
        return List.of(new Few(1), new Few(2), new Few(10));
    }

    @Check("IL-STREAM-03.arrives-within-the-time-to-deliver")
    @Needs(Need.TRAFFIC)
    @Variants("few")
    void arrivesWithinTheTimeToDeliver(Zone zone, Judgement judgement, Few few) {
        var stream = zone.stream(MARKED);

        var sent = zone.visited(Visits.assorted(few.count()));
        stream.awaitAll(sent);

        long came = sent.stream().filter(one -> !stream.linesOf(one).isEmpty()).count();
        judgement.expect(
                came == sent.size(),
                "requests that arrive within " + zone.patience().deliver() + ": " + sent.size(),
                "that arrived: " + came);
    }

    /** A second request that comes after the first has arrived must not wait for a third. */
    @Check("IL-STREAM-03.each-arrives-before-the-next-is-made")
    @Needs(Need.TRAFFIC)
    void eachArrivesBeforeTheNextIsMade(Zone zone) {
        var stream = zone.stream(MARKED);

        for (int i = 0; i < 3; i++) {
            stream.deliversAll(zone.visited(List.of(Visit.visit())));
        }
    }

    @Check("IL-STREAM-05.records-of-before-the-connection")
    @Needs(Need.TRAFFIC)
    void recordsOfBeforeTheConnection(Zone zone, Judgement judgement) {
        var job = zone.job(MARKED);
        var before = zone.visited(Visits.assorted(3));

        var stream = job.stream();
        boolean live = stream.awaitAll(zone.visited(Visits.assorted(2)));
        stream.settle();

        if (!live) {
            throw judgement.inconclusive("the requests made after the connection did not arrive");
        }
        long replayed =
                before.stream().filter(one -> !stream.linesOf(one).isEmpty()).count();
        judgement.observed(replayed == 0 ? "not-replayed" : replayed == before.size() ? "replayed" : "partly-replayed");
    }

    @Check("IL-STREAM-13.order-of-arrival")
    @Needs(Need.TRAFFIC)
    void orderOfArrival(Zone zone, Judgement judgement) {
        var stream = zone.stream(MARKED);

        var sent = zone.visited(Visits.assorted(100));
        if (!stream.awaitAll(sent)) {
            throw judgement.inconclusive("not all of " + sent.size() + " requests arrived");
        }

        var came = stream.delivered().stream().distinct().toList();
        judgement.observed(came.equals(sent) ? "in-order-of-requests" : "not-in-order");
    }
}
