package org.instantlogs.suite.zone;

import org.instantlogs.suite.oracle.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * A request that the suite caused, with the mark by which its record is known again.
 *
 * @param mark 16 lower-case hex digits: the case's token and a running number; the RayID of an injected record, part of the
 *     path of a request through the edge
 * @param record the record as far as the suite knows it: all of it where it was injected
 */
public record Sent(String mark, LogRecord record) {

    /** No two have the same mark. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sent sent && mark.equals(sent.mark);
    }

    @Override
    public int hashCode() {
        return mark.hashCode();
    }

    @Override
    public String toString() {
        return mark;
    }
}
