package org.instantlogs.suite.cases.limit;

import org.instantlogs.suite.descriptor.Descriptor.Rate;
import org.instantlogs.suite.zone.Zone;

/** Sessions one after the other, as many as a target's limit on connecting lets the suite have without waiting for it. */
final class Cycles {
    private static final int MOST = 100;
    /** In one go, on a target whose limit nobody knows. */
    private static final int FEW = 10;

    private Cycles() {}

    static int in(Zone zone) {
        return canGoOn(zone) ? MOST : Math.min(MOST, atOnce(zone));
    }

    /** Before each: makes room below the limit where it would be reached. */
    static void pause(Zone zone, int done) {
        if (done % atOnce(zone) != 0 || !canGoOn(zone)) {
            return;
        }
        if (zone.descriptor().reset().isPresent()) {
            zone.frees();
        } else {
            zone.descriptor().limits().connects().ifPresent(rate -> zone.passes(rate.per()));
        }
    }

    private static boolean canGoOn(Zone zone) {
        return zone.descriptor().reset().isPresent()
                || (zone.movesTime() && zone.descriptor().limits().connects().isPresent());
    }

    /** A creation may count as well as a handshake. */
    private static int atOnce(Zone zone) {
        return zone.descriptor()
                .limits()
                .connects()
                .map(Rate::count)
                .map(count -> Math.max(1, count / 2 - 1))
                .orElse(FEW);
    }
}
