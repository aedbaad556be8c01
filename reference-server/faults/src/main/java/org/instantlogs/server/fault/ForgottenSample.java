package org.instantlogs.server.fault;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.instantlogs.server.Parts;
import org.instantlogs.server.sample.Sampler;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.ClientSample;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Settings;
import org.instantlogs.server.time.Timers;

/** A server whose sessions have their sample with their first connection. */
final class ForgottenSample implements Parts {
    private final Map<String, AtomicBoolean> forgotten = new ConcurrentHashMap<>();
    private final Set<String> connected = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<AtomicBoolean> ofThisSession = ThreadLocal.withInitial(AtomicBoolean::new);

    @Override
    public ClientSample clientSample(long n, SplittableRandom random) {
        var sampler = new Sampler(n, random);
        var everything = ofThisSession.get();
        return (record, now) -> everything.get() || sampler.keepsNext();
    }

    @Override
    public SessionRegistry sessions(Collection<String> zoneIds, Settings settings, Timers realTime) {
        return new PassingSessions(Parts.super.sessions(zoneIds, settings, realTime)) {
            @Override
            public Job create(String zoneId, JobRequest request) {
                var everything = new AtomicBoolean();
                ofThisSession.set(everything);
                var job = super.create(zoneId, request);
                forgotten.put(job.sessionId(), everything);
                return job;
            }

            @Override
            public Attachment attach(String secret, Reader reader) throws AttachRefused {
                var attachment = super.attach(secret, reader);
                var everything = forgotten.get(secret);
                if (!connected.add(secret) && everything != null) {
                    everything.set(true);
                }
                return attachment;
            }
        };
    }
}
