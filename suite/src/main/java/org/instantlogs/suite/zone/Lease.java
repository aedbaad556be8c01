package org.instantlogs.suite.zone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.descriptor.Descriptor.ZoneEntry;
import org.instantlogs.suite.probe.Target;
import org.instantlogs.suite.probe.Transcript;

/** One case's hold on its zones: its judgement, its transcript, and what all cases of the run share. */
public final class Lease implements AutoCloseable {
    private final SharedState shared;
    private final Judgement judgement;
    private final Transcript transcript;
    private final List<Zone> zones;
    private Duration everybodyMoved = Duration.ZERO;

    /**
     * Leases zones to a case.
     *
     * @param entries the zones that are the case's alone until the lease is closed
     */
    public Lease(SharedState shared, Judgement judgement, Transcript transcript, List<ZoneEntry> entries) {
        this.shared = shared;
        this.judgement = judgement;
        this.transcript = transcript;
        this.zones = entries.stream()
                .map(entry -> new Zone(this, entry, shared.freshToken()))
                .toList();
    }

    public List<Zone> zones() {
        return zones;
    }

    /** Makes the zones free of what cases before have left. */
    public void prepare() {
        zones.forEach(shared.occupancy()::free);
    }

    Target target() {
        return shared.target();
    }

    Judgement judgement() {
        return judgement;
    }

    Transcript transcript() {
        return transcript;
    }

    DeliveryPatience deliveryPatience() {
        return shared.deliveryPatience();
    }

    Delays delays() {
        return shared.delays();
    }

    KnownAddresses addresses() {
        return shared.addresses();
    }

    GivenIds ids() {
        return shared.ids();
    }

    Instant now() {
        return shared.clock().instant();
    }

    void soil(Zone zone) {
        shared.occupancy().soil(zone.id());
    }

    void free(Zone zone) {
        shared.occupancy().free(zone);
    }

    void movedEverybody(Duration time) {
        everybodyMoved = everybodyMoved.plus(time);
    }

    Duration everybodyMoved() {
        return everybodyMoved;
    }

    /** Lets real time pass: for limits that can only be waited out. */
    void waitFor(Duration time) {
        try {
            if (new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("nobody counts this latch down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw judgement.inconclusive("time ran out while a limit was waited for");
        }
    }

    @Override
    public void close() {
        zones.forEach(Zone::close);
    }
}
