package org.instantlogs.suite.probe;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Total deadlines for blocking calls: when one passes, everything put under it is closed, which wakes whoever is blocked in
 * it. One daemon thread for all. Thread-safe.
 */
final class Deadlines implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer;

    Deadlines() {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "probe-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    Deadline in(Duration total) {
        return new Deadline(total);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    final class Deadline implements AutoCloseable {
        private final Duration total;
        private long end;
        private Future<?> alarm;
        private boolean begun;
        private final List<Closeable> guarded = new ArrayList<>();
        private boolean expired;
        private boolean over;

        private Deadline(Duration total) {
            this.total = total;
            this.end = System.nanoTime() + total.toNanos();
            this.alarm = timer.schedule(this::expire, total.toNanos(), TimeUnit.NANOSECONDS);
        }

        /**
         * Counts from now, the first time: what a client spends on itself before it goes to the wire, seconds for the
         * first request of a cold one on a busy machine, is not the target's.
         */
        synchronized void begin() {
            if (!begun && !over) {
                begun = true;
                alarm.cancel(false);
                expired = false;
                end = System.nanoTime() + total.toNanos();
                alarm = timer.schedule(this::expire, total.toNanos(), TimeUnit.NANOSECONDS);
            }
        }

        /** Puts it under the deadline; closes it at once where that has passed. */
        void guard(Closeable blocked) {
            synchronized (this) {
                if (!expired) {
                    guarded.add(blocked);
                    return;
                }
            }
            cut(blocked);
        }

        synchronized boolean expired() {
            return expired;
        }

        /** At least a nanosecond. */
        synchronized Duration left() {
            return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
        }

        /** At least one, for interfaces that take 0 for ever. */
        int leftMillis() {
            return (int) Math.min(Integer.MAX_VALUE, Math.max(1, left().toMillis()));
        }

        /** Closes everything under it now, as if it had passed; it has not. */
        void cutNow() {
            List<Closeable> all;
            synchronized (this) {
                all = List.copyOf(guarded);
                guarded.clear();
            }
            all.forEach(Deadline::cut);
        }

        /** Lifts the deadline; what was under it stays open unless the deadline has passed. */
        @Override
        public void close() {
            synchronized (this) {
                alarm.cancel(false);
                over = true;
                guarded.clear();
            }
        }

        private void expire() {
            List<Closeable> all;
            synchronized (this) {
                if (over) {
                    return;
                }
                expired = true;
                all = List.copyOf(guarded);
                guarded.clear();
            }
            all.forEach(Deadline::cut);
        }

        private static void cut(Closeable blocked) {
            try {
                blocked.close();
            } catch (IOException alreadyBroken) {
                // closing is only there to wake the blocked thread, which sees the same trouble itself
            }
        }
    }
}
