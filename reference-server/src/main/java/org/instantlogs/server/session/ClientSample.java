package org.instantlogs.server.session;

import java.time.Instant;
import org.instantlogs.server.record.LogRecord;

/** The sample that a client asked for. Guarded by the zone's lock. */
@FunctionalInterface
public interface ClientSample {

    /** Whether the record, which has passed the filter, is kept. */
    boolean keeps(LogRecord record, Instant now);
}
