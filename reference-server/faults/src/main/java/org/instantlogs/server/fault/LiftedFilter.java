package org.instantlogs.server.fault;

import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.instantlogs.server.filter.Filters;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.SessionRegistry;

/** A text from a session's listener lifts its filter, until the next job. */
final class LiftedFilter extends ZoneParts {
    private final Set<String> lifted = ConcurrentHashMap.newKeySet();
    /** Records are filtered by the thread that publishes them. */
    private final ThreadLocal<Boolean> publishesLifted = ThreadLocal.withInitial(() -> false);

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return new PassingSessions(right) {
            @Override
            public Job create(String zoneId, JobRequest request) {
                lifted.remove(zoneId);
                return super.create(zoneId, request);
            }

            @Override
            public void publish(String zoneId, List<LogRecord> records) {
                publishesLifted.set(lifted.contains(zoneId));
                super.publish(zoneId, records);
            }
        };
    }

    @Override
    public Filters filters() {
        var right = super.filters();
        return text -> {
            var filter = right.compile(text);
            return record -> publishesLifted.get() || filter.matches(record);
        };
    }

    @Override
    public void accepted(ServerWebSocket socket) {
        super.accepted(socket);
        FrameFault.watch(socket, frame -> {
            if (frame instanceof TextWebSocketFrame) {
                lifted.add(zoneOf(socket));
            }
        });
    }
}
