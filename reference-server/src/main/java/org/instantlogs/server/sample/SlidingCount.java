package org.instantlogs.server.sample;

import java.time.Instant;

/**
 * Counts what happened within the last second, in slots of 10 ms: from 0.99 s to 1 s back, so never more than a second's worth.
 */
final class SlidingCount {
    private static final int SLOTS = 100;
    private static final int NANOS_PER_SLOT = 1_000_000_000 / SLOTS;

    private final long[] slots = new long[SLOTS];
    private long newest = Long.MIN_VALUE;
    private long total;

    /** Counts one more. */
    void add(Instant now) {
        moveTo(now);
        slots[index(newest)]++;
        total++;
    }

    /** How many there were within the last second. */
    long lastSecond(Instant now) {
        moveTo(now);
        return total;
    }

    private void moveTo(Instant now) {
        long slot = now.getEpochSecond() * SLOTS + now.getNano() / NANOS_PER_SLOT;
        // Slots are left behind one by one, at most all of them. A time before the newest slot counts as that slot.
        for (long left = Math.max(newest + 1, slot - SLOTS + 1); left <= slot; left++) {
            total -= slots[index(left)];
            slots[index(left)] = 0;
        }
        newest = Math.max(newest, slot);
    }

    private static int index(long slot) {
        return Math.floorMod(slot, SLOTS);
    }
}
