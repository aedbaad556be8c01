package org.instantlogs.suite.zone;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.instantlogs.suite.descriptor.Descriptor;
import org.instantlogs.suite.probe.Target;

/** What all cases of a run share about its target. Thread-safe. */
public final class SharedState {
    private final Target target;
    private final InstantSource clock;
    private final DeliveryPatience deliveryPatience;
    private final Occupancy occupancy = new Occupancy();
    private final KnownAddresses addresses = new KnownAddresses();
    private final GivenIds ids = new GivenIds();
    private final Delays delays = new Delays();
    private final AtomicInteger nextToken;

    /**
     * Begins a run.
     *
     * @param clock tells the time for timestamps of records, and makes the marks of two runs differ
     */
    public SharedState(Target target, InstantSource clock) {
        this.target = target;
        this.clock = clock;
        this.deliveryPatience = new DeliveryPatience(target.patience());
        // Runs of the same target minutes apart must not take each other's late records for their own.
        this.nextToken = new AtomicInteger(Long.hashCode(clock.instant().toEpochMilli() * 0x9E3779B97F4A7C15L));
    }

    public Target target() {
        return target;
    }

    public DeliveryPatience deliveryPatience() {
        return deliveryPatience;
    }

    /** How long the records of the cases took to arrive. */
    public Delays delays() {
        return delays;
    }

    /**
     * Whether making a zone free moves the time of all zones, which ends sessions in those that other cases have leased. Known
     * once a lease has been prepared.
     */
    public boolean freeingMovesEverybody() {
        return freeingMayMoveEverybody() && occupancy.isRefused();
    }

    /** Whether it would where the target refuses a second session in a zone. */
    public boolean freeingMayMoveEverybody() {
        var descriptor = target.descriptor();
        return descriptor.reset().isEmpty()
                && descriptor
                        .clock()
                        .filter(clock -> clock.scope() == Descriptor.Scope.GLOBAL)
                        .isPresent();
    }

    InstantSource clock() {
        return clock;
    }

    KnownAddresses addresses() {
        return addresses;
    }

    GivenIds ids() {
        return ids;
    }

    Occupancy occupancy() {
        return occupancy;
    }

    String freshToken() {
        return String.format("%08x", nextToken.getAndIncrement());
    }
}
