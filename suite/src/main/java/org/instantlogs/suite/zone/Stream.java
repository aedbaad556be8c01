package org.instantlogs.suite.zone;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.ndjson.Line;
import org.instantlogs.suite.ndjson.RecordLine;
import org.instantlogs.suite.probe.Connection;
import org.instantlogs.suite.probe.Connection.Ending;

/**
 * A connected stream. The methods {@code delivers…} judge: they wait for what must come, prove that nothing else does where
 * they say so, and state every deviation; the others only look. Closed by the zone at the end of the case at the latest.
 */
public final class Stream implements AutoCloseable {
    private final Zone zone;
    private final Connection connection;
    private final Inbox inbox;
    private final Tally tally;

    Stream(Zone zone, Connection connection, String asked, Inbox inbox) {
        this.zone = zone;
        this.connection = connection;
        this.inbox = inbox;
        this.tally = new Tally(zone, connection, asked, inbox);
    }

    /**
     * Demands these of the case's records, each once, and no other. That nothing else comes is proved by the last record
     * sent, where it is among them and the target keeps order, else by silence for {@code stream.settle}.
     */
    public void deliversExactly(Collection<Sent> expected) {
        awaitAll(expected);
        seesTheRest(expected);
        judges(expected, true);
    }

    /** Demands these of the case's records at least once each, whatever else comes. */
    public void deliversAll(Collection<Sent> expected) {
        awaitAll(expected);
        judges(expected, false);
    }

    /** Demands none of the case's records: silence for {@code stream.settle} after what was sent. */
    public void deliversNothing() {
        settle();
        judges(List.of(), true);
    }

    /** Waits for these of the case's records as long as the target may take; tells whether all of them came. */
    public boolean awaitAll(Collection<Sent> expected) {
        var patience = zone.deliveryPatience();
        long from = System.nanoTime();
        boolean came = connection.awaitUntil(hasAll(expected), patience.now());
        tellsWhetherAnythingCame();
        if (came) {
            patience.cameAfter(Duration.ofNanos(System.nanoTime() - from));
        } else if (connection.ending().isEmpty()) {
            patience.lost();
        }
        return came;
    }

    /** Likewise, only as long as is likely to be enough: for looking closer at what has been judged already. */
    public boolean awaitAllBriefly(Collection<Sent> expected) {
        return connection.awaitUntil(hasAll(expected), zone.deliveryPatience().brief());
    }

    /** Waits until at least so many of the case's records have come, or none has for {@code stream.settle} after the last. */
    public void awaitOwn(int atLeast) {
        connection.awaitUntil(
                messages -> {
                    inbox.take(messages);
                    return inbox.ownCount() >= atLeast;
                },
                zone.deliveryPatience().now());
        tellsWhetherAnythingCame();
    }

    private void tellsWhetherAnythingCame() {
        if (inbox.ownCount() > 0) {
            zone.deliveryPatience().anythingCame();
        }
    }

    /** Waits for one more of the case's records as long as the target may take; tells whether one came. */
    public boolean awaitOneMore() {
        inbox.take(connection.messages());
        return connection.awaitUntil(
                hasMoreThan(inbox.ownCount()), zone.deliveryPatience().now());
    }

    /** Makes sure that whatever else is under way has come, where these have: by order, or by silence. */
    public void seesTheRest(Collection<Sent> came) {
        if (!isFencedBy(came)) {
            settle();
        }
    }

    /** Waits until none of the case's records has come for {@code stream.settle}. */
    public void settle() {
        boolean more = true;
        while (more) {
            inbox.take(connection.messages());
            int seen = inbox.ownCount();
            more = Parts.any(zone.settle(), part -> connection.awaitUntil(hasMoreThan(seen), part));
        }
    }

    /** The case's records in the order in which they have come so far, a repeated one repeatedly. */
    public List<Sent> delivered() {
        inbox.take(connection.messages());
        return inbox.order();
    }

    /** The lines of one of the case's records so far. */
    public List<Line> linesOf(Sent sent) {
        inbox.take(connection.messages());
        return inbox.lines(sent);
    }

    /** The record of a line that has come for what was sent; where none has, or it can't be read, the case is inconclusive. */
    public RecordLine recordOf(Sent sent) {
        var lines = linesOf(sent);
        if (lines.isEmpty()) {
            throw judgement().inconclusive("the record " + sent + " did not arrive" + tally.ending());
        }
        return lines.get(0)
                .record()
                .orElseThrow(
                        () -> judgement().inconclusive("the record " + sent + " arrived as no readable JSON object"));
    }

    /** All messages that have come so far, the case's own and others. */
    public List<Arrival> arrivals() {
        inbox.take(connection.messages());
        return inbox.arrivals();
    }

    /**
     * Some records as the target delivers them, at least so many: caused by the suite where it can, else waited for. All
     * lines that have come are in it, ambient ones too: this is for judging form. None at all leaves the case inconclusive.
     */
    public List<Arrival> someArrivals(int atLeast) {
        if (zone.canCauseTraffic()) {
            awaitAll(zone.visited(Visits.assorted(atLeast)));
        } else {
            connection.awaitUntil(
                    messages -> messages.size() >= atLeast,
                    zone.deliveryPatience().now());
        }
        var arrivals = arrivals();
        if (arrivals.isEmpty()) {
            throw judgement()
                    .inconclusive("no record arrived within " + zone.patience().deliver() + tally.ending());
        }
        return arrivals;
    }

