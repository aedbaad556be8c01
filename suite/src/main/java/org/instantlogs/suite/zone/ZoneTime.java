package org.instantlogs.suite.zone;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.instantlogs.suite.descriptor.Descriptor;

/** What a case does to the time of its zone. */
final class ZoneTime {
    private static final Duration NOTICED = Duration.ofMillis(100);

    private final Lease lease;
    private final String zoneId;
    private Duration moved = Duration.ZERO;
    private boolean wasLeft;

    ZoneTime(Lease lease, String zoneId) {
        this.lease = lease;
        this.zoneId = zoneId;
    }

    /**
     * Moves the target's clock; what it says then.
     *
     * @param settle how long what is under way may take
     */
    Instant advance(Duration time, Duration settle) {
        letALeavingBeNoticed(settle);
        var zone = movesItselfOnly() ? Optional.of(zoneId) : Optional.<String>empty();
        var now = lease.target().clock(lease.transcript()).advance(zone, time);
        if (movesItselfOnly()) {
            moved = moved.plus(time);
        } else {
            lease.movedEverybody(time);
        }
        return now;
    }

    /** A stream of this zone was closed or dropped. */
    void left() {
        wasLeft = true;
    }

    /** A step must not overtake the end of a connection on its way to the target, which would take it for a listener's. */
    private void letALeavingBeNoticed(Duration settle) {
        if (wasLeft) {
            Parts.any(settle.compareTo(NOTICED) < 0 ? settle : NOTICED, part -> {
                lease.waitFor(part);
                return false;
            });
            wasLeft = false;
        }
    }

    /** By how much the case has moved this zone's time. */
    Duration moved() {
        return movesItselfOnly() ? moved : lease.everybodyMoved();
    }

    private boolean movesItselfOnly() {
        return lease.target()
                .descriptor()
                .clock()
                .filter(clock -> clock.scope() == Descriptor.Scope.ZONE)
                .isPresent();
    }
}
