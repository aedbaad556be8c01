package org.instantlogs.server.front;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import org.instantlogs.server.session.EndReason;
import org.instantlogs.server.session.Reader;

/** Holds each record back for a while of its own, so that records overtake each other. Nothing is lost where the session ends. */
final class ShuffledReader implements Reader {
    private static final Duration LONGEST = Duration.ofMillis(300);

    private final Vertx vertx;
    private final Reader reader;

    // Guarded by this.
    private final SplittableRandom random;
    private final Set<Held> held = new LinkedHashSet<>();
    private long heldBytes;

    ShuffledReader(Vertx vertx, Reader reader, SplittableRandom random) {
        this.vertx = vertx;
        this.reader = reader;
        this.random = random;
    }

    /** A line on its own way; none is equal to another. */
    private static final class Held {
        private final byte[] line;

        Held(byte[] line) {
            this.line = line;
        }
    }

    @Override
    public void deliver(List<byte[]> lines) {
        for (byte[] line : lines) {
            var one = new Held(line);
            long delay;
            synchronized (this) {
                held.add(one);
                heldBytes += line.length;
                delay = random.nextLong(1, LONGEST.toMillis() + 1);
            }
            vertx.setTimer(delay, due -> release(one));
        }
    }

    private synchronized void release(Held one) {
        if (held.remove(one)) {
            heldBytes -= one.line.length;
            reader.deliver(List.of(one.line));
        }
    }

    @Override
    public synchronized int backlog() {
        return held.size() + reader.backlog();
    }

    @Override
    public synchronized long backlogBytes() {
        return heldBytes + reader.backlogBytes();
    }

    @Override
    public CompletionStage<Boolean> isListening() {
        return reader.isListening();
    }

    @Override
    public synchronized void end(EndReason reason) {
        List.copyOf(held).forEach(this::release);
        reader.end(reason);
    }
}
