package org.instantlogs.server.time;

import java.time.Instant;

/** Real time, which never runs backwards while the process lives; one daemon thread rings. */
public final class RealTime implements Timers, AutoCloseable {

    @Override
    public Instant instant() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Cancellable at(Instant due, Runnable action) {
        throw new UnsupportedOperationException();
    }

    /** Calls every pending action off. */
    @Override
    public void close() {}
}
