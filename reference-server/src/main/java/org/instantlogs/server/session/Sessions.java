package org.instantlogs.server.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.time.Timers;

/**
 * The sessions of a server's zones. Safe for all threads; zones don't wait for each other.
 *
 * <p>Every method that takes a zone's id throws {@link IllegalArgumentException} if the server has no such zone.
 */
public final class Sessions implements AutoCloseable {

    /**
     * Sessions for these zones, none running yet.
     *
     * @param zoneIds every zone that the server serves
     * @param realTime real time, on which each zone's own time is based; stays the caller's to close
     */
    public Sessions(Collection<String> zoneIds, Settings settings, Timers realTime) {}

    /** Creates a job; its session replaces the zone's older one, which ends. */
    public Job create(String zoneId, JobRequest request) {
        throw new UnsupportedOperationException();
    }

    /** The zone's running job, if any. */
    public List<Job> list(String zoneId) {
        throw new UnsupportedOperationException();
    }

    /** Ends the zone's session, forgets its handshakes and its sampling; its time stays where it is. */
    public void reset(String zoneId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Attaches a reader to the session of that secret; from here on it gets the records that are published. A reader that is
     * attached already is ended.
     *
     * @throws AttachRefused if the secret is unknown or its session over, or the zone has seen too many handshakes
     */
    public Attachment attach(String secret, Reader reader) throws AttachRefused {
        throw new UnsupportedOperationException();
    }

    /** Takes records in, in this order, as if the edge had just served their requests. */
    public void publish(String zoneId, List<LogRecord> records) {
        throw new UnsupportedOperationException();
    }

    /** The zone's own time. */
    public InstantSource clock(String zoneId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Moves the zone's time; completes with the new time once everything due has happened, in order. A reader that listens is
     * given 2 seconds of real time to show it. Steps of one zone run one after the other.
     *
     * @throws IllegalArgumentException if the step is negative or leads beyond the year 9999
     */
    public CompletionStage<Instant> advance(String zoneId, Duration by) {
        throw new UnsupportedOperationException();
    }

    /** Ends every session, with {@link EndReason#SHUTDOWN}. */
    @Override
    public void close() {}
}
