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
    private final Runnable stuck;
    private final ReentrantLock lock = new ReentrantLock(true);

    /** {@code stuck} is called just before the wire is cut. */
    Outlet(Wire wire, Deadlines deadlines, Duration patience, Runnable stuck) {
        this.wire = wire;
        this.deadlines = deadlines;
        this.patience = patience;
        this.stuck = stuck;
    }

    /** Writes, or does nothing where the connection is no more: the reading side learns why. */
    void write(byte[] bytes) {
        lock.lock();
        try (Deadline deadline = deadlines.in(patience)) {
            deadline.guard(() -> {
                stuck.run();
                wire.close();
            });
            wire.out().write(bytes);
            wire.out().flush();
        } catch (IOException broken) {
            // the reader sees the same, and tells it from an ordinary end
        } finally {
            lock.unlock();
        }
    }
}
