package org.instantlogs.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {
    private static final String BODY = "{\"fields\":\"RayID,ClientIP\",\"sample\":3}";

    private static RunningServer running;

    @BeforeAll
    static void start() throws Exception {
        running = RunningServer.with(ServerOptions.embedded().withZones(2));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/jobs"})
    void aJobIsCreatedUnderBothPaths(String path) throws Exception {
        var uri = running.jobs(running.zone()).replace("/jobs", path);
        var answer = running.post(uri, BODY);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.body())
                .startsWith("{\"errors\":[],\"messages\":[],\"result\":{\"id\":")
                .endsWith("},\"success\":true}");
        var result = RunningServer.json(answer).required("result");
        assertThat(result.propertyStream().map(Map.Entry::getKey))
                .containsExactly("id", "fields", "sample", "filter", "destination_conf", "kind", "session_id");
        assertThat(result.required("sample").longValue()).isEqualTo(3);
        assertThat(result.required("destination_conf").textValue())
                .startsWith("wss://127.0.0.1:" + running.server().port() + "/instant-logs/ws/sessions/")
                .endsWith("/" + result.required("session_id").textValue());
    }

    @Test
    void theListShowsTheJobButNotItsAddress() throws Exception {
        running.post(running.jobs(running.zone()), BODY);
        var answer = running.send(running.authorised(running.jobs(running.zone())));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(RunningServer.json(answer).required("result")).hasSize(1);
        assertThat(answer.body()).contains("session_id").doesNotContain("destination_conf");
    }

    @Test
    void aZoneWithoutASessionListsNothing() throws Exception {
        var other = running.server().zones().get(1);
        var answer = running.send(running.authorised(running.jobs(other)));

        assertThat(RunningServer.json(answer).required("result")).isEmpty();
    }

    @Test
    void emailAndKeyAreAsGoodAsAToken() throws Exception {
        var owner = running.owner();
        var answer = running.send(running.to(running.jobs(running.zone()))
                .header("X-Auth-Email", owner.email())
                .header("X-Auth-Key", owner.key())
                .POST(BodyPublishers.ofString(BODY)));

        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept|*/*|400|9106",
                "X-Auth-Email|owner@example.com|400|9106",
                "X-Auth-Key|abc|400|9106",
                "Authorization|Bearer not-the-token|401|1000",
                "Authorization|Basic b3duZXI6a2V5|400|6003",
                "Authorization|Bearer|400|6003"
            })
    void withoutALoginNothingIsServed(String header, String value, int status, int code) throws Exception {
        for (String method : new String[] {"POST", "GET"}) {
            var answer = running.send(running.to(running.jobs(running.zone()))
                    .header(header, value)
                    .method(method, BodyPublishers.ofString(BODY)));

            refuses(answer, status, code);
        }
    }

    @Test
    void wrongKeysAreUnknownAndNeverRepeated() throws Exception {
        var answer = running.send(running.to(running.jobs(running.zone()))
                .header("X-Auth-Email", running.owner().email())
                .header("X-Auth-Key", "guess-4711")
                .POST(BodyPublishers.ofString(BODY)));

        refuses(answer, 403, 9103);
        assertThat(answer.body()).doesNotContain("guess-4711").doesNotContain("owner");
    }

    @Test
    void aStrangerOpensNothingOnAnothersZone() throws Exception {
        var stranger = running.server().options().accounts().get(1);
        var answer = running.send(running.to(running.jobs(running.zone()))
                .header("Authorization", "Bearer " + stranger.token())
                .POST(BodyPublishers.ofString(BODY)));

        refuses(answer, 403, 10000);
    }

    @Test
    void twoLoginsHaveToAgree() throws Exception {
        var stranger = running.server().options().accounts().get(1);
        var answer = running.send(running.authorised(running.jobs(running.zone()))
                .header("X-Auth-Email", stranger.email())
                .header("X-Auth-Key", stranger.key())
                .POST(BodyPublishers.ofString(BODY)));

        refuses(answer, 403, 9103);
    }

    @ParameterizedTest
    @CsvSource({"00000000000000000000000000000000,404", "nonsense,400", "'',400", "%00,400"})
    void aZoneThatIsNotThereIsRefused(String zone, int status) throws Exception {
        refuses(running.post(running.server().api() + "/zones/" + zone + "/logpush/edge/jobs", BODY), status, 7003);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "OPTIONS", "BREW"})
    void otherMethodsAreNotAllowed(String method) throws Exception {
        var answer =
                running.send(running.authorised(running.jobs(running.zone())).method(method, BodyPublishers.noBody()));

        refuses(answer, 405, 7001);
        assertThat(answer.headers().firstValue("allow")).contains("GET, POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/zones", "/zones/x/logpush/edge/jobs/7", "/user"})
    void otherPathsLeadNowhere(String path) throws Exception {
        refuses(running.send(running.authorised(running.server().api() + path)), 404, 7000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "\"x\"", "null", "{\"fields\":\"RayID\"} x", "{\"fields\":7}"})
    void aBodyThatIsNoJobIsRefused(String body) throws Exception {
        refuses(running.post(running.jobs(running.zone()), body), 400, 1000);
    }

    @Test
    void aBodyOverTheLimitIsTooLargeAndTheNextRequestIsServed() throws Exception {
        refuses(running.post(running.jobs(running.zone()), "x".repeat((1 << 20) + 1)), 413, 1000);
        refuses(running.post(running.jobs(running.zone()), "[".repeat(1 << 20)), 400, 1000);

        assertThat(running.post(running.jobs(running.zone()), BODY).statusCode())
                .isEqualTo(201);
    }

    @Test
    void whoAsksFirstIsToldBeforeSending() throws Exception {
        var path = URI.create(running.jobs(running.zone())).getRawPath();
        for (int length : new int[] {100, 3 << 20}) {
            try (var answer = running.handshake("POST " + path
                    + " HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: " + length + "\r\n\r\n")) {
                assertThat(answer.status()).isEqualTo(length == 100 ? 100 : 413);
            }
        }
    }

    /** The code is checked from 1000 on where the exact one is the engine's to choose. */
    private static void refuses(HttpResponse<String> answer, int status, int code) throws Exception {
        JsonNode envelope = RunningServer.json(answer);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(envelope.required("success").booleanValue()).isFalse();
        assertThat(envelope.required("result").isNull()).isTrue();
        assertThat(envelope.required("messages")).isEmpty();
        var error = envelope.required("errors").required(0);
        assertThat(error.required("message").textValue()).isNotBlank();
        if (code == 1000) {
            assertThat(error.required("code").intValue()).isBetween(1000, 1999);
        } else {
            assertThat(error.required("code").intValue()).isEqualTo(code);
        }
    }
}
