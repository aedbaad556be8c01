package org.instantlogs.suite.benchmark;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is different about some runs.
 *
 * @param name the first column of a table
 * @param options of the command {@code run}
 */
record Setting(String name, List<String> options) {
    Setting {
        options = List.copyOf(options);
    }

    Setting(String name, String... options) {
        this(name, List.of(options));
    }

    /** These areas only. */
    static Setting ofAreas(String... areas) {
        return new Setting(
                String.join(", ", areas),
                Stream.of(areas).flatMap(area -> Stream.of("--only", area)).toList());
    }
}
