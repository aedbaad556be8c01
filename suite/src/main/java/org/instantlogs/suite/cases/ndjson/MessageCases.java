package org.instantlogs.suite.cases.ndjson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.ndjson.RecordLine;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.zone.Arrival;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** What a message may hold so that the documented command-line pipeline works. Source page: "Angle Grinder". */
public final class MessageCases {
    /** What websocat reads at once: a longer message is split, which breaks its lines. */
    private static final int LONGEST = 65_536;

    private static final List<String> FIELDS = List.of("RayID", "ClientRequestPath", "EdgeResponseStatus", "ClientIP");
    private static final JobSpec JOB = JobSpec.job(String.join(",", FIELDS));

    @Check("IL-NDJSON-09.one-record-a-message")
    void oneRecordAMessage(Zone zone, Judgement judgement) {
        var arrivals = zone.stream(JOB).someArrivals(20);

        holdsOneRecordEach(arrivals, judgement);
    }

    @Check("IL-NDJSON-09.one-record-a-message-in-a-burst")
    @Needs(Need.INJECT)
    void oneRecordAMessageInABurst(Zone zone, Judgement judgement) {
        var stream = zone.stream(JOB);
        stream.awaitAll(zone.serves(records(200, 10)));

        holdsOneRecordEach(stream.arrivals(), judgement);
    }

    private static void holdsOneRecordEach(List<Arrival> arrivals, Judgement judgement) {
        var more = arrivals.stream()
                .map(arrival -> arrival.lines().size())
                .filter(lines -> lines > 1)
                .toList();
        judgement.expect(
                more.isEmpty(),
                "one record a message",
                "of " + arrivals.size() + " messages " + more.size() + " hold more, up to "
                        + more.stream().max(Integer::compare).orElse(0));
    }

    @Check("IL-NDJSON-10.no-empty-message-and-no-banner")
    void noEmptyMessageAndNoBanner(Zone zone, Judgement judgement) {
        var raw = zone.job(JOB).rawStream();
        raw.stream().settle();

        var arrivals = raw.stream().someArrivals(10);

        holdRecordsOnly(arrivals, judgement);
    }

    /** Where the target lets an address be taken again. */
    @Check("IL-NDJSON-10.no-banner-in-a-later-connection")
    void noBannerInALaterConnection(Zone zone, Judgement judgement) {
        var job = zone.job(JOB);
        job.stream().drop();
        var again = job.connects();
        if (again.isEmpty()) {
            judgement.observed("its address can't be connected to again");
            return;
        }
        if (zone.canCauseTraffic()) {
            again.get().awaitAllBriefly(zone.visited(Visits.assorted(2)));
        }
        again.get().settle();

        holdRecordsOnly(again.get().arrivals(), judgement);
    }

    /** Quiet, but for less than the idle limit: what keeps a connection open are pings. */
    @Check("IL-NDJSON-10.no-empty-message-on-a-quiet-stream")
    @Needs(Need.CLOCK)
    void noEmptyMessageOnAQuietStream(Zone zone, Judgement judgement) {
        var raw = zone.job(JOB).rawStream();

        zone.passes(quiet(zone));
        raw.stream().settle();

        holdRecordsOnly(raw.stream().arrivals(), judgement);
    }

    /** Half of the shorter limit: nothing ends meanwhile. */
    static Duration quiet(Zone zone) {
        var limits = zone.descriptor().limits();
        var shorter = limits.session().compareTo(limits.idle()) < 0 ? limits.session() : limits.idle();
        return shorter.dividedBy(2);
    }

    @Check("IL-NDJSON-10.no-message-over-64-kib-unless-one-record-is-longer")
    @Needs(Need.INJECT)
    void noMessageOver64KibUnlessOneRecordIsLonger(Zone zone, Judgement judgement) {
        var stream = zone.stream(JOB);
        stream.awaitAll(zone.serves(records(100, 2_000)));

        long longer = stream.arrivals().stream()
                .filter(arrival -> arrival.message().payload().length > LONGEST
                        && arrival.lines().size() > 1)
                .count();
        judgement.expect(
                longer == 0,
                "no message of several records over " + LONGEST + " bytes",
                "of " + stream.arrivals().size() + " messages " + longer + " are longer and hold several");
    }

    @Check("IL-NDJSON-10.nothing-but-records-in-a-burst")
    @Needs(Need.INJECT)
    void nothingButRecordsInABurst(Zone zone, Judgement judgement) {
        var stream = zone.stream(JOB);
        stream.awaitAll(zone.serves(records(200, 10)));
        stream.settle();

        holdRecordsOnly(stream.arrivals(), judgement);
    }

    private static void holdRecordsOnly(List<Arrival> arrivals, Judgement judgement) {
        long empty =
                arrivals.stream().filter(arrival -> arrival.lines().isEmpty()).count();
        judgement.expect(
                empty == 0, "no message without a record", "of " + arrivals.size() + " messages " + empty + " without");
        var banners = arrivals.stream()
                .flatMap(arrival -> arrival.lines().stream())
                .filter(line -> line.record().map(MessageCases::isBanner).orElse(true))
                .toList();
        judgement.expect(
                banners.isEmpty(),
                "records and nothing else",
                "lines that are none: " + banners.size() + ", first: " + (banners.isEmpty() ? "" : banners.get(0)));
    }

    private static boolean isBanner(RecordLine line) {
        return FIELDS.stream().noneMatch(line::has);
    }

    @Check("IL-NDJSON-11.order-of-keys-and-trailing-newline")
    void orderOfKeysAndTrailingNewline(Zone zone, Judgement judgement) {
        var stream = zone.stream(JOB);
        var arrivals = stream.someArrivals(10);

        var orders = arrivals.stream()
                .flatMap(arrival -> arrival.lines().stream())
                .flatMap(line -> line.record().stream())
                .map(record -> order(record.keys()))
                .distinct()
                .toList();
        var newlines = arrivals.stream().map(MessageCases::newline).distinct().toList();
        judgement.observed((orders.size() == 1 ? orders.get(0) : "varying-order") + " "
                + (newlines.size() == 1 ? newlines.get(0) : "now-and-then-a-newline"));
    }

    private static String order(List<String> keys) {
        int place = keys.indexOf(RecordLine.SAMPLE_INTERVAL);
        var others = new ArrayList<>(keys);
        others.remove(RecordLine.SAMPLE_INTERVAL);
        var requested = FIELDS.stream().filter(others::contains).toList();
        var fields = others.equals(requested)
                ? "requested-order"
                : others.equals(others.stream().sorted().toList()) ? "alphabetical" : "order-of-its-own";
        return fields + " "
                + (place < 0
                        ? "no-sampleInterval"
                        : place == keys.size() - 1
                                ? "sampleInterval-last"
                                : place == 0 ? "sampleInterval-first" : "sampleInterval-within");
    }

    private static String newline(Arrival arrival) {
        byte[] payload = arrival.message().payload();
        return payload.length > 0 && payload[payload.length - 1] == '\n' ? "trailing-newline" : "no-newline";
    }

    private static List<LogRecord> records(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(i -> LogRecord.of("ClientRequestPath", "/" + i + "/" + "x".repeat(length))
                        .with("ClientIP", "203.0.113.7")
                        .with("EdgeResponseStatus", 200))
                .toList();
    }
}
