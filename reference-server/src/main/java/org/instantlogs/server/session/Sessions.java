package org.instantlogs.server.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.time.Timers;

/**
 * The sessions of a server's zones. Safe for all threads; zones don't wait for each other.
 *
 * <p>Every method that takes a zone's id throws {@link IllegalArgumentException} if the server has no such zone.
 */
public final class Sessions implements AutoCloseable {
    private final Addresses addresses = new Addresses();
    private final Map<String, Zone> zones = new LinkedHashMap<>();

    /**
     * Sessions for these zones, none running yet.
     *
     * @param zoneIds every zone that the server serves
     * @param realTime real time, on which each zone's own time is based; stays the caller's to close
     */
    public Sessions(Collection<String> zoneIds, Settings settings, Timers realTime) {
        zoneIds.forEach(id -> zones.put(id, new Zone(id, settings, addresses, realTime)));
    }

    /** Creates a job; its session replaces the zone's older one, which ends. */
    public Job create(String zoneId, JobRequest request) {
        return zone(zoneId).create(request);
    }

    /** The zone's running job, if any. */
    public List<Job> list(String zoneId) {
        return zone(zoneId).list();
    }

    /** Ends the zone's session, forgets its handshakes and its sampling; its time stays where it is. */
    public void reset(String zoneId) {
        zone(zoneId).reset();
    }

    /**
     * Attaches a reader to the session of that secret; from here on it gets the records that are published. A reader that is
     * attached already is ended.
     *
     * @throws AttachRefused if the secret is unknown or its session over, or the zone has seen too many handshakes
     */
    public Attachment attach(String secret, Reader reader) throws AttachRefused {
        return addresses.zone(secret).attach(secret, reader);
    }

    /** Takes records in, in this order, as if the edge had just served their requests. */
    public void publish(String zoneId, List<LogRecord> records) {
        zone(zoneId).publish(records);
    }

    /** The zone's own time. */
    public InstantSource clock(String zoneId) {
        return zone(zoneId).clock();
    }

    /**
     * Moves the zone's time; completes with the new time once everything due has happened, in order. A reader that listens is
     * given 2 seconds of real time to show it. Steps of one zone run one after the other.
     *
     * @throws IllegalArgumentException if the step is negative or leads beyond the year 9999
     */
    public CompletionStage<Instant> advance(String zoneId, Duration by) {
        return zone(zoneId).advance(by);
    }

    /** Ends every session, with {@link EndReason#SHUTDOWN}. */
    @Override
    public void close() {
        zones.values().forEach(Zone::close);
    }

    private Zone zone(String id) {
        var zone = zones.get(id);
        if (zone == null) {
            throw new IllegalArgumentException("the server has no such zone");
        }
        return zone;
    }
}
