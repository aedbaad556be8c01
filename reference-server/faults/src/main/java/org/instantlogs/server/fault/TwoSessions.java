package org.instantlogs.server.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.instantlogs.server.Parts;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Settings;
import org.instantlogs.server.time.Timers;

/** Keeps a zone's older session beside the newer one now and then. */
abstract class TwoSessions implements Parts {

    /** If somebody listens to it, or if nobody does. */
    static TwoSessions where(boolean listened) {
        return new TwoSessions() {
            @Override
            boolean keepsTheOlder(String zoneId, boolean isListenedTo) {
                return isListenedTo == listened;
            }
        };
    }

    /** Asked at each creation in a zone that has a session. */
    abstract boolean keepsTheOlder(String zoneId, boolean isListenedTo);

    /** Told of each job, whether it replaced another or stands beside it. */
    void created(String zoneId, Job job) {}

    /** Told when a zone is reset, which ends all its sessions. */
    void forgotten(String zoneId) {}

    @Override
    public SessionRegistry sessions(Collection<String> zoneIds, Settings settings, Timers realTime) {
        var beside = Parts.super.sessions(zoneIds, settings, realTime);
        return new PassingSessions(Parts.super.sessions(zoneIds, settings, realTime)) {
            private final Map<String, Integer> listeners = new ConcurrentHashMap<>();
            private final Map<String, String> zones = new ConcurrentHashMap<>();

            @Override
            public Job create(String zoneId, JobRequest request) {
                boolean another =
                        !list(zoneId).isEmpty() && keepsTheOlder(zoneId, listeners.getOrDefault(zoneId, 0) > 0);
                var job = another ? beside.create(zoneId, request) : super.create(zoneId, request);
                zones.put(job.sessionId(), zoneId);
                created(zoneId, job);
                return job;
            }

            @Override
            public Attachment attach(String secret, Reader reader) throws AttachRefused {
                var zone = zones.getOrDefault(secret, "");
                boolean another = !zone.isEmpty()
                        && beside.list(zone).stream()
                                .anyMatch(job -> job.sessionId().equals(secret));
                var attachment = another ? beside.attach(secret, reader) : super.attach(secret, reader);
                listeners.merge(zone, 1, Integer::sum);
                return () -> {
                    listeners.merge(zone, -1, Integer::sum);
                    attachment.detach();
                };
            }

            @Override
            public void publish(String zoneId, List<LogRecord> records) {
                super.publish(zoneId, records);
                beside.publish(zoneId, records);
            }

            @Override
            public void reset(String zoneId) {
                forgotten(zoneId);
                super.reset(zoneId);
                beside.reset(zoneId);
            }

            @Override
            public CompletionStage<Instant> advance(String zoneId, Duration by) {
                return beside.advance(zoneId, by).thenCompose(moved -> super.advance(zoneId, by));
            }

            @Override
            public void close() {
                super.close();
                beside.close();
            }
        };
    }
}
