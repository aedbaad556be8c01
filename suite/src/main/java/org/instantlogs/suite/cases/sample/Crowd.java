package org.instantlogs.suite.cases.sample;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.statistics.Seeded;

/**
 * Many records whose values are drawn independently of each other and of their place, so that no fixed stride could meet a
 * period in them.
 */
final class Crowd {
    /** The values of each field by which a choice could be swayed. */
    private static final Map<String, List<?>> VALUES = Map.ofEntries(
            Map.entry(
                    "ClientRequestPath",
                    List.of("/", "/static/app.css", "/api/v1/items", "/login", "/very/long/path/to/something")),
            Map.entry("EdgeResponseStatus", List.of(200, 204, 301, 404, 503)),
            Map.entry("ClientCountry", List.of("pt", "us", "om", "fr", "t1")),
            Map.entry("ClientRequestHost", List.of("www.example.com", "shop.example.com", "example.com")),
            Map.entry("ClientRequestMethod", List.of("GET", "POST", "PUT", "OPTIONS")),
            Map.entry(
                    "ClientIP", List.of("203.0.113.7", "198.51.100.200", "192.0.2.33", "2001:db8::7", "2001:db8:1::a")),
            Map.entry(
                    "ClientRequestUserAgent",
                    List.of("curl/8.5.0", "Mozilla/5.0 (X11; Linux x86_64)", "Wget/1.21", "")),
            Map.entry("CacheCacheStatus", List.of("hit", "miss", "dynamic")),
            Map.entry("FirewallMatchesActions", List.of(List.of(), List.of("log"), List.of("block"))),
            Map.entry("OriginResponseDurationMs", List.of(0, 20, 1_500, 30_000)),
            Map.entry("EdgeResponseBytes", List.of(0, 900, 20_000, 5_000_000)),
            Map.entry(
                    "EdgeStartTimestamp",
                    List.of(
                            "2026-01-01T00:00:00Z",
                            "2026-01-01T00:00:01Z",
                            "2026-01-01T00:00:02Z",
                            "2026-01-01T00:00:03Z",
                            "2026-01-01T00:00:04Z")));

    /** The fields that have such values, sorted. */
    static final List<String> FIELDS = VALUES.keySet().stream().sorted().toList();

    /** What is drawn from, each time anew: a record that is served again costs less than another one. */
    private static final List<LogRecord> POOL = pool();

    private Crowd() {}

    /** So many records; of the same name the same ones in every run. */
    static List<LogRecord> of(int count, String name) {
        var random = Seeded.forCheck(0, name);
        return IntStream.range(0, count)
                .mapToObj(i -> POOL.get(random.nextInt(POOL.size())))
                .toList();
    }

    static List<?> values(String field) {
        return VALUES.getOrDefault(field, List.of());
    }

    private static List<LogRecord> pool() {
        var random = Seeded.forCheck(0, "crowd");
        return Stream.generate(() -> record(random)).limit(2_000).toList();
    }

    private static LogRecord record(SplittableRandom random) {
        var record = LogRecord.empty();
        for (String field : FIELDS) {
            var values = values(field);
            record = record.with(field, values.get(random.nextInt(values.size())));
        }
        return record;
    }
}
