package org.instantlogs.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.zone.Zone;

/** Makes the traffic of a moment: requests spread over the zones at an even rate. Not safe for several threads. */
public final class DemoTraffic {
    private final List<Zone> zones;
    private final double perSecond;
    private final SplittableRandom random;
    private final DemoVisit visits;
    private double owed;

    /**
     * @param perSecond requests a second over all zones together, more than zero
     * @param seed decides every request
     */
    public DemoTraffic(List<Zone> zones, double perSecond, long seed) {
        this.zones = List.copyOf(zones);
        this.perSecond = perSecond;
        this.random = new SplittableRandom(seed);
        this.visits = new DemoVisit(random);
    }

    /**
     * The requests of the time since the last call, by zone.
     *
     * @param seconds how long that is
     * @param now when they have just ended
     */
    public Map<Zone, List<LogRecord>> after(double seconds, Instant now) {
        owed += seconds * perSecond;
        Map<Zone, List<LogRecord>> traffic = new LinkedHashMap<>();
        for (; owed >= 1; owed -= 1) {
            var zone = zones.get(random.nextInt(zones.size()));
            traffic.computeIfAbsent(zone, first -> new ArrayList<>()).add(visits.to(zone, now));
        }
        return traffic;
    }
}
