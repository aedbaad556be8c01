package org.instantlogs.server.fault;

import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Watch;
import org.instantlogs.server.time.Timers;

/** A session's time begins anew with something that happens in its zone. */
final class RestartedByZone extends ZoneParts {

    /** What it is. */
    enum On {
        RECORD,
        LIST,
        PING,
        MESSAGE,
        /** A request without TLS. */
        PLAINTEXT,
        /** A request for a job that is refused for its filter. */
        REFUSED_FILTER
    }

    private final On event;
    private final Map<String, Restarting> watches = new ConcurrentHashMap<>();

    RestartedByZone(On event) {
        this.event = event;
    }

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return new PassingSessions(right) {
            @Override
            public void publish(String zoneId, List<LogRecord> records) {
                super.publish(zoneId, records);
                happened(On.RECORD, zoneId);
            }

            @Override
            public List<Job> list(String zoneId) {
                happened(On.LIST, zoneId);
                return super.list(zoneId);
            }
        };
    }

    @Override
    public Watch sessionWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        var watch = new Restarting(clock, lock, limit, reached);
        watches.put(zoneOf(clock), watch);
        return watch;
    }

    @Override
    public void accepted(ServerWebSocket socket) {
        super.accepted(socket);
        FrameFault.watch(socket, frame -> {
            if (frame instanceof PingWebSocketFrame) {
                happened(On.PING, zoneOf(socket));
            } else if (frame instanceof TextWebSocketFrame) {
                happened(On.MESSAGE, zoneOf(socket));
            }
        });
    }

    @Override
    public LastWord lastWord() {
        return Answers.watchingBadFilters(zone -> happened(On.REFUSED_FILTER, zone));
    }

    private void happened(On what, String zoneId) {
        var watch = watches.get(zoneId);
        if (what == event && watch != null) {
            watch.restart();
        }
    }
}
