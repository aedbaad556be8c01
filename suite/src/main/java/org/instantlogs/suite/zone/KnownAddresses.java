package org.instantlogs.suite.zone;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The first few addresses that each zone's jobs were given: what they have in common tells no session from another. Thread-safe. */
final class KnownAddresses {
    /** What these have in common by chance is less than what a separator ends. */
    private static final int ENOUGH = 8;

    private final Map<String, Set<URI>> byZone = new ConcurrentHashMap<>();

    void add(String zoneId, URI address) {
        byZone.compute(zoneId, (zone, before) -> {
            var known = new LinkedHashSet<URI>(before == null ? Set.of() : before);
            if (known.size() < ENOUGH) {
                known.add(address);
            }
            return Set.copyOf(known);
        });
    }

    Set<URI> of(String zoneId) {
        return byZone.getOrDefault(zoneId, Set.of());
    }
}
