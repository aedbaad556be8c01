package org.instantlogs.suite.zone;

/**
 * An HTTP request to the zone as far as a visitor can shape it: what traffic through an edge can cause, and injection too.
 * Immutable; each method answers a changed copy.
 *
 * @param status what the zone's origin answers, 200 to 599
 * @param suffix appended to the path, raw; starts with {@code /} or is empty
 * @param query without the question mark, raw; empty for none
 */
public record Visit(String method, int status, String suffix, String query, String userAgent, String referer) {

    /** A GET that is answered 200. */
    public static Visit visit() {
        return new Visit("GET", 200, "", "", "il-suite", "");
    }

    public Visit method(String changed) {
        return new Visit(changed, status, suffix, query, userAgent, referer);
    }

    public Visit status(int changed) {
        return new Visit(method, changed, suffix, query, userAgent, referer);
    }

    public Visit suffix(String changed) {
        return new Visit(method, status, changed, query, userAgent, referer);
    }

    public Visit query(String changed) {
        return new Visit(method, status, suffix, changed, userAgent, referer);
    }

    public Visit userAgent(String changed) {
        return new Visit(method, status, suffix, query, changed, referer);
    }

    public Visit referer(String changed) {
        return new Visit(method, status, suffix, query, userAgent, changed);
    }

    String path(String marker) {
        return "/status/" + status + "/" + marker + suffix;
    }

    String target(String marker) {
        return path(marker) + (query.isEmpty() ? "" : "?" + query);
    }
}
