package org.instantlogs.server.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
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

/** Sessions that pass on what they are asked for. */
class PassingSessions implements SessionRegistry {
    private final SessionRegistry right;

    PassingSessions(SessionRegistry right) {
        this.right = right;
    }

    /** A server with such sessions. */
    static Parts parts(UnaryOperator<SessionRegistry> change) {
        return new Parts() {
            @Override
            public SessionRegistry sessions(Collection<String> zoneIds, Settings settings, Timers realTime) {
                return change.apply(Parts.super.sessions(zoneIds, settings, realTime));
            }
        };
    }

    /** A server with sessions whose readers, and only they, are others. */
    static Parts readers(UnaryOperator<Reader> change) {
        return parts(right -> new PassingSessions(right) {
            @Override
            public Attachment attach(String secret, Reader reader) throws AttachRefused {
                return super.attach(secret, change.apply(reader));
            }
        });
    }

    @Override
    public Job create(String zoneId, JobRequest request) {
        return right.create(zoneId, request);
    }

    @Override
    public List<Job> list(String zoneId) {
        return right.list(zoneId);
    }

    @Override
    public void reset(String zoneId) {
        right.reset(zoneId);
    }

    @Override
    public Attachment attach(String secret, Reader reader) throws AttachRefused {
        return right.attach(secret, reader);
    }

    @Override
    public void publish(String zoneId, List<LogRecord> records) {
        right.publish(zoneId, records);
    }

    @Override
    public InstantSource clock(String zoneId) {
        return right.clock(zoneId);
    }

    @Override
    public CompletionStage<Instant> advance(String zoneId, Duration by) {
        return right.advance(zoneId, by);
    }

    @Override
    public void close() {
        right.close();
    }
}
