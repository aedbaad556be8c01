package org.instantlogs.server.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.instantlogs.server.filter.Filters;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.SessionRegistry;

/** What a job is filtered by is kept for a while only, as in a cache. */
final class FadingFilter extends ZoneParts {
    private static final Duration KEPT = Duration.ofMinutes(20);

    private final Map<String, Instant> created = new ConcurrentHashMap<>();
    /** Records are filtered by the thread that publishes them. */
    private final ThreadLocal<Boolean> publishesForgotten = ThreadLocal.withInitial(() -> false);

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return new PassingSessions(right) {
            @Override
            public Job create(String zoneId, JobRequest request) {
                created.put(zoneId, clock(zoneId).instant());
                return super.create(zoneId, request);
            }

            @Override
            public void publish(String zoneId, List<LogRecord> records) {
                var from = created.getOrDefault(zoneId, Instant.MAX);
                publishesForgotten.set(from.isBefore(clock(zoneId).instant().minus(KEPT)));
                super.publish(zoneId, records);
            }
        };
    }

    @Override
    public Filters filters() {
        var right = super.filters();
        return text -> {
            var filter = right.compile(text);
            return record -> publishesForgotten.get() || filter.matches(record);
        };
    }
}
