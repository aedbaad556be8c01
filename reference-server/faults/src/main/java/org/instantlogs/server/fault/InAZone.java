package org.instantlogs.server.fault;

import java.util.Optional;
import org.instantlogs.server.Parts;
import org.instantlogs.server.zone.Zone;
import org.instantlogs.server.zone.Zones;

/** Parts that know, while a request is served, which zone its path names: the front serves one at a time on each of its threads. */
abstract class InAZone implements Parts {
    private final ThreadLocal<String> id = ThreadLocal.withInitial(() -> "");

    @Override
    public Optional<Zone> zone(Zones zones, String id) {
        this.id.set(id);
        return Parts.super.zone(zones, id);
    }

    /** The id as the path has it. */
    String zone() {
        return id.get();
    }
}
