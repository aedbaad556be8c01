package org.instantlogs.server.filter;

import org.instantlogs.server.record.LogRecord;

/** A gate that lets matching records through. Immutable, safe for all threads. */
@FunctionalInterface
public interface RecordFilter {

    /** Whether the record passes. */
    boolean matches(LogRecord record);
}
