package org.instantlogs.server.session;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * One attached socket, as a session sees it.
 *
 * <p>Every method is called under the zone's lock: it must neither block nor wait for another thread that might. Calls come
 * one at a time; after {@link #end} there are none.
 */
public interface Reader {

    /** Takes lines in, each one complete record without a newline; the reader queues and flushes them. */
    void deliver(List<byte[]> lines);

    /** How many lines are queued but not yet written. */
    int backlog();

    /** How many bytes are queued but not yet written; 0 where that is not known. */
    default long backlogBytes() {
        return 0;
    }

    /** Pings the other side; completes with whether the pong came within 2 seconds of real time. */
    CompletionStage<Boolean> isListening();

    /** Closes the socket with the reason's code and text; called once at most. */
    void end(EndReason reason);
}
