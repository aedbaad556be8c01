package org.instantlogs.suite.zone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.instantlogs.suite.oracle.LogRecord;

/**
 * Puts records into a zone's stream at an even rate of the target's time, in portions of a twentieth of a second: by moving
 * its clock between them, else by waiting. The rate holds on average whatever a portion takes to send, since each is as large
 * as the time that has really passed makes it. Used by the case's thread only.
 */
public final class EvenTraffic {
    private static final Duration STEP = Duration.ofMillis(50);

    private final Zone zone;
    private final double perSecond;
    private Duration stepped = Duration.ZERO;
    private Duration measured = Duration.ZERO;
    private Optional<Instant> begun = Optional.empty();
    private final long begunNanos = System.nanoTime();
    private long served;

    EvenTraffic(Zone zone, double perSecond) {
        this.zone = zone;
        this.perSecond = perSecond;
    }

    /** Serves these records, in this order; the rate goes on from where it was at the end of those before. */
    public List<Sent> serves(List<LogRecord> records) {
        var sent = new ArrayList<Sent>();
        while (sent.size() < records.size()) {
            step();
            int due = (int) Math.min(records.size() - sent.size(), Math.max(0, due() - served));
            sent.addAll(zone.servesAtOnce(records.subList(sent.size(), sent.size() + due)));
            served += due;
        }
        return sent;
    }

    private long due() {
        // A target may tell its time in whole seconds: it has moved by as much as it was told to at least.
        var elapsed = measured.compareTo(stepped) > 0 ? measured : stepped;
        return (long) (elapsed.toNanos() / 1e9 * perSecond);
    }

    private void step() {
        if (zone.movesTime()) {
            var now = zone.advance(STEP);
            if (begun.isEmpty()) {
                begun = Optional.of(now.minus(STEP));
            }
            measured = Duration.between(begun.get(), now);
            stepped = stepped.plus(STEP);
        } else {
            zone.passes(STEP);
            measured = Duration.ofNanos(System.nanoTime() - begunNanos);
        }
    }
}
