package org.instantlogs.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.zone.Zone;

/** One visitor's request, made up: its fields agree with one another. Addresses are those set aside for documentation. */
final class DemoVisit {
    private static final Weighted<Page> PAGES = Weighted.zipf(Stream.concat(
                    Stream.of(
                            new Page("GET", "/", "", "text/html", 200),
                            new Page("GET", "/static/app.css", "v=3", "text/css", 200),
                            new Page("GET", "/static/app.js", "v=3", "application/javascript", 200),
                            new Page("GET", "/menu", "", "text/html", 200),
                            new Page("GET", "/static/logo.svg", "", "image/svg+xml", 304),
                            new Page("GET", "/api/orders", "page=2&sort=-time", "application/json", 200),
                            new Page("POST", "/api/orders", "", "application/json", 201),
                            new Page("GET", "/search", "q=bean+%26+cheese", "text/html", 200),
                            new Page("GET", "/old-menu", "", "text/html", 301),
                            new Page("POST", "/login", "", "text/html", 302),
                            new Page("GET", "/wp-login.php", "", "text/html", 404),
                            new Page("GET", "/.env", "", "text/html", 403),
                            new Page("POST", "/api/basket", "", "application/json", 204),
                            new Page("GET", "/api/stock", "sku=7", "application/json", 503),
                            new Page("DELETE", "/api/orders/17", "", "application/json", 204),
                            new Page("GET", "/api/report", "year=2022", "application/json", 504)),
                    IntStream.rangeClosed(1, 60)
                            .mapToObj(n -> new Page("GET", "/burritos/" + n, "", "text/html", n == 13 ? 500 : 200)))
            .toList());

    private static final Weighted<Place> PLACES = Weighted.zipf(List.of(
            new Place("us", 64_496, "203.0.113."),
            new Place("de", 64_497, "198.51.100."),
            new Place("pt", 64_498, "192.0.2."),
            new Place("fr", 64_499, "2001:db8:f::"),
            new Place("gb", 64_500, "2001:db8:9::"),
            new Place("br", 64_501, "203.0.113."),
            new Place("in", 64_502, "198.51.100."),
            new Place("au", 64_503, "192.0.2."),
            new Place("ar", 64_504, "2001:db8:a::"),
            new Place("om", 64_505, "2001:db8:0::")));

    private static final Weighted<Agent> AGENTS = Weighted.zipf(List.of(
            new Agent("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Gecko/20100101 Firefox/97.0", "desktop", 90),
            new Agent("Mozilla/5.0 (iPhone; CPU iPhone OS 15_3 like Mac OS X) Mobile/15E148", "mobile", 95),
            new Agent("Mozilla/5.0 (Macintosh; Intel Mac OS X 12_2) Safari/605.1.15", "desktop", 92),
            new Agent("Mozilla/5.0 (Linux; Android 12) Mobile Chrome/98.0.4758.87", "mobile", 88),
            new Agent("curl/7.81.0", "desktop", 2),
            new Agent("python-requests/2.27.1", "desktop", 1),
            new Agent("Mozilla/5.0 (iPad; CPU OS 15_3 like Mac OS X) Safari/604.1", "tablet", 94)));

    private final SplittableRandom random;

    DemoVisit(SplittableRandom random) {
        this.random = random;
    }

    /** A request to that zone that has just ended. */
    LogRecord to(Zone zone, Instant now) {
        var page = PAGES.pick(random);
        var millis = 5 + random.nextInt(120) + (page.status() >= 500 ? 2_000 : 0);
        var record = LogRecord.builder();
        visitor(record);
        request(record, zone, page);
        answer(record, page, now, millis);
        origin(record, page, millis);
        return record.build();
    }