    /** The readable records among {@link #someArrivals}. */
    public List<RecordLine> someRecords(int atLeast) {
        var records = someArrivals(atLeast).stream()
                .flatMap(arrival -> arrival.lines().stream())
                .flatMap(line -> line.record().stream())
                .toList();
        if (records.isEmpty()) {
            throw judgement().inconclusive("nothing that arrived is a readable record");
        }
        return records;
    }

    /** Demands that the stream is alive: two new requests arrive on it. Where no traffic can be caused, that it is still open. */
    public void goesOn(String when) {
        if (zone.canCauseTraffic()) {
            judgesGoingOn(awaitAll(zone.visited(Visits.asProof(Aliveness.PROOF))), when);
        } else {
            staysConnected(when);
        }
    }

    /** Likewise of a stream that a sample makes rare: one of so many new requests arrives on it at least. */
    public void goesOnAmong(int requests, String when) {
        if (zone.canCauseTraffic()) {
            var sent = zone.visited(Visits.asProof(requests));
            judgesGoingOn(
                    connection.awaitUntil(hasAny(sent), zone.deliveryPatience().now()), when);
        } else {
            staysConnected(when);
        }
    }

    private void judgesGoingOn(boolean came, String when) {
        tally.refuseIfTooMuch(!came);
        judgement()
                .expect(
                        came,
                        "the session goes on streaming " + when,
                        "a request made then did not arrive within "
                                + zone.patience().deliver() + tally.ending());
    }

    private void staysConnected(String when) {
        var ending = connection.ending();
        judgement().expect(ending.isEmpty(), "the session stays connected " + when, "it ended" + tally.ending());
    }

    /** Demands that no record comes any more, whether or not the connection is left open. */
    public void isOver(String when) {
        isOverAmong(Aliveness.PROOF, when);
    }

    /** Likewise, proved by so many requests: a sample lets through some of them only. */
    public void isOverAmong(int requests, String when) {
        if (zone.canCauseTraffic()) {
            var sent = zone.visited(Visits.asProof(requests));
            boolean came = Parts.any(zone.patienceForEnding(), part -> connection.awaitUntil(hasAny(sent), part));
            judgement().expect(!came, "no record arrives " + when, "a request made then arrived");
        } else {
            inbox.take(connection.messages());
            int before = inbox.arrivals().size();
            connection.awaitUntil(messages -> messages.size() > before, zone.patienceForEnding());
            int after = connection.messages().size();
            judgement().expect(after == before, "no record arrives " + when, (after - before) + " messages arrived");
            if (after == before && connection.ending().isEmpty()) {
                // Silence on an open connection proves nothing where nobody knows whether there was anything to send.
                throw judgement().notTested(Need.TRAFFIC.property());
            }
        }
    }

    public boolean ping(byte[] payload) {
        return connection.ping(payload, zone.patience().answer());
    }

    public void send(String text) {
        connection.sendText(text);
    }

    public void send(byte[] binary) {
        connection.sendBinary(binary);
    }

    public Optional<Ending> howItEnded() {
        return connection.ending();
    }

    /** Waits for the target to end the connection, as long as it may take to answer. */
    public Optional<Ending> awaitEnding() {
        Parts.any(zone.patienceForEnding(), connection::awaitEnd);
        tally.refuseIfTooMuch(true);
        return connection.ending();
    }

    /** Cuts the connection without a close. */
    public void drop() {
        connection.drop();
        zone.left();
    }

    /** Ends the connection with a close. */
    @Override
    public void close() {
        connection.close();
        zone.left();
    }

    private Predicate<List<Connection.Message>> hasAll(Collection<Sent> expected) {
        // asked at every arrival: what has come needs not be looked for again
        var missing = new ArrayDeque<>(expected);
        return messages -> {
            inbox.take(messages);
            while (!missing.isEmpty() && inbox.has(missing.peek())) {
                missing.remove();
            }
            return missing.isEmpty();
        };
    }

    private Predicate<List<Connection.Message>> hasAny(Collection<Sent> expected) {
        return messages -> {
            inbox.take(messages);
            return expected.stream().anyMatch(inbox::has);
        };
    }

    private Predicate<List<Connection.Message>> hasMoreThan(int seen) {
        return messages -> {
            inbox.take(messages);
            return inbox.ownCount() > seen;
        };
    }

    private void judges(Collection<Sent> expected, boolean nothingElse) {
        inbox.take(connection.messages());
        tally.judge(expected, nothingElse);
    }

    private boolean isFencedBy(Collection<Sent> expected) {
        return zone.isOrdered()
                && zone.lastSent()
                        .filter(last -> expected.contains(last) && inbox.has(last))
                        .isPresent();
    }

    /** Leaves the case without a judgement where records that are missing need not be lost. */
    public void provesTheLossOf(Collection<Sent> missing) {
        tally.provesTheLossOf(missing);
    }

    /**
     * Leaves a case about the client's sample without a judgement where the connection has ended, and where a target of unknown
     * maximum data rate has sampled what came through it once more: where sampleInterval is not the same in all records.
     */
    public void provesTheShareOf(Collection<Sent> delivered) {
        inbox.take(connection.messages());
        tally.provesTheShareOf(delivered);
    }

    private Judgement judgement() {
        return zone.judgement();
    }
}
