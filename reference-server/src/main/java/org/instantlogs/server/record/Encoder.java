package org.instantlogs.server.record;

/** Writes records as lines of one stream. Safe for all threads. */
@FunctionalInterface
public interface Encoder {

    /**
     * The record's line, without a newline.
     *
     * @param sampleInterval how many records it stands for, at least 1
     */
    byte[] encode(LogRecord record, long sampleInterval);
}
