package org.instantlogs.suite.zone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.instantlogs.suite.descriptor.Descriptor.ZoneEntry;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.probe.EdgeRequest;

/** What a case sends through its zone, by injection or through the edge, and how it is marked as the case's own. */
final class ZoneTraffic {
    /** Of more at once the last wait for the first, and where a case overloads the target all do: neither says how fast it is. */
    private static final int FEW = 100;

    private final Lease lease;
    private final ZoneEntry entry;
    private final String host;
    private final Marks marks;
    private final SendingPace sendingPace;
    private Optional<Sent> lastSent = Optional.empty();

    /**
     * Begins with nothing sent.
     *
     * @param host what records say that was asked for
     */
    ZoneTraffic(Lease lease, ZoneEntry entry, String host, Marks marks) {
        this.lease = lease;
        this.entry = entry;
        this.host = host;
        this.marks = marks;
        this.sendingPace = new SendingPace(lease.target().descriptor().limits().recordsPerSecond());
    }

    /** Puts these records into the zone's stream, in this order. */
    List<Sent> injects(List<LogRecord> records) {
        return injects(records, sendingPace);
    }

    /** Likewise, at that pace. */
    List<Sent> injects(List<LogRecord> records, SendingPace pace) {
        var sent = marked(records);
        inject(sent, pace);
        return sent;
    }

    /** Likewise, all at once. */
    List<Sent> injectsAtOnce(List<LogRecord> records) {
        var sent = marked(records);
        injectAtOnce(sent);
        return sent;
    }

    Optional<Sent> lastSent() {
        return lastSent;
    }

    /** Causes these visits as requests through the zone's edge, each with a mark of its own. */
    List<Sent> requests(List<Visit> visits) {
        return requests(visits, status -> false);
    }

    /** Likewise such as an edge may refuse as the client's mistake: those that it took. */
    List<Sent> requestsWhereTaken(List<Visit> visits) {
        return requests(visits, status -> status >= 400 && status <= 499);
    }

    private List<Sent> requests(List<Visit> visits, IntPredicate isRefusal) {
        var sent = new ArrayList<Sent>();
        for (Visit visit : visits) {
            var mark = marks.fresh();
            var one = marks.sent(mark, VisitRecord.ofEdge(visit, mark, host));
            marks.leave(List.of(one));
            int status = request(visit, mark);
            if (status == visit.status()) {
                sent.add(one);
            } else if (!isRefusal.test(status)) {
                throw lease.judgement()
                        .inconclusive("zones[].edge answered " + status + " where the zone's origin has to answer "
                                + visit.status() + " to " + visit.target(mark)
                                + "; put an origin behind it that does (the suite ships one: `origin`)");
            }
        }
        remember(sent);
        return sent;
    }

    /** Puts the records that such visits leave into the zone's stream, each with a mark of its own. */
    List<Sent> injectsVisits(List<Visit> visits) {
        var sent = new ArrayList<Sent>();
        for (Visit visit : visits) {
            var mark = marks.fresh();
            sent.add(marks.sent(mark, VisitRecord.ofInjection(visit, mark, host, lease.now())));
        }
        inject(sent, sendingPace);
        return sent;
    }

    private void inject(List<Sent> sent, SendingPace pace) {
        for (List<Sent> burst : pace.bursts(sent)) {
            pace.before(burst.size(), lease);
            if (burst.size() <= FEW) {
                marks.leave(burst);
            }
            injectAtOnce(burst);
        }
    }

    private void injectAtOnce(List<Sent> sent) {
        lease.target()
                .traffic(lease.transcript())
                .inject(
                        entry.id(),
                        sent.stream().map(one -> one.record().toLine()).toList());
        remember(sent);
    }

    private int request(Visit visit, String mark) {
        var headers = new LinkedHashMap<String, String>();
        if (!visit.userAgent().isEmpty()) {
            headers.put("User-Agent", visit.userAgent());
        }
        if (!visit.referer().isEmpty()) {
            headers.put("Referer", visit.referer());
        }
        return lease.target()
                .traffic(lease.transcript())
                .edge(entry, new EdgeRequest(visit.method(), visit.target(mark), Map.copyOf(headers), "HTTP/1.1"));
    }

    private void remember(List<Sent> sent) {
        if (!sent.isEmpty()) {
            lastSent = Optional.of(sent.get(sent.size() - 1));
        }
    }

    private List<Sent> marked(List<LogRecord> records) {
        var sent = new ArrayList<Sent>();
        for (LogRecord record : records) {
            var mark = marks.fresh();
            // Written before it is marked: a record that is served again is written once.
            record.toLine();
            sent.add(marks.sent(mark, record.with("RayID", mark)));
        }
        return sent;
    }
}
