package org.instantlogs.server.fault;

import java.util.Collection;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.instantlogs.server.Parts;
import org.instantlogs.server.sample.Sampler;
import org.instantlogs.server.session.ClientSample;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Settings;
import org.instantlogs.server.time.Timers;

/** A server that goes on with the largest sample that a zone was asked for, until the zone is reset. */
final class LastingSample implements Parts {
    private final Map<String, Long> largest = new ConcurrentHashMap<>();
    private final ThreadLocal<String> zone = ThreadLocal.withInitial(() -> "");

    @Override
    public ClientSample clientSample(long n, SplittableRandom random) {
        var sampler = new Sampler(largest.merge(zone.get(), n, Math::max), random);
        return (record, now) -> sampler.keepsNext();
    }

    @Override
    public SessionRegistry sessions(Collection<String> zoneIds, Settings settings, Timers realTime) {
        return new PassingSessions(Parts.super.sessions(zoneIds, settings, realTime)) {
            @Override
            public Job create(String zoneId, JobRequest request) {
                zone.set(zoneId);
                return super.create(zoneId, request);
            }

            @Override
            public void reset(String zoneId) {
                largest.remove(zoneId);
                super.reset(zoneId);
            }
        };
    }
}
