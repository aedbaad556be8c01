package org.instantlogs.suite.cases.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.probe.JsonEscapes;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.LaterJobs;
import org.instantlogs.suite.zone.Sent;
import org.instantlogs.suite.zone.Stream;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** Two zones streaming side by side. Source page: "a live stream of the traffic for their domain". */
public final class ZonesApartCases {
    private static final JobSpec MARKED = JobSpec.job(Zone.MARKED + ",ClientRequestHost");
    /** A target that mixes zones up need not do so with every record: one in 50 is found. */
    private static final int MANY = 60;

    private static final int SOME = 8;

    /** So many jobs before another: what goes wrong from the third on is found. */
    private static final int SEVERAL = 4;

    private static final int BURSTS = 3;
    private static final int BURST = 200;

    @Check("IL-STREAM-06.holds-the-records-of-its-own-zone-only")
    @Needs(Need.TRAFFIC)
    void holdsTheRecordsOfItsOwnZoneOnly(Zone zone, Zone other, Judgement judgement) {
        var stream = zone.stream(MARKED);
        var otherStream = other.stream(MARKED);

        var theirs = other.visited(Visits.assorted(MANY));
        var own = zone.visited(Visits.assorted(5));
        var theirsAgain = other.visited(Visits.assorted(MANY));

        stream.deliversExactly(own);
        otherStream.deliversAll(theirsAgain);
        holdsNothingOf(stream, theirs, judgement);
        holdsNothingOf(stream, theirsAgain, judgement);
        holdsNothingOf(otherStream, own, judgement);
    }

    @Check("IL-STREAM-06.holds-the-records-of-its-own-zone-only-through-the-edge")
    @Needs(Need.EDGE)
    void holdsTheRecordsOfItsOwnZoneOnlyThroughTheEdge(Zone zone, Zone other, Judgement judgement) {
        var otherStream = other.stream(MARKED);
        var stream = zone.stream(MARKED);

        var theirs = other.requested(Visits.assorted(5));
        var own = zone.requested(Visits.assorted(5));

        otherStream.awaitAll(theirs);
        stream.awaitAll(own);
        holdsNothingOf(stream, theirs, judgement);
        holdsNothingOf(otherStream, own, judgement);
    }

    /** Enough to meet a record that goes astray once in some hundreds. */
    @Check("IL-STREAM-06.holds-nothing-of-a-busy-zone")
    @Needs(Need.INJECT)
    void holdsNothingOfABusyZone(Zone zone, Zone other, Judgement judgement) {
        var otherStream = other.stream(MARKED);
        var stream = zone.stream(MARKED);

        var sent = new ArrayList<Sent>();
        for (int burst = 0; burst < BURSTS; burst++) {
            var theirs = other.visited(Visits.assorted(BURST));
            otherStream.awaitAll(theirs);
            sent.addAll(theirs);
        }

        holdsNothingOf(stream, sent, judgement);
    }

    /** Where the target lets an address be taken again. */
    @Check("IL-STREAM-06.holds-nothing-of-another-zone-in-a-later-connection")
    @Needs(Need.TRAFFIC)
    void holdsNothingOfAnotherZoneInALaterConnection(Zone zone, Zone other, Judgement judgement) {
        var job = zone.job(MARKED);
        job.stream().drop();
        var again = job.connects();
        if (again.isEmpty()) {
            judgement.observed("its address can't be connected to again");
            return;
        }
        var otherStream = other.stream(MARKED);

        var theirs = other.visited(Visits.assorted(SOME));
        otherStream.awaitAll(theirs);

        holdsNothingOf(again.get(), theirs, judgement);
    }

    /** Zones are told apart by what they are, not by a host name that both their requests carry. */
    @Check("IL-STREAM-06.tells-zones-apart-with-equal-hosts")
    @Needs(Need.INJECT)
    void tellsZonesApartWithEqualHosts(Zone zone, Zone other, Judgement judgement) {
        var stream = zone.stream(MARKED);
        var otherStream = other.stream(MARKED);

        var theirs = other.serves(withTheSameHost(MANY));
        var own = zone.serves(withTheSameHost(5));
        var theirsAgain = other.serves(withTheSameHost(MANY));

        stream.deliversExactly(own);
        otherStream.deliversAll(theirsAgain);
        holdsNothingOf(stream, theirs, judgement);
        holdsNothingOf(stream, theirsAgain, judgement);
        holdsNothingOf(otherStream, own, judgement);
    }

