package org.instantlogs.server.fault;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Watch;
import org.instantlogs.server.time.Timers;

/** While nobody listens, the idle time begins anew with something that happens in the zone. */
final class IdleByZone extends ZoneParts {
    private final RestartedByZone.On event;
    private final Map<String, Restarting> left = new ConcurrentHashMap<>();

    IdleByZone(RestartedByZone.On event) {
        this.event = event;
    }

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return new PassingSessions(right) {
            @Override
            public void publish(String zoneId, List<LogRecord> records) {
                super.publish(zoneId, records);
                happened(RestartedByZone.On.RECORD, zoneId);
            }

            @Override
            public List<Job> list(String zoneId) {
                happened(RestartedByZone.On.LIST, zoneId);
                return super.list(zoneId);
            }
        };
    }

    @Override
    public Handler<HttpServerRequest> plaintext(Handler<HttpServerRequest> right) {
        return request -> {
            happened(RestartedByZone.On.PLAINTEXT, zoneOfSecret(Answers.secretIn(request)));
            right.handle(request);
        };
    }

    @Override
    public LastWord lastWord() {
        return Answers.watchingBadFilters(zone -> happened(RestartedByZone.On.REFUSED_FILTER, zone));
    }

    private void happened(RestartedByZone.On what, String zoneId) {
        var watch = left.get(zoneId);
        if (what == event && watch != null) {
            watch.restart();
        }
    }

    @Override
    public Watch idleWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        var zone = zoneOf(clock);
        left.put(zone, new Restarting(clock, lock, limit, reached));
        return new Watch() {
            @Override
            public void attached(Reader reader) {
                stop();
            }

            @Override
            public void detached() {
                left.put(zone, new Restarting(clock, lock, limit, reached));
            }

            @Override
            public void stop() {
                var ended = left.remove(zone);
                if (ended != null) {
                    ended.stop();
                }
            }
        };
    }
}
