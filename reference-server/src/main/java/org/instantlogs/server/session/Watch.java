package org.instantlogs.server.session;

/**
 * Watches over one limit of a session, from its creation to {@link #stop}, and ends it when the limit is reached. Guarded by the zone's
 * lock.
 */
public interface Watch {

    /** A reader has come; one that was there before has been ended. */
    default void attached(Reader reader) {}

    /** The reader has gone. */
    default void detached() {}

    /** The time is about to be moved; the reader, if any, was just asked whether it listens. */
    default void beginStep(boolean listening) {}

    /** The time has been moved. */
    default void endStep() {}

    /** The session has ended: nothing more is to be done. */
    void stop();
}
