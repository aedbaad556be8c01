package org.instantlogs.suite.probe;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.instantlogs.suite.descriptor.Descriptor.Rate;

/**
 * Lets at most so many through per so long, over any window. A passage counts from its beginning until so long after its
 * end, so that the target, which sees it somewhere in between, never counts more. Thread-safe.
 */
final class PaceGate {

    /** One passage; closing it ends it. */
    interface Passage extends AutoCloseable {
        @Override
        void close();
    }

    private final Optional<Rate> rate;
    private final LongSupplier nanoTime;
    private final Sleeper sleeper;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition left = lock.newCondition();
    private final Deque<Long> ended = new ArrayDeque<>();
    private int inside;

    PaceGate(Optional<Rate> rate, LongSupplier nanoTime, Sleeper sleeper) {
        this.rate = rate;
        this.nanoTime = nanoTime;
        this.sleeper = sleeper;
    }

    /** Waits for a free place. */
    Passage enter() {
        if (rate.isEmpty()) {
            return () -> {};
        }
        Duration wait = tryEnter(rate.get());
        while (!wait.isZero()) {
            sleeper.pause(wait);
            wait = tryEnter(rate.get());
        }
        return this::leave;
    }

    private Duration tryEnter(Rate bound) {
        lock.lock();
        try {
            while (true) {
                long now = nanoTime.getAsLong();
                while (!ended.isEmpty() && now - ended.getFirst() > bound.per().toNanos()) {
                    ended.removeFirst();
                }
                if (inside + ended.size() < bound.count()) {
                    inside++;
                    return Duration.ZERO;
                }
                if (!ended.isEmpty()) {
                    long free = ended.getFirst() + bound.per().toNanos() - now + 1;
                    return Duration.ofNanos(Math.max(free, 1));
                }
                left.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            inside--;
            ended.addLast(nanoTime.getAsLong());
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
