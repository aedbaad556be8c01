package org.instantlogs.suite.cases.http;

import java.util.ArrayList;
import java.util.List;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.probe.Connection;
import org.instantlogs.suite.probe.JsonEscapes;
import org.instantlogs.suite.zone.Job;
import org.instantlogs.suite.zone.Sent;
import org.instantlogs.suite.zone.Stream;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/**
 * A running session whose zone comes to the limit on connecting: by handshakes on addresses that nobody was given, where those
 * count, else by more and more readers of its own. A second reader may take the first one's place, so any of them will do.
 */
public final class ReaderRush {
    private final Zone zone;
    private final Stream first;
    private final List<Connection> readers = new ArrayList<>();

    private ReaderRush(Zone zone, Job job) {
        this.zone = zone;
        this.first = job.stream();
    }

    /** Comes to a 429; where none comes the case can't go on. */
    public static ReaderRush untilRefused(Zone zone, Judgement judgement, Job job) {
        var session = new ReaderRush(zone, job);
        var rush = new Rush(zone, judgement);
        if (rush.handshakesOnStrangeAddresses(job).isEmpty() && !rush.isRefusedAsReader(job, session.readers)) {
            throw judgement.notTested("a target that counts handshakes as connection requests");
        }
        return session;
    }

    /** Whether the session streams to any of its readers. */
    public boolean goesOn() {
        return goesOn(zone, first, readers);
    }

    /** Whether a request made now arrives at any reader; without traffic, whether any is still connected. */
    static boolean goesOn(Zone zone, Stream first, List<Connection> readers) {
        if (!zone.canCauseTraffic()) {
            return first.howItEnded().isEmpty()
                    || readers.stream().anyMatch(reader -> reader.ending().isEmpty());
        }
        var sent = zone.visited(Visits.assorted(2));
        var newest = readers.stream().skip(Math.max(0, readers.size() - 1L)).findFirst();
        return newest.filter(reader -> reader.awaitUntil(messages -> !messages.isEmpty(), zone.settle()))
                        .isPresent()
                || first.awaitAll(sent)
                || readers.stream().anyMatch(reader -> !reader.messages().isEmpty());
    }

    /** Whether a record of that request arrives at any reader, as long as one may take. */
    boolean hears(Sent sent) {
        var newest = readers.stream().skip(Math.max(0, readers.size() - 1L)).findFirst();
        return newest.filter(reader -> reader.awaitUntil(messages -> showsIn(messages, sent), zone.settle()))
                        .isPresent()
                || first.awaitAll(List.of(sent))
                || hasHeard(sent);
    }

    /** Whether a record of that request has arrived at any reader so far. */
    boolean hasHeard(Sent sent) {
        return !first.linesOf(sent).isEmpty() || readers.stream().anyMatch(reader -> showsIn(reader.messages(), sent));
    }

    private static boolean showsIn(List<Connection.Message> messages, Sent sent) {
        return messages.stream().anyMatch(message -> JsonEscapes.showIn(message.string(), sent.mark()));
    }
}
