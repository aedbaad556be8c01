package org.instantlogs.server.edge;

import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Names requests: 16 lower-case hexadecimal digits each, no two alike for one server, in no visible order. */
public final class RayIds {
    private static final long ODD = 0x9e3779b97f4a7c15L;

    private final AtomicLong state;

    public RayIds(long seed) {
        this.state = new AtomicLong(seed);
    }

    /** The next name. Safe for all threads. */
    public String next() {
        // Each step is invertible, so different counts give different names.
        long mixed = state.addAndGet(ODD);
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return HexFormat.of().toHexDigits(mixed ^ (mixed >>> 31));
    }
}
