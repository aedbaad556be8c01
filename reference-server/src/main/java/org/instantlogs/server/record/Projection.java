package org.instantlogs.server.record;

import java.util.List;

/** Writes a record's requested fields as one line of a stream. Immutable, safe for all threads. */
public final class Projection {
    private Projection() {}

    /**
     * The projection on these fields, in this order.
     *
     * @throws IllegalArgumentException if one of them is unknown
     */
    public static Projection of(List<String> fields) {
        throw new UnsupportedOperationException();
    }

    /** The line, without a newline: compact JSON in UTF-8, {@code sampleInterval} last. */
    public byte[] encode(LogRecord record, long sampleInterval) {
        throw new UnsupportedOperationException();
    }
}
