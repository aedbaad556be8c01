package org.instantlogs.server.fault;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.instantlogs.server.Parts;
import org.instantlogs.server.filter.RecordFilter;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Settings;
import org.instantlogs.server.time.Timers;

/**
 * A server whose filters know more of their session than they should: in which zone it is, how often it was connected to and how
 * many records it has seen.
 */
final class FilterLives implements Parts {
    private final Mistake mistake;
    private final Map<JobRequest, Life> byRequest = new ConcurrentHashMap<>();
    private final Map<String, Life> bySecret = new ConcurrentHashMap<>();

    /** @param mistake what a filter makes of a record */
    FilterLives(Mistake mistake) {
        this.mistake = mistake;
    }

    /** What is decided about a record instead of what is right. */
    @FunctionalInterface
    interface Mistake {
        boolean passes(Life life, LogRecord record);
    }

    /** The life of one job's filter. The zone's lock guards it. */
    static final class Life {
        private volatile RecordFilter right = record -> true;
        private volatile RecordFilter before = record -> true;
        private final AtomicInteger connections = new AtomicInteger();
        private final AtomicLong seen = new AtomicLong();

        boolean isRightFor(LogRecord record) {
            return right.matches(record);
        }

        /** What the filter of the zone's job before would have said; nothing is held back by the first. */
        boolean wasRightFor(LogRecord record) {
            return before.matches(record);
        }

        /** How many connections the session has had, the present one counted. */
        int connections() {
            return connections.get();
        }

        /** How many records the filter has seen, this one counted. */
        long seen() {
            return seen.get();
        }
    }

    @Override
    public JobReader jobReader() {
        var filters = filters();
        return body -> {
            var life = new Life();
            var request = JobRequest.read(body, text -> {
                life.right = filters.compile(text);
                return record -> {
                    life.seen.incrementAndGet();
                    return mistake.passes(life, record);
                };
            });
            byRequest.put(request, life);
            return request;
        };
    }

    @Override
    public SessionRegistry sessions(Collection<String> zoneIds, Settings settings, Timers realTime) {
        var right = Parts.super.sessions(zoneIds, settings, realTime);
        Map<String, Life> last = new ConcurrentHashMap<>();
        return new PassingSessions(right) {
            @Override
            public Job create(String zoneId, JobRequest request) {
                var job = super.create(zoneId, request);
                var life = byRequest.getOrDefault(request, new Life());
                byRequest.remove(request);
                var previous = last.put(zoneId, life);
                life.before = previous == null ? record -> true : previous.right;
                bySecret.put(job.sessionId(), life);
                return job;
            }

            @Override
            public void reset(String zoneId) {
                last.remove(zoneId);
                super.reset(zoneId);
            }

            @Override
            public Attachment attach(String secret, Reader reader) throws AttachRefused {
                var life = bySecret.get(secret);
                if (life != null) {
                    life.connections.incrementAndGet();
                }
                return super.attach(secret, reader);
            }
        };
    }
}
