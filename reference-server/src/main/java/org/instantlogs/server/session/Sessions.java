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

/** The sessions of a server's zones, in this process. Zones don't wait for each other. */
public final class Sessions implements SessionRegistry {
    private final Addresses addresses;
    private final Map<String, Zone> zones = new LinkedHashMap<>();

    /**
     * Sessions for these zones, none running yet.
     *
     * @param zoneIds every zone that the server serves
     * @param realTime real time, on which each zone's own time is based; stays the caller's to close
     * @param parts what the sessions are made of
     */
    public Sessions(Collection<String> zoneIds, Settings settings, Timers realTime, SessionParts parts) {
        addresses = new Addresses(parts.secrets(), parts.jobIds());
        zoneIds.forEach(id -> zones.put(id, new Zone(id, settings, addresses, realTime, parts)));
    }

    @Override
    public Job create(String zoneId, JobRequest request) {
        return zone(zoneId).create(request);
    }

    @Override
    public List<Job> list(String zoneId) {
        return zone(zoneId).list();
    }

    @Override
    public void reset(String zoneId) {
        zone(zoneId).reset();
    }

    @Override
    public Attachment attach(String secret, Reader reader) throws AttachRefused {
        return addresses.zone(secret).attach(secret, reader);
    }

    @Override
    public void publish(String zoneId, List<LogRecord> records) {
        zone(zoneId).publish(records);
    }

    @Override
    public InstantSource clock(String zoneId) {
        return zone(zoneId).clock();
    }

    @Override
    public CompletionStage<Instant> advance(String zoneId, Duration by) {
        return zone(zoneId).advance(by);
    }

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
