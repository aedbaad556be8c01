/**
 * Log records: how they are read, held with typed values, and written as lines of a stream. Start reading at
 * {@link org.instantlogs.server.record.LogRecord}. It must not know sessions, filters, clocks or sockets.
 */
@NullMarked
package org.instantlogs.server.record;

import org.jspecify.annotations.NullMarked;
