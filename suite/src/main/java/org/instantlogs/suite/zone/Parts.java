package org.instantlogs.suite.zone;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * Waits a short time in parts. A machine that stands still for a moment, or is busy elsewhere, uses up one part of it and not
 * the whole: whoever was to do something meanwhile still gets the rest to do it in. For silences of which something is
 * concluded.
 */
final class Parts {
    private static final int PARTS = 10;

    private Parts() {}

    /** True as soon as one of the waits is; each is given its part of the whole. */
    static boolean any(Duration whole, Predicate<Duration> wait) {
        var part = whole.dividedBy(PARTS);
        for (int i = 0; i < PARTS; i++) {
            if (wait.test(part)) {
                return true;
            }
        }
        return false;
    }
}
