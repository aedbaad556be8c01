package org.instantlogs.suite.zone;

import java.util.List;
import java.util.stream.IntStream;

/** Sets of visits that several cases want. */
public final class Visits {
    private static final List<String> METHODS = List.of("GET", "POST", "GET", "PUT", "GET");
    private static final List<Integer> STATUSES = List.of(200, 404, 200, 503, 301, 200, 204);

    private Visits() {}

    /**
     * So many believable visits that differ in method, status, path, query, agent and referer; the same ones each time. Some paths
     * have an escape, by which one that was decoded on its way can be told.
     */
    public static List<Visit> assorted(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Visit.visit()
                        .method(METHODS.get(i % METHODS.size()))
                        .status(STATUSES.get(i % STATUSES.size()))
                        .suffix(i % 3 == 0 ? "/static/app%20" + i + ".css" : "")
                        .query(i % 2 == 0 ? "" : "page=" + i + "&sort=asc")
                        .userAgent("il-suite/" + i)
                        .referer(i % 4 == 0 ? "https://example.com/from?n=" + i : ""))
                .toList();
    }

    /** So many visits that are all answered with that status. */
    public static List<Visit> withStatus(int status, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Visit.visit().status(status))
                .toList();
    }
}
