package org.instantlogs.suite.zone;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.instantlogs.suite.oracle.LogRecord;

/** The records that visits leave, as far as the suite knows them. */
final class VisitRecord {
    private VisitRecord() {}

    /** What a request through the edge is known to leave: the rest is the target's to fill in. */
    static LogRecord ofEdge(Visit visit, String mark, String host) {
        return edge(visit, mark, host).build();
    }

    private static LogRecord.Builder edge(Visit visit, String mark, String host) {
        return LogRecord.builder()
                .with("ClientRequestHost", host)
                .with("ClientRequestMethod", visit.method())
                .with("ClientRequestPath", visit.path(mark))
                .with("ClientRequestURI", visit.target(mark))
                .with("ClientRequestUserAgent", visit.userAgent())
                .with("ClientRequestReferer", visit.referer())
                .with("EdgeResponseStatus", visit.status());
    }

    /** A whole believable record of the same visit. */
    static LogRecord ofInjection(Visit visit, String mark, String host, Instant now) {
        var end = now.truncatedTo(ChronoUnit.SECONDS);
        return edge(visit, mark, host)
                .with("RayID", mark)
                .with("ClientIP", "203.0.113.7")
                .with("ClientSrcPort", 51_234)
                .with("ClientASN", 64_500)
                .with("ClientCountry", "pt")
                .with("ClientDeviceType", "desktop")
                .with("ClientRequestProtocol", "HTTP/1.1")
                .with("ClientRequestScheme", "https")
                .with("ClientRequestBytes", 871)
                .with("CacheCacheStatus", "miss")
                .with("EdgeStartTimestamp", end.minusSeconds(1).toString())
                .with("EdgeEndTimestamp", end.toString())
                .with("EdgeResponseBytes", 10_432)
                .with("OriginResponseStatus", visit.status())
                .build();
    }
}
