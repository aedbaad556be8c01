package org.instantlogs.server.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;

/** Sessions that do what others do: to be overridden where a fault does not. */
class ForwardingSessions implements SessionRegistry {
    private final SessionRegistry to;

    ForwardingSessions(SessionRegistry to) {
        this.to = to;
    }

    @Override
    public Job create(String zoneId, JobRequest request) {
        return to.create(zoneId, request);
    }

    @Override
    public List<Job> list(String zoneId) {
        return to.list(zoneId);
    }

    @Override
    public void reset(String zoneId) {
        to.reset(zoneId);
    }

    @Override
    public Attachment attach(String secret, Reader reader) throws AttachRefused {
        return to.attach(secret, reader);
    }

    @Override
    public void publish(String zoneId, List<LogRecord> records) {
        to.publish(zoneId, records);
    }

    @Override
    public InstantSource clock(String zoneId) {
        return to.clock(zoneId);
    }

    @Override
    public CompletionStage<Instant> advance(String zoneId, Duration by) {
        return to.advance(zoneId, by);
    }

    @Override
    public void close() {
        to.close();
    }
}
