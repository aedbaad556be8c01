package org.instantlogs.server.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.instantlogs.server.record.LogRecord;

/**
 * The sessions of a server's zones. Safe for all threads.
 *
 * <p>Every method that takes a zone's id throws {@link IllegalArgumentException} if the server has no such zone.
 */
public interface SessionRegistry extends AutoCloseable {

    /** Creates a job; its session replaces the zone's older one, which ends. */
    Job create(String zoneId, JobRequest request);

    /** The zone's running job, if any. */
    List<Job> list(String zoneId);

    /** Ends the zone's session, forgets its handshakes and its sampling; its time stays where it is. */
    void reset(String zoneId);

    /**
     * Attaches a reader to the session of that secret; from here on it gets the records that are published. A reader that is
     * attached already is ended.
     *
     * @throws AttachRefused if the secret is unknown or its session over, or the zone has seen too many handshakes
     */
    Attachment attach(String secret, Reader reader) throws AttachRefused;

    /** Takes records in, in this order, as if the edge had just served their requests. */
    void publish(String zoneId, List<LogRecord> records);

    /** The zone's own time. */
    InstantSource clock(String zoneId);

    /**
     * Moves the zone's time; completes with the new time once everything due has happened, in order. A reader that listens is
     * given 2 seconds of real time to show it. Steps of one zone run one after the other.
     *
     * @throws IllegalArgumentException if the step is negative or leads beyond the year 9999
     */
    CompletionStage<Instant> advance(String zoneId, Duration by);

    /** Ends every session, with {@link EndReason#SHUTDOWN}. */
    @Override
    void close();
}
