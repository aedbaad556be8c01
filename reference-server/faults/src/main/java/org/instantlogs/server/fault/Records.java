package org.instantlogs.server.fault;

import org.instantlogs.server.record.FieldTable;
import org.instantlogs.server.record.LogRecord;

/** What records are of. */
final class Records {
    private Records() {}

    /** The value of a text field. */
    static String text(LogRecord record, String field) {
        return record.text(ordinal(field));
    }

    /** The value of an integer field. */
    static long integer(LogRecord record, String field) {
        return record.integer(ordinal(field));
    }

    /** Whether there is a value of a field, be it an empty one. */
    static boolean has(LogRecord record, String field) {
        return record.hasValue(ordinal(field));
    }

    /** Whether the record tells of a request that came in by the edge, which is on loopback. */
    static boolean byEdge(LogRecord record) {
        return text(record, "ClientIP").equals("127.0.0.1");
    }

    private static int ordinal(String field) {
        return FieldTable.ordinal(field).orElseThrow();
    }
}
