package org.instantlogs.suite.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/** Writes to a wire, one at a time; cuts it where the target does not take what is written in time. Thread-safe. */
final class Outlet {

    private final Wire wire;
    private final Deadlines deadlines;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock(true);

    Outlet(Wire wire, Deadlines deadlines, Duration patience) {
        this.wire = wire;
        this.deadlines = deadlines;
        this.patience = patience;
    }

    /** What became of a write. */
    enum Outcome {
        WRITTEN,
        /** The connection is no more; the reading side learns why. */
        BROKEN,
        /** The target read nothing for too long; the wire has been cut. */
        STUCK
    }

    Outcome write(byte[] bytes) {
        lock.lock();
        try (Deadline deadline = deadlines.in(patience)) {
            deadline.guard(wire);
            try {
                wire.out().write(bytes);
                wire.out().flush();
                return Outcome.WRITTEN;
            } catch (IOException broken) {
                return deadline.expired() ? Outcome.STUCK : Outcome.BROKEN;
            }
        } finally {
            lock.unlock();
        }
    }
}
