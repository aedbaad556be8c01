package org.instantlogs.server.filter;

import java.util.List;

/** What the members of a group let through together. Safe for all threads. */
public interface Groups {

    /** By the laws of logic. */
    Groups LOGICAL = new Groups() {};

    /** What all members let through; at least one. */
    default RecordFilter and(List<RecordFilter> members) {
        var filters = members.toArray(RecordFilter[]::new);
        return record -> {
            for (var filter : filters) {
                if (!filter.matches(record)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** What any member lets through; at least one. */
    default RecordFilter or(List<RecordFilter> members) {
        var filters = members.toArray(RecordFilter[]::new);
        return record -> {
            for (var filter : filters) {
                if (filter.matches(record)) {
                    return true;
                }
            }
            return false;
        };
    }
}
