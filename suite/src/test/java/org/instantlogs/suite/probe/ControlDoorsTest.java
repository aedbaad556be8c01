package org.instantlogs.suite.probe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Traffic, clock and reset as the target contract has them. */
@Timeout(60)
final class ControlDoorsTest {

    private final WireMockServer stub =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("localhost"));

    @BeforeEach
    void start() {
        stub.start();
    }

    @AfterEach
    void stop() {
        stub.stop();
    }

    private Target target() {
        return Targets.at(URI.create(stub.baseUrl()));
    }

    private void answering(int status, String body) {
        stub.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
    }

    @Test
    void postsRecordsLineByLineAndWantsAllOfThemTaken() {
        answering(202, "{\"accepted\":2}");
        try (Target target = target()) {
            TrafficProbe traffic = target.traffic(target.transcript());

            traffic.inject(Targets.ZONE, List.of("{\"RayID\":\"1\"}", "{\"RayID\":\"ü\"}"));

            stub.verify(postRequestedFor(urlEqualTo("/zones/" + Targets.ZONE + "/records"))
                    .withHeader("Content-Type", equalTo("application/x-ndjson"))
                    .withRequestBody(equalTo("{\"RayID\":\"1\"}\n{\"RayID\":\"ü\"}\n")));
            assertThatThrownBy(() -> traffic.inject(Targets.ZONE, List.of("{}")))
                    .isInstanceOf(TrafficFailed.class)
                    .hasMessage(
                            "inject of 1 records: expected HTTP 202 {\"accepted\":1}, got HTTP 202 {\"accepted\":2}");
        }
    }

    @Test
    void movesOneZonesTime() {
        answering(200, "{\"now\":\"2026-01-01T01:01:00.5+01:00\"}");
        try (Target target = target()) {
            ClockProbe clock = target.clock(target.transcript());

            Instant now = clock.advance(Optional.of(Targets.ZONE), Duration.ofMinutes(61));

            assertThat(now).isEqualTo(Instant.parse("2026-01-01T00:01:00.5Z"));
            stub.verify(postRequestedFor(urlEqualTo("/clock/advance"))
                    .withRequestBody(equalToJson("{\"by\":\"PT1H1M\",\"zone\":\"" + Targets.ZONE + "\"}")));
        }
    }

    @Test
    void saysThatAStepOrAResetFailed() {
        answering(200, "{\"now\":5}");
        try (Target target = target()) {
            ClockProbe clock = target.clock(target.transcript());

            assertThatThrownBy(() -> clock.advance(Optional.of(Targets.ZONE), Duration.ofMinutes(1)))
                    .isInstanceOf(TrafficFailed.class);
            assertThatThrownBy(() -> target.reset(Targets.ZONE, target.transcript()))
                    .isInstanceOf(TrafficFailed.class)
                    .hasMessageContaining("expected HTTP 204");
        }
    }

    @Test
    void resetsAZone() {
        answering(204, "");
        try (Target target = target()) {
            target.reset(Targets.ZONE, target.transcript());

            stub.verify(postRequestedFor(urlEqualTo("/reset"))
                    .withRequestBody(equalToJson("{\"zone\":\"" + Targets.ZONE + "\"}")));
        }
    }

    @Test
    void sendsEdgeRequestsAsTheyAre() throws IOException {
        List<String> requests = new CopyOnWriteArrayList<>();
        try (HostileServer edge = HostileServer.serving(visitor -> {
                    requests.add(visitor.request());
                    visitor.say("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
                });
                Target target = Targets.at(edge.address("http", ""))) {

            int status = target.traffic(target.transcript())
                    .edge(
                            target.descriptor().zones().get(0),
                            new EdgeRequest("PUT", "/a|b?c={d}", Map.of("User-Agent", "x"), "HTTP/1.0"));

            assertThat(status).isEqualTo(503);
            assertThat(requests)
                    .containsExactly(String.join(
                            "\r\n",
                            "PUT /a|b?c={d} HTTP/1.0",
                            "Host: shop.example.com",
                            "User-Agent: x",
                            "Connection: close",
                            "",
                            ""));
        }
    }
}
