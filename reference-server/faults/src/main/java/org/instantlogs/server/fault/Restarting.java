package org.instantlogs.server.fault;

import java.time.Duration;
import java.util.concurrent.locks.Lock;
import org.instantlogs.server.session.Watch;
import org.instantlogs.server.time.Timers;

/** A timer that can be started anew. */
class Restarting implements Watch {
    private final Timers clock;
    private final Lock lock;
    private final Duration limit;
    private final Runnable reached;
    private Timers.Cancellable timer;
    private boolean over;

    Restarting(Timers clock, Lock lock, Duration limit, Runnable reached) {
        this.clock = clock;
        this.lock = lock;
        this.limit = limit;
        this.reached = reached;
        this.timer = clock.at(clock.instant().plus(limit), reached);
    }

    /** Counts from now on; safe on every thread. */
    final void restart() {
        lock.lock();
        try {
            timer.cancel();
            if (!over) {
                timer = clock.at(clock.instant().plus(limit), reached);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final void stop() {
        over = true;
        timer.cancel();
    }
}
