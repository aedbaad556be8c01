package org.instantlogs.server.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.time.Timers;
import org.instantlogs.server.time.ZoneClock;
import org.jspecify.annotations.Nullable;

/**
 * One zone: its lock, its time, its session. Safe for all threads.
 *
 * <p>The lock guards everything of the zone, and readers are called under it, so that what a session decides and what its reader
 * is told can't be torn apart. Nothing is waited for under it.
 */
final class Zone {
    /** A reader promises its answer within 2 seconds; one that breaks the promise holds no step up for ever. */
    private static final long PATIENCE_SECONDS = 5;

    private final Settings settings;
    private final Addresses addresses;
    private final long seed;
    private final ReentrantLock lock = new ReentrantLock();
    private final ZoneClock clock;
    private final ConnectGate handshakes;
    private final SessionParts parts;
    private SplittableRandom random;
    private @Nullable Session session;
    private CompletableFuture<?> lastStep = CompletableFuture.completedFuture(null);

    Zone(String id, Settings settings, Addresses addresses, Timers realTime, SessionParts parts) {
        this.settings = settings;
        this.addresses = addresses;
        // Each zone has chances of its own, the same in every run with the same seed.
        this.seed = settings.seed() * 31 + id.hashCode();
        this.random = new SplittableRandom(seed);
        this.clock = new ZoneClock(realTime, lock);
        this.handshakes = parts.connectGate(settings.connects(), clock);
        this.parts = parts;
    }

    InstantSource clock() {
        return clock;
    }

    Job create(JobRequest request) {
        return locked(() -> {
            endSession(EndReason.REPLACED);
            var job = addresses.newJob(request, this);
            session = new Session(job, request, parts, settings, clock, lock, random.split(), this::end);
            return job;
        });
    }

    List<Job> list() {
        return locked(() -> session == null ? List.of() : List.of(session.job()));
    }

    void reset() {
        locked(() -> {
            endSession(EndReason.RESET);
            handshakes.forget();
            random = new SplittableRandom(seed);
            return true;
        });
    }

    void close() {
        locked(() -> {
            endSession(EndReason.SHUTDOWN);
            return true;
        });
    }

    Attachment attach(String secret, Reader reader) throws AttachRefused {
        lock.lock();
        try {
            clock.ringDue();
            var current = session;
            if (current == null || !current.job().sessionId().equals(secret)) {
                throw AttachRefused.ended();
            }
            handshakes.count();
            current.attach(reader);
            return () -> detach(current, reader);
        } finally {
            lock.unlock();
        }
    }

    void publish(List<LogRecord> records) {
        locked(() -> {
            if (session != null) {
                session.publish(records);
            }
            return true;
        });
    }

    CompletionStage<Instant> advance(Duration by) {
        clock.checkStep(by);
        lock.lock();
        try {
            var step = lastStep.handle((done, failure) -> true).thenCompose(turn -> step(by));
            lastStep = step;
            return step;
        } finally {
            lock.unlock();
        }
    }

    private CompletableFuture<Instant> step(Duration by) {
        return locked(() -> {
            var reader = reader();
            if (reader == null) {
                return CompletableFuture.completedFuture(move(by, false));
            }
            return reader.isListening()
                    .handle((answer, failure) -> failure == null && Boolean.TRUE.equals(answer))
                    .toCompletableFuture()
                    .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .thenCompose(listening -> moveUnlessNew(by, reader, listening));
        });
    }

    /** A reader that came while another was asked is asked itself before time moves. */
    private CompletableFuture<Instant> moveUnlessNew(Duration by, Reader asked, boolean listening) {
        return locked(() -> {
            var reader = reader();
            return reader == null || reader == asked
                    ? CompletableFuture.completedFuture(move(by, listening))
                    : step(by);
        });
    }

    private Instant move(Duration by, boolean listening) {
        if (session != null) {
            session.beginStep(listening);
        }
        var now = clock.advance(by);
        if (session != null) {
            session.endStep();
        }
        return now;
    }

    private @Nullable Reader reader() {
        return session == null ? null : session.reader();
    }

    private void detach(Session from, Reader reader) {
        lock.lock();
        try {
            if (session == from) {
                from.detach(reader);
            }
        } finally {
            lock.unlock();
        }
    }

    private void end(Session reached, EndReason reason) {
        if (session == reached) {
            endSession(reason);
        }
    }

    private void endSession(EndReason reason) {
        var ending = session;
        if (ending != null) {
            session = null;
            addresses.forget(ending.job().sessionId());
            ending.end(reason);
        }
    }

    /** Does the work under the lock, after everything that is due by now. */
    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            clock.ringDue();
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
