package org.instantlogs.suite.probe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.instantlogs.suite.probe.Connection.Ending;
import org.instantlogs.suite.probe.Connection.Message;

/** What has arrived on one socket, and the waiting for it. One lock guards all of it. Thread-safe. */
final class Inbox {

    /** Of messages. */
    static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final int PONGS = 1_000;

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Message[] messages = new Message[64];
    private int size;
    private long bytes;
    private long lastArrival = System.nanoTime();
    private final Deque<byte[]> pongs = new ArrayDeque<>();
    private long pongsForgotten;
    private Optional<Ending> ending = Optional.empty();
    private boolean endOfStream;

    Inbox(InstantSource clock) {
        this.clock = clock;
    }

    /** False where there is no room for it. */
    boolean add(boolean text, byte[] payload) {
        Instant at = clock.instant();
        lock.lock();
        try {
            bytes += payload.length;
            if (bytes > MOST_BYTES) {
                return false;
            }
            if (size == messages.length) {
                messages = Arrays.copyOf(messages, size * 2);
            }
            lastArrival = System.nanoTime();
            messages[size] = new Message(text, payload, at, lastArrival);
            size++;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    void pong(byte[] payload) {
        lock.lock();
        try {
            pongs.addLast(payload);
            if (pongs.size() > PONGS) {
                pongs.removeFirst();
                pongsForgotten++;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The first ending counts; true where this was it. */
    boolean end(Ending how) {
        lock.lock();
        try {
            boolean first = ending.isEmpty();
            if (first) {
                ending = Optional.of(how);
                changed.signalAll();
            }
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing can arrive any more. */
    void endOfStream() {
        lock.lock();
        try {
            endOfStream = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Optional<Ending> ending() {
        lock.lock();
        try {
            return ending;
        } finally {
            lock.unlock();
        }
    }

    /** A view of what there is now: what has arrived never changes, so nothing is copied. */
    List<Message> messages() {
        lock.lock();
        try {
            return new Snapshot(messages, size);
        } finally {
            lock.unlock();
        }
    }

    boolean awaitUntil(Predicate<List<Message>> enough, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            List<Message> seen;
            boolean over;
            lock.lock();
            try {
                seen = new Snapshot(messages, size);
                over = ending.isPresent();
            } finally {
                lock.unlock();
            }
            // outside the lock: what is asked may take long, and more may arrive meanwhile
            if (enough.test(seen)) {
                return true;
            }
            if (over || !await(() -> size > seen.size() || ending.isPresent(), end)) {
                return false;
            }
        }
    }

    boolean awaitQuiet(Duration quiet, Duration atMost) {
        long start = System.nanoTime();
        long end = start + atMost.toNanos();
        while (true) {
            long since;
            int seen;
            lock.lock();
            try {
                if (ending.isPresent()) {
                    return true;
                }
                since = lastArrival - start > 0 ? lastArrival : start;
                seen = size;
            } finally {
                lock.unlock();
            }
            long quietAt = since + quiet.toNanos();
            if (System.nanoTime() - quietAt >= 0) {
                return true;
            }
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            boolean quietComesFirst = quietAt - end <= 0;
            await(() -> size > seen || ending.isPresent(), quietComesFirst ? quietAt : end);
        }
    }

    /** How many pongs came so far, to be given to {@link #awaitPong}. */
    long pongCount() {
        lock.lock();
        try {
            return pongsForgotten + pongs.size();
        } finally {
            lock.unlock();
        }
    }

    boolean awaitPong(byte[] payload, long after, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        boolean[] found = {false};
        await(
                () -> {
                    found[0] = pongs.stream()
                            .skip(Math.max(0, after - pongsForgotten))
                            .anyMatch(pong -> Arrays.equals(pong, payload));
                    return found[0] || ending.isPresent();
                },
                end);
        return found[0];
    }

    boolean awaitEnd(Duration atMost) {
        return await(() -> ending.isPresent(), System.nanoTime() + atMost.toNanos());
    }

    boolean awaitEndOfStream(Duration atMost) {
        return await(() -> endOfStream, System.nanoTime() + atMost.toNanos());
    }

    private boolean await(BooleanSupplier done, long end) {
        lock.lock();
        try {
            while (!done.getAsBoolean()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private static final class Snapshot extends AbstractList<Message> implements RandomAccess {
        private final Message[] messages;
        private final int size;

        Snapshot(Message[] messages, int size) {
            this.messages = messages;
            this.size = size;
        }

        @Override
        public Message get(int index) {
            if (index < 0 || index >= size) {
                throw new IndexOutOfBoundsException(index);
            }
            return messages[index];
        }

        @Override
        public int size() {
            return size;
        }
    }
}
