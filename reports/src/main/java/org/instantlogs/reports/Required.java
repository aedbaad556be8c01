package org.instantlogs.reports;

import java.time.Duration;

/** Refuses values that no report may hold; the message names the member. */
final class Required {

    private Required() {}

    static void text(String member, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("`" + member + "` is blank; give it a text");
        }
    }

    static void notNegative(String member, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("`" + member + "` is " + value + "; give 0 or more");
        }
    }

    static void share(String member, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("`" + member + "` is " + value + "; a share is from 0 to 1");
        }
    }

    static void notNegative(String member, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("`" + member + "` is " + value + "; give 0 or more");
        }
    }
}
