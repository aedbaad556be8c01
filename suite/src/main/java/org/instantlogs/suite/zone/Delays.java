package org.instantlogs.suite.zone;

import java.util.Arrays;

/** How long records took from being sent off to their arrival, of all cases of a run. Thread-safe. */
public final class Delays {
    private long[] nanos = new long[1_000];
    private int count;

    Delays() {}

    synchronized void add(long delayNanos) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = delayNanos;
    }

    /** All of them, in nanoseconds, in no order. */
    public synchronized long[] nanos() {
        return Arrays.copyOf(nanos, count);
    }
}
