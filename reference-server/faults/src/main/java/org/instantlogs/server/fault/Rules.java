package org.instantlogs.server.fault;

import java.util.Arrays;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.fixtures.Requirement;

/** Rules that are judged by what arrives, and so are violated as well where it arrives otherwise. */
final class Rules {

    /** Judged by records that have to be read. */
    static final String[] OF_RECORDS = {
        "IL-NDJSON-01", "IL-NDJSON-02", "IL-NDJSON-06", "IL-NDJSON-10", "IL-NDJSON-14", "IL-FILTER-25", "IL-FILTER-26"
    };

    /** Judged by text beyond ASCII. */
    static final String[] OF_FOREIGN_TEXT = {
        "IL-NDJSON-01",
        "IL-NDJSON-06",
        "IL-NDJSON-07",
        "IL-NDJSON-14",
        "IL-FILTER-01",
        "IL-FILTER-02",
        "IL-FILTER-09",
        "IL-FILTER-16",
        "IL-FILTER-17",
        "IL-FILTER-31"
    };

    /** Where a whole side is missing, hardly a rule holds. */
    static final String[] ANY =
            Catalogue.load().requirements().stream().map(Requirement::id).toArray(String[]::new);

    private Rules() {}

    /** These and more. */
    static String[] with(String[] rules, String... more) {
        return Stream.of(rules, more).flatMap(Arrays::stream).distinct().toArray(String[]::new);
    }
}
