package org.instantlogs.suite.cases.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Sent;
import org.instantlogs.suite.zone.Stream;
import org.instantlogs.suite.zone.Visit;
import org.instantlogs.suite.zone.Zone;

/** How long a record takes from the request to its arrival. */
public final class DelayCases {
    private static final int REQUESTS = 50;

    /** Far enough apart that a target falls into the same one from run to run. */
    private static final List<Duration> BUCKETS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));

    @Check("IL-STREAM-04.delay-of-delivery")
    @Needs(Need.TRAFFIC)
    void delayOfDelivery(Zone zone, Judgement judgement) {
        var stream = zone.stream(JobSpec.job(Zone.MARKED));

        var made = new LinkedHashMap<Sent, Instant>();
        for (int i = 0; i < REQUESTS; i++) {
            var at = zone.now();
            made.put(zone.visited(List.of(Visit.visit())).get(0), at);
        }
        if (!stream.awaitAll(made.keySet())) {
            throw judgement.inconclusive("not all of " + REQUESTS + " requests arrived");
        }

        var delays = delays(stream, made);
        judgement.observed(List.of(50, 95, 99).stream()
                .map(percent -> "p" + percent + ":" + bucket(percentile(delays, percent)))
                .collect(Collectors.joining(" ")));
    }

    private static List<Duration> delays(Stream stream, Map<Sent, Instant> made) {
        var delays = new ArrayList<Duration>();
        var arrivals = stream.arrivals();
        made.forEach((sent, at) -> {
            var lines = stream.linesOf(sent);
            arrivals.stream()
                    .filter(arrival -> arrival.lines().stream().anyMatch(lines::contains))
                    .findFirst()
                    .ifPresent(arrival ->
                            delays.add(Duration.between(at, arrival.message().at())));
        });
        Collections.sort(delays);
        return delays;
    }

    private static Duration percentile(List<Duration> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    private static String bucket(Duration delay) {
        return BUCKETS.stream()
                .filter(most -> delay.compareTo(most) <= 0)
                .findFirst()
                .map(most -> "at-most-" + most)
                .orElse("longer");
    }
}
