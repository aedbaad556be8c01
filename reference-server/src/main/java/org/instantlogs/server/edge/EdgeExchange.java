package org.instantlogs.server.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.zone.Zone;
import org.jspecify.annotations.Nullable;

/** One request at the edge, from its head to the record that it leaves. Of the edge's event loop. */
final class EdgeExchange {
    /** What the log shows for a visitor who left before the answer was complete. */
    static final int CLIENT_GONE = 499;

    private static final int PRIVATE_ASN = 64_512;
    private static final String NOWHERE = "xx";

    private final Zone zone;
    private final String rayId;
    private final InstantSource clock;
    private final HttpServerRequest request;
    private final String originAddress;
    private final Instant start;
    private final long startNanos = System.nanoTime();
    private long firstByteNanos;

    EdgeExchange(Zone zone, String rayId, InstantSource clock, HttpServerRequest request, String originAddress) {
        this.zone = zone;
        this.rayId = rayId;
        this.clock = clock;
        this.request = request;
        this.originAddress = originAddress;
        this.start = clock.instant();
    }

    /** The head of the answer goes out now. */
    void answering() {
        firstByteNanos = System.nanoTime() - startNanos;
    }

    /** The record of a request that was answered in full. */
    LogRecord answered() {
        return record(request.response().getStatusCode());
    }

    /** The record of a request whose visitor left. */
    LogRecord abandoned() {
        return record(CLIENT_GONE);
    }

    private LogRecord record(int status) {
        var record = LogRecord.builder();
        client(record);
        requested(record);
        served(record, status);
        origin(record, status);
        quiet(record);
        return record.build();
    }

    private void client(LogRecord.Builder record) {
        record.set("ClientIP", request.remoteAddress().hostAddress())
                .set("ClientSrcPort", request.remoteAddress().port())
                .set("ClientASN", PRIVATE_ASN)
                .set("ClientCountry", NOWHERE)
                .set("ClientDeviceType", "desktop")
                .set("ClientIPClass", "noRecord")
                .set("ClientMTLSAuthStatus", "unknown")
                .set("ClientSSLCipher", "NONE")
                .set("ClientSSLProtocol", "none")
                .set("ClientTCPRTTMs", 0)
                .set("ClientXRequestedWith", header("X-Requested-With"));
    }

    private void requested(LogRecord.Builder record) {
        var uri = text(request.uri());
        int query = uri.indexOf('?');
        var host = text(request.authority() == null ? "" : request.authority().host());
        record.set("ClientRequestHost", host)
                .set("ClientRequestMethod", request.method().name())
                .set("ClientRequestURI", uri)
                .set("ClientRequestPath", query < 0 ? uri : uri.substring(0, query))
                .set("ClientRequestProtocol", request.version() == HttpVersion.HTTP_1_0 ? "HTTP/1.0" : "HTTP/1.1")
                .set("ClientRequestReferer", header("Referer"))
                .set("ClientRequestUserAgent", header("User-Agent"))
                .set("ClientRequestScheme", "http")
                .set("ClientRequestSource", "eyeball")
                .set("ClientRequestBytes", headBytes() + request.bytesRead())
                .set("EdgeRequestHost", host);
    }

    private void served(LogRecord.Builder record, int status) {
        var response = request.response();
        long body = response.bytesWritten();
        record.set("EdgeStartTimestamp", start)
                .set("EdgeEndTimestamp", latest(start, clock.instant()))
                .set("EdgeTimeToFirstByteMs", Duration.ofNanos(firstByteNanos).toMillis())
                .set("EdgeResponseStatus", status)
                .set("EdgeResponseBodyBytes", body)
                .set("EdgeResponseBytes", body + bytes(response.headers().entries()))
                .set("EdgeResponseContentType", orEmpty(response.headers().get("Content-Type")))
                .set("EdgeResponseCompressionRatio", 1.0)
                .set("EdgeColoCode", "LCL")
                .set("EdgeColoID", 1)
                .set("EdgeServerIP", request.localAddress().hostAddress())
                .set("EdgePathingOp", "wl")
                .set("EdgePathingSrc", "macro")
                .set("EdgePathingStatus", "nr")
                .set("RayID", rayId)
                .set("ParentRayID", "00")
                .set("ZoneName", zone.host())
                .set("ZoneID", zone.number());
    }

    private void origin(LogRecord.Builder record, int status) {
        var headers = request.response().headers();
        long millis = Duration.ofNanos(System.nanoTime() - startNanos).toMillis();
        record.set("OriginIP", originAddress)
                .set("OriginResponseStatus", status == CLIENT_GONE ? 0 : status)
                .set("OriginResponseDurationMs", millis)
                .set("OriginResponseTime", Duration.ofMillis(millis).toNanos())
                .set(
                        "OriginResponseHeaderReceiveDurationMs",
                        Duration.ofNanos(firstByteNanos).toMillis())
                .set("OriginRequestHeaderSendDurationMs", 0)
                .set("OriginDNSResponseTimeMs", 0)
                .set("OriginTCPHandshakeDurationMs", 0)
                .set("OriginTLSHandshakeDurationMs", 0)
                .set("OriginResponseBytes", request.response().bytesWritten())
                .set("OriginSSLProtocol", "none")
                .set("OriginResponseHTTPExpires", text(orEmpty(headers.get("Expires"))))
                .set("OriginResponseHTTPLastModified", text(orEmpty(headers.get("Last-Modified"))))
                .set("CacheCacheStatus", "dynamic")
                .set("CacheResponseStatus", 0)
                .set("CacheResponseBytes", 0)
                .set("CacheTieredFill", false)
                .set("UpperTierColoID", 0)
                .set("SmartRouteColoID", 0);
    }

    /** What this edge has no part for: no bot score, no firewall, no worker. */
    private static void quiet(LogRecord.Builder record) {
        record.set("BotScore", 0)
                .set("BotScoreSrc", "Not Computed")
                .set("BotTags", List.of())
                .set("EdgeCFConnectingO2O", false)
                .set("EdgeRateLimitAction", "unknown")
                .set("EdgeRateLimitID", 0)
                .set("FirewallMatchesActions", List.of())
                .set("FirewallMatchesRuleIDs", List.of())
                .set("FirewallMatchesSources", List.of())
                .set("SecurityLevel", "off")
                .set("WAFAction", "unknown")
                .set("WAFFlags", "0")
                .set("WAFProfile", "low")
                .set("WorkerCPUTime", 0)
                .set("WorkerStatus", "unknown")
                .set("WorkerSubrequest", false)
                .set("WorkerSubrequestCount", 0);
    }

    private String header(String name) {
        return text(orEmpty(request.getHeader(name)));
    }

    private long headBytes() {
        return request.method().name().length()
                + request.uri().length()
                + "  HTTP/1.1\r\n\r\n".length()
                + bytes(request.headers().entries());
    }

    private static long bytes(List<Map.Entry<String, String>> headers) {
        return headers.stream()
                .mapToLong(
                        header -> header.getKey().length() + header.getValue().length() + ": \r\n".length())
                .sum();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The head of a request comes as one character a byte; where the bytes are UTF-8, that is what was meant. */
    private static String text(String bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return bytes;
        }
    }
}
