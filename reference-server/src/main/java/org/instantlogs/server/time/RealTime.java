package org.instantlogs.server.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Real time, which never runs backwards while the process lives; one daemon thread rings.
 *
 * <p>Actions run on that thread, one after the other, so each must be short.
 */
public final class RealTime implements Timers, AutoCloseable {
    /** Far enough for any limit, near enough to be counted in nanoseconds. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(365);

    // The wall clock is read once: a correction of it must neither end a session nor prolong one.
    private final Instant startedAt = Instant.now();
    private final long startedAtNanos = System.nanoTime();
    private final ScheduledThreadPoolExecutor bell = new ScheduledThreadPoolExecutor(1, RealTime::thread);

    /** Starts with the wall clock's time. */
    public RealTime() {
        bell.setRemoveOnCancelPolicy(true);
        bell.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant instant() {
        return startedAt.plusNanos(System.nanoTime() - startedAtNanos);
    }

    @Override
    public Cancellable at(Instant due, Runnable action) {
        var left = Duration.between(instant(), due);
        var wait = left.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : left;
        var pending = bell.schedule(action, Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
        return () -> pending.cancel(false);
    }

    /** Calls every pending action off. */
    @Override
    public void close() {
        bell.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "instant-logs-timers");
        thread.setDaemon(true);
        return thread;
    }
}
