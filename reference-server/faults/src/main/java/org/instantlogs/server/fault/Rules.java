package org.instantlogs.server.fault;

/** Rules that are judged by what arrives, and so are violated as well where it arrives otherwise. */
final class Rules {

    /** Judged by records that have to be read. */
    static final String[] OF_RECORDS = {
        "IL-NDJSON-01", "IL-NDJSON-02", "IL-NDJSON-06", "IL-NDJSON-10", "IL-NDJSON-14", "IL-FILTER-25", "IL-FILTER-26"
    };

    /** Judged by text beyond ASCII. */
    static final String[] OF_FOREIGN_TEXT = {
        "IL-NDJSON-01", "IL-NDJSON-06", "IL-NDJSON-07", "IL-NDJSON-14", "IL-FILTER-01", "IL-FILTER-31"
    };

    private Rules() {}
}