    private void visitor(LogRecord.Builder record) {
        var place = PLACES.pick(random);
        var agent = AGENTS.pick(random);
        record.set("ClientIP", place.network() + (1 + random.nextInt(254)))
                .set("ClientSrcPort", 1_024 + random.nextInt(64_000))
                .set("ClientASN", place.asn())
                .set("ClientCountry", place.country())
                .set("ClientIPClass", "noRecord")
                .set("ClientDeviceType", agent.device())
                .set("ClientRequestUserAgent", agent.name())
                .set("ClientMTLSAuthStatus", "unknown")
                .set("ClientSSLCipher", "AEAD-AES128-GCM-SHA256")
                .set("ClientSSLProtocol", "TLSv1.3")
                .set("ClientTCPRTTMs", 4 + random.nextInt(80))
                .set("BotScore", agent.botScore())
                .set("BotScoreSrc", "Machine Learning")
                .set("JA3Hash", "e7d705a3286e19ea42f587b344ee6865");
    }

    private void request(LogRecord.Builder record, Zone zone, Page page) {
        record.set("ClientRequestHost", zone.host())
                .set("ClientRequestMethod", page.method())
                .set("ClientRequestPath", page.path())
                .set("ClientRequestURI", page.path() + (page.query().isEmpty() ? "" : "?" + page.query()))
                .set("ClientRequestProtocol", random.nextInt(10) == 0 ? "HTTP/1.1" : "HTTP/2")
                .set("ClientRequestReferer", random.nextBoolean() ? "https://" + zone.host() + "/" : "")
                .set("ClientRequestScheme", "https")
                .set("ClientRequestSource", "eyeball")
                .set("ClientRequestBytes", 300 + random.nextInt(2_000))
                .set("EdgeRequestHost", zone.host())
                .set("ZoneName", zone.host())
                .set("ZoneID", zone.number());
    }

    private void answer(LogRecord.Builder record, Page page, Instant now, int millis) {
        long body = page.status() == 204 || page.status() == 304 ? 0 : 200 + random.nextInt(40_000);
        boolean blocked = page.status() == 403;
        record.set("EdgeStartTimestamp", now.minus(Duration.ofMillis(millis)))
                .set("EdgeEndTimestamp", now)
                .set("EdgeTimeToFirstByteMs", millis)
                .set("EdgeResponseStatus", page.status())
                .set("EdgeResponseBodyBytes", body)
                .set("EdgeResponseBytes", body + 400)
                .set("EdgeResponseContentType", page.type())
                .set("EdgeResponseCompressionRatio", 1 + random.nextInt(300) / 100.0)
                .set("EdgeColoCode", "LIS")
                .set("EdgeColoID", 281)
                .set("EdgeServerIP", "198.51.100.20")
                .set("EdgePathingOp", blocked ? "ban" : "wl")
                .set("EdgePathingSrc", blocked ? "filterBasedFirewall" : "macro")
                .set("EdgePathingStatus", "nr")
                .set("FirewallMatchesActions", blocked ? List.of("block") : List.of())
                .set("FirewallMatchesRuleIDs", blocked ? List.of("d7e8a1c2b3f44556a7b8c9d0e1f20314") : List.of())
                .set("FirewallMatchesSources", blocked ? List.of("firewallRules") : List.of())
                .set("WAFAction", "unknown")
                .set("SecurityLevel", "med")
                .set("WorkerStatus", "unknown")
                .set("ParentRayID", "00")
                .set("RayID", HexFormat.of().toHexDigits(random.nextLong()));
    }

    private void origin(LogRecord.Builder record, Page page, int millis) {
        boolean cached = page.path().startsWith("/static/") && random.nextInt(5) != 0;
        boolean reached = !cached && page.status() != 403;
        record.set("CacheCacheStatus", cached ? "hit" : page.path().startsWith("/static/") ? "miss" : "dynamic")
                .set("CacheResponseStatus", cached ? page.status() : 0)
                .set("OriginIP", reached ? "192.0.2.10" : "")
                .set("OriginResponseStatus", reached ? page.status() : 0)
                .set("OriginResponseDurationMs", reached ? millis : 0)
                .set("OriginResponseTime", reached ? Duration.ofMillis(millis).toNanos() : 0L)
                .set("OriginSSLProtocol", reached ? "TLSv1.3" : "unknown");
    }

    private record Page(String method, String path, String query, String type, int status) {}

    private record Place(String country, int asn, String network) {}

    private record Agent(String name, String device, int botScore) {}
}
