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

/** Looks at a session's time only once a record has been sent. */
final class LookedAtLate extends ZoneParts {
    private final Map<String, Runnable> due = new ConcurrentHashMap<>();

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return new PassingSessions(right) {
            @Override
            public void publish(String zoneId, List<LogRecord> records) {
                super.publish(zoneId, records);
                var over = due.remove(zoneId);
                if (over != null) {
                    over.run();
                }
            }
        };
    }

    @Override
    public Watch sessionWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        var zone = zoneOf(clock);
        due.remove(zone);
        var timer = clock.at(
                clock.instant().plus(limit),
                () -> due.put(zone, () -> {
                    lock.lock();
                    try {
                        reached.run();
                    } finally {
                        lock.unlock();
                    }
                }));
        return timer::cancel;
    }
}
