package org.instantlogs.server.time;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that also rings: it reads the time and runs an action once a time has come. */
public interface Timers extends InstantSource {

    /**
     * Runs the action once, as soon as the clock has reached {@code due}; soon and from another thread if it already has.
     */
    Cancellable at(Instant due, Runnable action);

    /** A pending action that can be called off. */
    @FunctionalInterface
    interface Cancellable {

        /** Calls the action off; does nothing if it ran already or was called off before. */
        void cancel();
    }
}
