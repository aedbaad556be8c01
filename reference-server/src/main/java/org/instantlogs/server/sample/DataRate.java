package org.instantlogs.server.sample;

import java.time.Instant;

/** Holds one session to its maximum data rate. Not safe for several threads. */
@FunctionalInterface
public interface DataRate {

    /**
     * What the next record weighs.
     *
     * @param now the time, never before that of the last record
     * @param backlogLines how many lines the reader has not been sent yet
     * @param backlogBytes how many bytes that is
     * @return its {@code sampleInterval}, how many records it stands for; 0 if it is not delivered
     */
    long weigh(Instant now, int backlogLines, long backlogBytes);
}
