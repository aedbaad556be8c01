package org.instantlogs.suite.probe;

import java.util.concurrent.atomic.AtomicLongArray;

/** A set of hashes that is asked for every character of every text: says no for certain, and yes for perhaps. Thread-safe. */
final class Fingerprints {

    private static final int BITS = 1 << 16;

    private final AtomicLongArray words = new AtomicLongArray(BITS / Long.SIZE);

    void add(int hash) {
        words.accumulateAndGet(word(hash), 1L << hash, (held, one) -> held | one);
    }

    boolean mayHold(int hash) {
        return (words.get(word(hash)) & 1L << hash) != 0;
    }

    private static int word(int hash) {
        return hash >>> 6 & BITS / Long.SIZE - 1;
    }
}