    /** The zone is the one whose request it was, whatever the record says of its host. */
    @Check("IL-STREAM-06.tells-zones-apart-whatever-the-host")
    @Needs(Need.INJECT)
    void tellsZonesApartWhateverTheHost(Zone zone, Zone other, Judgement judgement) {
        var stream = zone.stream(MARKED);
        var otherStream = other.stream(MARKED);

        var hosts = List.of(other.host(), "www." + other.host(), "", zone.host());
        var own = zone.serves(
                hosts.stream().flatMap(host -> withHost(host, 2).stream()).toList());
        var theirs = other.serves(withHost(other.host(), 2));

        stream.deliversExactly(own);
        otherStream.deliversAll(theirs);
        holdsNothingOf(otherStream, own, judgement);
    }

    /** Nor by what was asked for, which may be the same. */
    @Check("IL-STREAM-06.tells-zones-apart-with-equal-filters")
    @Needs(Need.INJECT)
    void tellsZonesApartWithEqualFilters(Zone zone, Zone other, Judgement judgement) {
        var job = MARKED.where(Filter.and(Filter.predicate("EdgeResponseStatus", Operator.EQ, "200")));
        var stream = zone.stream(job);
        var otherStream = other.stream(job);

        var theirs = other.serves(withTheSameHost(SOME));
        var own = zone.serves(withTheSameHost(SOME));

        stream.deliversExactly(own);
        otherStream.deliversExactly(theirs);
        holdsNothingOf(stream, theirs, judgement);
        holdsNothingOf(otherStream, own, judgement);
    }

    private static List<LogRecord> withTheSameHost(int count) {
        return withHost("shared.example.com", count);
    }

    private static List<LogRecord> withHost(String host, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> LogRecord.of("ClientRequestHost", host)
                        .with("ClientRequestPath", "/same")
                        .with("EdgeResponseStatus", 200))
                .toList();
    }

    /** How it comes that nobody listens to a zone's records. */
    enum Unheard implements Variant {
        NO_JOB,
        NEVER_CONNECTED,
        CLOSED,
        DROPPED;

        void happensIn(Zone zone) {
            switch (this) {
                case NEVER_CONNECTED -> zone.job(MARKED);
                case CLOSED -> zone.stream(MARKED).close();
                case DROPPED -> zone.stream(MARKED).drop();
                default -> {}
            }
        }

        @Override
        public Map<String, String> axes() {
            return Map.of("listener", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    static List<Unheard> unheard() {
        return List.of(Unheard.values());
    }

    @Check("IL-STREAM-06.holds-nothing-of-a-zone-nobody-listens-to")
    @Needs(Need.TRAFFIC)
    @Variants("unheard")
    void holdsNothingOfAZoneNobodyListensTo(Zone zone, Zone other, Judgement judgement, Unheard how) {
        how.happensIn(other);
        var stream = zone.stream(MARKED);

        var theirs = other.visited(Visits.assorted(SOME));
        var own = zone.visited(Visits.assorted(2));

        stream.deliversExactly(own);
        holdsNothingOf(stream, theirs, judgement);
    }

    /** A session that comes and goes in one zone says nothing about what another zone's may show. */
    @Check("IL-STREAM-06.a-later-session-holds-nothing-of-another-zone")
    @Needs(Need.TRAFFIC)
    void aLaterSessionHoldsNothingOfAnotherZone(Zone zone, Zone other, Judgement judgement) {
        other.stream(MARKED).deliversAll(other.visited(Visits.assorted(2)));
        other.frees();

        var stream = zone.stream(MARKED);
        var theirs = other.visited(Visits.assorted(MANY));
        var own = zone.visited(Visits.assorted(2));

        stream.deliversExactly(own);
        holdsNothingOf(stream, theirs, judgement);
    }

    /** What goes wrong when a zone has had several jobs. */
    @Check("IL-STREAM-06.a-fifth-job-holds-nothing-of-another-zone")
    @Needs(Need.TRAFFIC)
    void aFifthJobHoldsNothingOfAnotherZone(Zone zone, Zone other, Judgement judgement) {
        LaterJobs.behind(SEVERAL, other, MARKED);
        var stream = LaterJobs.behind(SEVERAL, zone, MARKED).stream();

        var theirs = other.visited(Visits.assorted(SOME));
        var own = zone.visited(Visits.assorted(2));

        stream.deliversExactly(own);
        holdsNothingOf(stream, theirs, judgement);
    }

    private static void holdsNothingOf(Stream stream, List<Sent> foreign, Judgement judgement) {
        stream.settle();
        long strayed = stream.arrivals().stream()
                .filter(arrival -> foreign.stream()
                        .anyMatch(sent -> JsonEscapes.showIn(arrival.message().string(), sent.mark())))
                .count();
        judgement.expect(
                strayed == 0,
                "no record of another zone",
                strayed + " of " + foreign.size() + " requests made to another zone arrived");
    }
}
