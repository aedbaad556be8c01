package org.instantlogs.server.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Watch;
import org.instantlogs.server.time.Timers;

/** Ends a session that has had no record until half of its time. */
final class QuietEnds extends ZoneParts {
    private final Map<String, Boolean> busy = new ConcurrentHashMap<>();

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return new PassingSessions(right) {
            @Override
            public void publish(String zoneId, List<LogRecord> records) {
                super.publish(zoneId, records);
                busy.put(zoneId, true);
            }
        };
    }

    @Override
    public Watch sessionWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        var zone = zoneOf(clock);
        busy.remove(zone);
        var half = clock.at(clock.instant().plus(limit.dividedBy(2)), () -> {
            if (!busy.containsKey(zone)) {
                reached.run();
            }
        });
        var right = super.sessionWatch(clock, lock, limit, reached);
        return () -> {
            half.cancel();
            right.stop();
        };
    }
}
