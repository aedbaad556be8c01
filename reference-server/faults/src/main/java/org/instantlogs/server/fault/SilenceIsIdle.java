package org.instantlogs.server.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Watch;
import org.instantlogs.server.time.Timers;

/** Takes a session for idle that nothing was delivered to. */
final class SilenceIsIdle extends ZoneParts {
    private final Map<String, Restarting> watches = new ConcurrentHashMap<>();

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return new PassingSessions(right) {
            @Override
            public Attachment attach(String secret, Reader reader) throws AttachRefused {
                var zone = zoneOfSecret(secret);
                return super.attach(secret, new PassingReader(reader) {
                    @Override
                    public void deliver(List<byte[]> lines) {
                        super.deliver(lines);
                        restart(zone);
                    }
                });
            }
        };
    }

    private void restart(String zone) {
        var watch = watches.get(zone);
        if (watch != null) {
            watch.restart();
        }
    }

    @Override
    public Watch idleWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        var zone = zoneOf(clock);
        var watch = new Restarting(clock, lock, limit, reached);
        watches.put(zone, watch);
        return new PassingWatch(watch) {
            @Override
            public void attached(Reader reader) {
                watch.restart();
            }

            @Override
            public void detached() {
                watch.restart();
            }
        };
    }
}
