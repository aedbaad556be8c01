package org.instantlogs.server.fault;

import java.time.Duration;
import java.util.concurrent.locks.Lock;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Watch;
import org.instantlogs.server.time.Timers;

/** Forgets to call a timer off when a session ends; the timer ends whatever session the zone has then. */
final class TimersOfBefore extends ZoneParts {
    private final boolean ofSessionTime;

    /**
     * @param ofSessionTime whether it is the session's timer; else that of the idle limit, begun by the job's creation
     */
    TimersOfBefore(boolean ofSessionTime) {
        this.ofSessionTime = ofSessionTime;
    }

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return right;
    }

    @Override
    public Watch sessionWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        if (!ofSessionTime) {
            return super.sessionWatch(clock, lock, limit, reached);
        }
        var zone = zoneOf(clock);
        super.sessionWatch(clock, lock, limit, () -> all().reset(zone));
        return () -> {};
    }

    @Override
    public Watch idleWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        if (ofSessionTime) {
            return super.idleWatch(clock, lock, limit, reached);
        }
        var zone = zoneOf(clock);
        var right = super.idleWatch(clock, lock, limit, () -> all().reset(zone));
        return new PassingWatch(right) {
            @Override
            public void stop() {}
        };
    }
}
