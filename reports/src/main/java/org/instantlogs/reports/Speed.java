package org.instantlogs.reports;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How fast a run went. Only what is here, times, and measured shares may differ between two runs on the same target.
 *
 * @param zones how many zones worked in parallel; 0 where none did
 * @param throttled how many 429 answers outside the rate-limit checks were waited out
 * @param areas per area, sorted by name
 * @param delivery how long records took to arrive; empty where none were awaited
 */
public record Speed(int zones, int throttled, List<AreaTime> areas, Optional<Delivery> delivery) {

    /** Of a run about which nothing is known. */
    public static final Speed UNKNOWN = new Speed(0, 0, List.of(), Optional.empty());

    public Speed {
        Required.notNegative("speed.zones", zones);
        Required.notNegative("speed.throttled", throttled);
        areas = areas.stream().sorted(Comparator.comparing(AreaTime::area)).toList();
    }

    /**
     * How long an area took.
     *
     * @param area such as {@code FILTER}
     * @param checks how many checks of the area were judged
     * @param time the sum of their durations; more than the run's where zones worked in parallel
     */
    public record AreaTime(String area, int checks, Duration time) {

        public AreaTime {
            Required.text("speed.areas.area", area);
            Required.notNegative("speed.areas.checks", checks);
            Required.notNegative("speed.areas.durationMs", time);
        }
    }

    /** Adds up the times of these checks, area by area. */
    public static Speed of(int zones, int throttled, List<CheckResult> checks) {
        var areas = checks.stream()
                .filter(check -> check.verdict().isJudged())
                .collect(Collectors.groupingBy(CheckResult::area))
                .entrySet()
                .stream()
                .map(area -> new AreaTime(
                        area.getKey(),
                        area.getValue().size(),
                        area.getValue().stream().map(CheckResult::duration).reduce(Duration.ZERO, Duration::plus)))
                .toList();
        return new Speed(zones, throttled, areas, Optional.empty());
    }

    /** Returns the same, with how long records took to arrive. */
    public Speed with(Optional<Delivery> measured) {
        return new Speed(zones, throttled, areas, measured);
    }
}
