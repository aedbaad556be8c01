package org.instantlogs.server.fault;

import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.instantlogs.server.filter.Filters;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;

/** Something that should not lifts the filter of a zone's session, until the next job. */
final class LiftedFilter extends ZoneParts {

    /** What does. */
    enum By {
        A_TEXT_FROM_ITS_LISTENER,
        A_REFUSED_REQUEST,
        TOO_MANY_HANDSHAKES
    }

    private final By what;
    private final Set<String> lifted = ConcurrentHashMap.newKeySet();
    /** Records are filtered by the thread that publishes them. */
    private final ThreadLocal<Boolean> publishesLifted = ThreadLocal.withInitial(() -> false);

    LiftedFilter(By what) {
        this.what = what;
    }

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return new PassingSessions(right) {
            @Override
            public Job create(String zoneId, JobRequest request) {
                lifted.remove(zoneId);
                return super.create(zoneId, request);
            }

            @Override
            public Attachment attach(String secret, Reader reader) throws AttachRefused {
                try {
                    return super.attach(secret, reader);
                } catch (AttachRefused refused) {
                    if (what == By.TOO_MANY_HANDSHAKES && refused.why() == AttachRefused.Cause.TOO_MANY) {
                        lifted.add(zoneOfSecret(secret));
                    }
                    throw refused;
                }
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
            if (what == By.A_TEXT_FROM_ITS_LISTENER && frame instanceof TextWebSocketFrame) {
                lifted.add(zoneOf(socket));
            }
        });
    }

    @Override
    public LastWord lastWord() {
        return (request, answer) -> {
            if (what == By.A_REFUSED_REQUEST && Answers.isBodyRefusal(request, answer)) {
                Answers.zone(request).ifPresent(lifted::add);
            }
            return answer;
        };
    }
}
