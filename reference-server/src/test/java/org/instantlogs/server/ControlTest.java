package org.instantlogs.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTest {
    private static RunningServer running;

    @BeforeAll
    static void start() throws Exception {
        running = RunningServer.with(ServerOptions.embedded().withZones(2).withControl(0));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void recordsAreTakenInAndCounted() throws Exception {
        var answer = running.post(records(), "{\"RayID\":\"a\"}\n\n{\"EdgeResponseStatus\":200}\n");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":2}");
        assertThat(running.post(records(), "").body()).isEqualTo("{\"accepted\":0}");
    }

    @Test
    void oneWrongLineKeepsAllOfThemOutAndIsNamed() throws Exception {
        try (var stream = running.stream(running.job("RayID"))) {
            var answer = running.post(records(), "{\"RayID\":\"good\"}\n{\"NoSuchField\":1}\n");
            running.inject("{\"RayID\":\"fence\"}");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"success\":false").contains("line 2");
            assertThat(RunningServer.texts(stream, "RayID", 1)).containsExactly("fence");
        }
    }

    @Test
    void aZoneThatIsNotThereTakesNothingIn() throws Exception {
        assertThat(running.post(running.control("/zones/nonsense/records"), "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aStepMovesOneZonesTimeAndSaysWhatItIsNow() throws Exception {
        var first = now(
                running.post(running.control("/clock/advance"), step("PT0S", 0)).body());
        var moved = now(
                running.post(running.control("/clock/advance"), step("PT1H", 0)).body());
        var other = now(
                running.post(running.control("/clock/advance"), step("PT0S", 1)).body());

        assertThat(moved).isAfterOrEqualTo(first.plusSeconds(3_600));
        assertThat(other).isBefore(first.plusSeconds(1_800));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"by\":\"PT1S\"}",
                "{\"by\":\"1 minute\",\"zone\":\"ZONE\"}",
                "{\"by\":5,\"zone\":\"ZONE\"}",
                "{\"zone\":\"ZONE\"}",
                "{\"by\":\"-PT1S\",\"zone\":\"ZONE\"}",
                "{\"by\":\"PT1S\",\"zone\":\"elsewhere\"}",
                "{\"by\":\"PT1S\",\"zone\":\"ZONE\",\"by\":\"PT1S\"}",
                "{\"by\":\"P99999999D\",\"zone\":\"ZONE\"}",
                "{\"by\":\"PT1S\",\"zone\":\"ZONE\",\"to\":1}",
                "{\"by\":\"PT1S\",\"zone\":\"ZONE\"} {}"
            })
    void aStepThatMakesNoSenseIsRefused(String body) throws Exception {
        var answer = running.post(
                running.control("/clock/advance"),
                body.replace("ZONE", running.zone().id()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"success\":false").contains("\"result\":null");
    }

    @Test
    void aResetEndsTheZonesSessionAndNoOther() throws Exception {
        var other = running.server().zones().get(1);
        try (var stream = running.stream(running.job("RayID"));
                var bystander = running.stream(running.job(other, "RayID"))) {
            var answer = running.post(
                    running.control("/reset"), "{\"zone\":\"" + running.zone().id() + "\"}");
            running.inject(other, "{\"RayID\":\"still\"}");

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(stream.closeCode()).isEqualTo(1000);
            assertThat(RunningServer.texts(bystander, "RayID", 1)).containsExactly("still");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"zone\":7}", "{\"zone\":\"elsewhere\"}"})
    void aResetOfNoZoneIsRefused(String body) throws Exception {
        assertThat(running.post(running.control("/reset"), body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reset", "/clock/advance", "/zones/x/records"})
    void onlyPostIsAllowed(String path) throws Exception {
        var answer = running.send(running.to(running.control(path)).method("PUT", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains("POST");
    }

    @Test
    void thePlaintextListenerSendsEverybodyToTheOther() throws Exception {
        try (var handshake = RawSocket.plain(
                running.server().plainPort(),
                String.join(
                        "\r\n",
                        "GET /instant-logs/ws/sessions/abc?x=1 HTTP/1.1",
                        "Host: x",
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
                        "",
                        ""))) {
            assertThat(handshake.status()).isEqualTo(301);
            assertThat(handshake.head())
                    .contains("Location: https://127.0.0.1:" + running.server().port()
                            + "/instant-logs/ws/sessions/abc?x=1\r\n");
            assertThat(handshake.ends()).isTrue();
        }
    }

    private static String records() {
        return running.control("/zones/" + running.zone().id() + "/records");
    }

    private static String step(String by, int zone) {
        return "{\"by\":\"" + by + "\",\"zone\":\""
                + running.server().zones().get(zone).id() + "\"}";
    }

    private static Instant now(String body) {
        return Instant.parse(body.replaceAll(".*\"now\":\"([^\"]*)\".*", "$1"));
    }
}
