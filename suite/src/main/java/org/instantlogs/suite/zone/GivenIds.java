package org.instantlogs.suite.zone;

import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The ids that jobs were given in this run, and the zones they were given in. Thread-safe. */
final class GivenIds {
    private final Map<BigInteger, Set<String>> zones = new ConcurrentHashMap<>();

    void add(String zoneId, BigInteger id) {
        zones.computeIfAbsent(id, unused -> ConcurrentHashMap.newKeySet()).add(zoneId);
    }

    boolean isOfAnotherZone(String zoneId, BigInteger id) {
        return zones.getOrDefault(id, Set.of()).stream().anyMatch(zone -> !zone.equals(zoneId));
    }
}
