package org.instantlogs.suite.cases.sample;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.statistics.Seeded;

/**
 * Many records whose values are drawn independently of each other and of their place, so that no fixed stride could meet a
 * period in them.
 */
final class Crowd {
    /** The values of each field by which a choice could be swayed. */
    private static final Map<String, List<?>> VALUES = Map.of(
            "ClientRequestPath",
                    List.of("/", "/static/app.css", "/api/v1/items", "/login", "/very/long/path/to/something"),
            "EdgeResponseStatus", List.of(200, 204, 301, 404, 503),
            "ClientCountry", List.of("pt", "us", "om", "fr", "t1"),
            "ClientRequestHost", List.of("www.example.com", "shop.example.com", "example.com"),
            "ClientRequestMethod", List.of("GET", "POST", "PUT", "OPTIONS"),
            "ClientIP", List.of("203.0.113.7", "198.51.100.200", "192.0.2.33", "2001:db8::7", "2001:db8:1::a"),
            "ClientRequestUserAgent", List.of("curl/8.5.0", "Mozilla/5.0 (X11; Linux x86_64)", "Wget/1.21", ""),
            "EdgeStartTimestamp",
                    List.of(
                            "2026-01-01T00:00:00Z",
                            "2026-01-01T00:00:01Z",
                            "2026-01-01T00:00:02Z",
                            "2026-01-01T00:00:03Z",
                            "2026-01-01T00:00:04Z"));

    /** The fields that have such values, sorted. */
    static final List<String> FIELDS = VALUES.keySet().stream().sorted().toList();

    /** One of each combination, which many draw. */
    private static final Map<List<Integer>, LogRecord> RECORDS = Collections.synchronizedMap(new HashMap<>());

    private Crowd() {}

    /** So many records; of the same name the same ones in every run. */
    static List<LogRecord> of(int count, String name) {
        var random = Seeded.forCheck(0, name);
        return IntStream.range(0, count).mapToObj(i -> record(random)).toList();
    }

    static List<?> values(String field) {
        return VALUES.getOrDefault(field, List.of());
    }

    private static LogRecord record(SplittableRandom random) {
        var drawn = FIELDS.stream()
                .map(field -> random.nextInt(values(field).size()))
                .toList();
        return RECORDS.computeIfAbsent(drawn, Crowd::record);
    }

    private static LogRecord record(List<Integer> drawn) {
        var record = LogRecord.empty();
        for (int i = 0; i < drawn.size(); i++) {
            var field = FIELDS.get(i);
            record = record.with(field, values(field).get(drawn.get(i)));
        }
        return record;
    }
}
