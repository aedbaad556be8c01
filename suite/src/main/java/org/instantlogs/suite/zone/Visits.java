package org.instantlogs.suite.zone;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sets of visits that several cases want. */
public final class Visits {
    private static final List<String> METHODS = List.of("GET", "POST", "GET", "PUT", "GET");
    private static final List<Integer> STATUSES = List.of(200, 404, 200, 503, 301, 200, 204);

    private static final List<String> EVERY_METHOD = List.of("HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final List<Integer> EVERY_STATUS =
            List.of(201, 202, 204, 206, 301, 302, 304, 307, 400, 401, 403, 404, 405, 410, 429, 451, 500, 502, 503, 504);

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

    /** So many of the plainest visits, to see whether anything comes of them. */
    static List<Visit> asProof(int count) {
        return Collections.nCopies(count, Visit.visit());
    }

    /** A visit by each method that a page's scripts may use, one for each status that an origin gives often, and one without a user agent. */
    public static List<Visit> ofEachKind() {
        return Stream.concat(
                        EVERY_METHOD.stream().map(method -> Visit.visit().method(method)),
                        Stream.concat(
                                EVERY_STATUS.stream()
                                        .map(status -> Visit.visit().status(status)),
                                Stream.of(Visit.visit().userAgent(""))))
                .toList();
    }

    /** So many visits that are all answered with that status. */
    public static List<Visit> withStatus(int status, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Visit.visit().status(status))
                .toList();
    }
}
