package org.instantlogs.suite.oracle;

import java.util.List;

/** What a filter lets through of a number of records. */
public final class Expected {
    private Expected() {}

    /** The records that the filter lets through, in the given order. */
    public static List<LogRecord> select(Filter filter, List<LogRecord> records) {
        return records.stream().filter(filter::matches).toList();
    }

    /** The records that the filter holds back, in the given order. */
    public static List<LogRecord> heldBack(Filter filter, List<LogRecord> records) {
        return records.stream().filter(record -> !filter.matches(record)).toList();
    }
}
