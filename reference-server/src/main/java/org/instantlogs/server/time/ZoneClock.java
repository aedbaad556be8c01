package org.instantlogs.server.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * A zone's own time: real time, plus all the steps it was moved by.
 *
 * <p>Its actions run under the zone's lock: those due at different times in that order, those due at the same time in the order
 * they were asked for. Safe for all threads.
 */
public final class ZoneClock implements Timers {
    /** The last moment that a timestamp of four-digit years can show. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    private final Timers real;
    private final Lock lock;
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    private long asked;
    private boolean ringing;
    private @Nullable Wakeup wakeup;
    private volatile Duration offset = Duration.ZERO;

    /**
     * A clock that shows real time for now.
     *
     * @param lock the zone's lock, reentrant
     */
    public ZoneClock(Timers real, Lock lock) {
        this.real = real;
        this.lock = lock;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }

    @Override
    public Cancellable at(Instant due, Runnable action) {
        lock.lock();
        try {
            var alarm = new Alarm(due, asked++, action);
            alarms.add(alarm);
            arm();
            return () -> callOff(alarm);
        } finally {
            lock.unlock();
        }
    }

    /** Runs everything that is due by now, in order, in this thread. */
    public void ringDue() {
        lock.lock();
        try {
            ringUpTo(instant());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whether the time can be moved so far.
     *
     * @throws IllegalArgumentException if the step is negative or leads beyond the year 9999
     */
    public void checkStep(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the step " + by + " is negative; time moves forward only");
        }
        if (by.compareTo(Duration.between(instant(), END_OF_TIME)) > 0) {
            throw new IllegalArgumentException("the step " + by + " leads beyond the year 9999");
        }
    }

    /**
     * Moves the time on; everything due within the step has run, each at its time, before this returns.
     *
     * @return the time after the step
     * @throws IllegalArgumentException as {@link #checkStep}
     */
    public Instant advance(Duration by) {
        lock.lock();
        try {
            checkStep(by);
            var end = instant().plus(by);
            ringUpTo(end);
            moveTo(end);
            arm();
            return end;
        } finally {
            lock.unlock();
        }
    }

    private void ringUpTo(Instant end) {
        if (ringing) {
            return;
        }
        ringing = true;
        try {
            for (var next = alarms.peek(); next != null && !next.due.isAfter(end); next = alarms.peek()) {
                alarms.remove();
                moveTo(next.due);
                next.action.run();
            }
        } finally {
            ringing = false;
            arm();
        }
    }

    private void moveTo(Instant time) {
        var step = Duration.between(instant(), time);
        if (!step.isNegative()) {
            offset = offset.plus(step);
        }
    }

    /** Lets real time wake this clock for its next alarm, and for no other. */
    private void arm() {
        if (ringing) {
            return;
        }
        var next = alarms.peek();
        var due = next == null ? null : next.due.minus(offset);
        if (wakeup != null) {
            if (wakeup.due.equals(due)) {
                return;
            }
            wakeup.pending.cancel();
            wakeup = null;
        }
        if (due != null) {
            wakeup = new Wakeup(due, real.at(due, this::wake));
        }
    }

    private void wake() {
        lock.lock();
        try {
            wakeup = null;
            ringUpTo(instant());
        } finally {
            lock.unlock();
        }
    }

    private void callOff(Alarm alarm) {
        lock.lock();
        try {
            if (alarms.remove(alarm)) {
                arm();
            }
        } finally {
            lock.unlock();
        }
    }

    private record Wakeup(Instant due, Cancellable pending) {}

    private record Alarm(Instant due, long turn, Runnable action) implements Comparable<Alarm> {
        private static final Comparator<Alarm> ORDER =
                Comparator.comparing(Alarm::due).thenComparingLong(Alarm::turn);

        @Override
        public int compareTo(Alarm other) {
            return ORDER.compare(this, other);
        }
    }
}
