package org.instantlogs.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FIELDS =
            "ClientIP,ClientRequestHost,ClientRequestMethod,ClientRequestPath,ClientRequestURI,"
                    + "ClientRequestProtocol,ClientRequestUserAgent,ClientRequestReferer,ClientRequestBytes,EdgeResponseStatus,"
                    + "EdgeStartTimestamp,EdgeEndTimestamp,RayID,ZoneName,OriginResponseStatus,OriginIP";

    @ParameterizedTest
    @CsvSource({
        "/status/200/x,200", "/status/404,404", "/status/599/a/b?c=d,599", "/status/204/x,204", "/status/304/x,304",
        "/status/600/x,200", "/status/199/x,200", "/status/abc,200", "/,200", "/anything?x=/status/404/x,200"
    })
    void theBuiltInOriginAnswersTheStatusOfThePath(String uri, int status) throws Exception {
        try (var running = RunningServer.with(ServerOptions.embedded());
                var stream = running.stream(running.job(FIELDS));
                var answer = get(running, uri, running.zone().host())) {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(record(stream).required("EdgeResponseStatus").intValue()).isEqualTo(status);
        }
    }

    @Test
    void aRequestLeavesAFullRecordWhoseFieldsAgree() throws Exception {
        try (var running = RunningServer.with(ServerOptions.embedded());
                var stream = running.stream(running.job(FIELDS));
                var answer = RawSocket.plain(
                        running.server().edgePort(),
                        "POST /a%20b/\u00c3\u00a9?q=%22&x HTTP/1.1\r\nHost: ZONE1.example.com:80\r\nReferer: http://r/\"\r\n"
                                + "User-Agent: a\\\"\u00c3\u00a9\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello")) {
            var record = record(stream);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(record.required("ClientIP").textValue()).isEqualTo("127.0.0.1");
            assertThat(record.required("ClientRequestMethod").textValue()).isEqualTo("POST");
            assertThat(record.required("ClientRequestURI").textValue()).isEqualTo("/a%20b/\u00e9?q=%22&x");
            assertThat(record.required("ClientRequestPath").textValue()).isEqualTo("/a%20b/\u00e9");
            assertThat(record.required("ClientRequestUserAgent").textValue()).isEqualTo("a\\\"\u00e9");
            assertThat(record.required("ClientRequestReferer").textValue()).isEqualTo("http://r/\"");
            assertThat(record.required("ClientRequestProtocol").textValue()).isEqualTo("HTTP/1.1");
            assertThat(record.required("ClientRequestBytes").intValue()).isGreaterThan(5);
            assertThat(record.required("RayID").textValue()).matches("[0-9a-f]{16}");
            assertThat(record.required("ZoneName").textValue()).isEqualTo("zone1.example.com");
            assertThat(Instant.parse(record.required("EdgeStartTimestamp").textValue()))
                    .isBeforeOrEqualTo(
                            Instant.parse(record.required("EdgeEndTimestamp").textValue()));
        }
    }

    @Test
    void anUnknownHostIsNotFoundAndLoggedNowhere() throws Exception {
        try (var running = RunningServer.with(ServerOptions.embedded());
                var stream = running.stream(running.job(FIELDS));
                var nobody = get(running, "/nobody", "nobody.example");
                var noHost = RawSocket.plain(running.server().edgePort(), "GET /none HTTP/1.0\r\n\r\n");
                var known = get(running, "/known", running.zone().host())) {
            assertThat(nobody.status()).isEqualTo(404);
            assertThat(noHost.status()).isEqualTo(404);
            assertThat(known.status()).isEqualTo(200);
            assertThat(record(stream).required("ClientRequestURI").textValue()).isEqualTo("/known");
        }
    }

    @Test
    void aHeadRequestAndAnOldOneAreServed() throws Exception {
        try (var running = RunningServer.with(ServerOptions.embedded());
                var stream = running.stream(running.job(FIELDS));
                var head = RawSocket.plain(
                        running.server().edgePort(),
                        "HEAD /status/404/x HTTP/1.1\r\nHost: zone1.example.com\r\nConnection: close\r\n\r\n");
                var old = RawSocket.plain(
                        running.server().edgePort(), "GET /old HTTP/1.0\r\nHost: zone1.example.com\r\n\r\n")) {
            assertThat(head.status()).isEqualTo(404);
            assertThat(head.ends()).isTrue();
            assertThat(record(stream).required("ClientRequestMethod").textValue())
                    .isEqualTo("HEAD");
            assertThat(old.status()).isEqualTo(200);
            assertThat(record(stream).required("ClientRequestProtocol").textValue())
                    .isEqualTo("HTTP/1.0");
        }
    }

    @Test
    void aVisitorWhoLeavesBeforeTheAnswerIsLoggedAs499() throws Exception {
        try (var running = RunningServer.with(ServerOptions.embedded());
                var stream = running.stream(running.job(FIELDS))) {
            try (var leaver = new java.net.Socket(
                    InetAddress.getLoopbackAddress(), running.server().edgePort())) {
                leaver.getOutputStream()
                        .write("POST /half HTTP/1.1\r\nHost: zone1.example.com\r\nContent-Length: 9\r\n\r\nhalf"
                                .getBytes(StandardCharsets.US_ASCII));
            }

            var record = record(stream);
            assertThat(record.required("EdgeResponseStatus").intValue()).isEqualTo(499);
            assertThat(record.required("ClientRequestURI").textValue()).isEqualTo("/half");
        }
    }

    @Test
    void aWebApplicationBehindTheEdgeGetsLiveLogs() throws Exception {
        var application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/", exchange -> {
            var seen = exchange.getRequestHeaders();
            var body = (exchange.getRequestURI() + " " + seen.getFirst("Host") + " " + seen.getFirst("X-Forwarded-For")
                            + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(418, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        application.start();
        var uri = URI.create("http://127.0.0.1:" + application.getAddress().getPort() + "/app/");
        try (var running = RunningServer.with(ServerOptions.embedded().withOrigin(uri));
                var stream = running.stream(running.job(FIELDS));
                var answer = RawSocket.plain(
                        running.server().edgePort(),
                        "POST /p?q HTTP/1.1\r\nHost: zone1.example.com\r\nContent-Length: 4\r\n\r\nbody")) {
            assertThat(answer.status()).isEqualTo(418);
            assertThat(answer.line()).isEqualTo("/app/p?q zone1.example.com 127.0.0.1 body");
            var record = record(stream);
            assertThat(record.required("EdgeResponseStatus").intValue()).isEqualTo(418);
            assertThat(record.required("ClientRequestURI").textValue()).isEqualTo("/p?q");
        } finally {
            application.stop(0);
        }
    }

    @Test
    void anApplicationThatIsDownIsABadGatewayAndLogged() throws Exception {
        int nobodyThere;
        try (var free = new java.net.ServerSocket(0)) {
            nobodyThere = free.getLocalPort();
        }
        var origin = URI.create("http://127.0.0.1:" + nobodyThere);
        try (var running = RunningServer.with(ServerOptions.embedded().withOrigin(origin));
                var stream = running.stream(running.job(FIELDS));
                var answer = get(running, "/down", "zone1.example.com")) {
            assertThat(answer.status()).isEqualTo(502);
            assertThat(record(stream).required("EdgeResponseStatus").intValue()).isEqualTo(502);
        }
    }

    private static RawSocket get(RunningServer running, String uri, String host) throws Exception {
        return RawSocket.plain(running.server().edgePort(), "GET " + uri + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    }

    private static JsonNode record(RawSocket stream) throws Exception {
        return JSON.readTree(stream.text());
    }
}
