package org.instantlogs.suite.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.instantlogs.reports.Exchange.Direction;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.reports.Recording.Kind;
import org.instantlogs.reports.Recording.Step;
import org.instantlogs.suite.descriptor.Descriptor;
import org.instantlogs.suite.descriptor.Descriptor.Pace;
import org.instantlogs.suite.descriptor.Descriptor.Tls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was done becomes steps in which values of the target have names and secrets are not. */
class RecordingsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String API = "http://127.0.0.1:1/client/v4";
    private static final String ADDRESS = "wss://127.0.0.1:1/sessions/" + Targets.SESSION;

    private final Descriptor descriptor = Targets.descriptor(
            URI.create("http://127.0.0.1:1"),
            new Pace(Optional.empty(), Optional.empty()),
            new Tls(Optional.empty(), false));
    private final Redactor redactor = Redactor.of(descriptor);
    private final Transcript transcript = new Transcript(redactor, () -> Placeholders.of(descriptor));

    @Test
    void valuesHaveNamesAndSecretsAreGone() {
        request(
                0,
                "POST",
                API + "/zones/" + Targets.ZONE + "/logpush/edge/jobs",
                List.of(new Header("X-Auth-Email", Targets.EMAIL), new Header("X-Auth-Key", Targets.KEY)),
                "{}",
                "{\"result\":{\"destination_conf\":\"" + ADDRESS + "\",\"session_id\":\"" + Targets.SESSION + "\"}}");

        var recording = transcript.exchange().recording();

        var create = recording.steps().get(0);
        assertThat(create.url()).isEqualTo("{{api}}/zones/{{zone 1}}/logpush/edge/jobs");
        assertThat(create.headers())
                .containsExactly(
                        new Header("X-Auth-Email", "{{owner.email}}"), new Header("X-Auth-Key", "{{owner.key}}"));
        assertThat(create.gives()).contains("session 1");
        assertThat(create.came())
                .containsExactly("{\"result\":{\"destination_conf\":\"{{session 1}}\",\"session_id\":\"[redacted]\"}}");
        assertThat(recording.target())
                .containsEntry("api", API)
                .containsEntry("zone 1", Targets.ZONE)
                .containsEntry("inject 1", "http://127.0.0.1:1/zones/" + Targets.ZONE + "/records");
        assertThat(recording.steps().toString())
                .doesNotContain(Targets.KEY, Targets.EMAIL, Targets.TOKEN, Targets.SESSION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bearer token-abcdefghij  | Bearer {{owner.token}}
            token-abcdefghij         | {{owner.token}}
            Bearer token-abcdefghiX  | [redacted]
            Bearer token-abcdef      | [redacted]
            token-abcdefghijk        | [redacted]
            Basic something          | [redacted]
            Bearer                   | [redacted]
            """)
    void credentialsHaveANameOrAreRedacted(String sent, String recorded) {
        request(0, "GET", API, List.of(new Header("Authorization", sent)), "", "");

        assertThat(transcript.exchange().recording().steps().get(0).headers())
                .containsExactly(new Header("Authorization", recorded));
    }

    @Test
    void stepsAreInTheOrderInWhichThingsHappened() {
        request(0, "POST", API, List.of(), "", "{\"result\":{\"destination_conf\":\"" + ADDRESS + "\"}}");
        var socket = socket(10);
        request(30, "POST", "http://127.0.0.1:1/zones/" + Targets.ZONE + "/records", List.of(), "{\"a\":1}\n", "");
        received(socket, 40, "text", "one");
        received(socket, 41, "binary", "two");
        received(socket, 42, "ping", "");
        sent(socket, 43, "pong", "");
        request(50, "POST", "http://127.0.0.1:1/clock/advance", List.of(), "{\"by\":\"PT1H\"}", "");
        received(socket, 60, "text", "three");
        received(socket, 61, "close", "");
        sent(socket, 62, "close", "");
        socket.ended("target: close frame 1000");

        assertThat(transcript.exchange().recording().steps())
                .extracting(step -> step.kind() + " " + step.url() + step.came())
                .containsExactly(
                        "REQUEST {{api}}[{\"result\":{\"destination_conf\":\"{{session 1}}\"}}]",
                        "CONNECT {{session 1}}[]",
                        "REQUEST {{inject 1}}[]",
                        "EXPECT [one, (binary) two]",
                        "REQUEST {{clock}}[]",
                        "EXPECT [three]",
                        "EXPECT_END [target: close frame 1000]");
    }

    @Test
    void aFrameThatIsNoOrdinaryOneIsKeptAsItWasSent() {
        var socket = transcript.open(START, System.nanoTime(), URI.create(ADDRESS), List.of());
        var text = "hi".getBytes(UTF_8);
        socket.sent("text", text, new FrameWriter().encode(RawFrame.text("hi")));
        socket.sent("text", text, new FrameWriter().encode(RawFrame.text("hi").unmasked()));
        socket.sent("bytes", text, text);

        assertThat(transcript.exchange().recording().steps())
                .filteredOn(step -> step.kind() == Kind.SEND)
                .extracting(Step::opcode, Step::body, Step::bytes)
                .containsExactly(
                        tuple("text", Optional.of("hi"), Optional.empty()),
                        tuple("bytes", Optional.empty(), Optional.of("81026869")),
                        tuple("bytes", Optional.empty(), Optional.of("6869")));
    }

    @Test
    void namesAreFilledWithAnotherTargetsValues() {
        var names = Placeholders.of(descriptor);
        names.remember("session 1", "wss://elsewhere.example/s/abcdefghijkl?t=1");

        assertThat(names.fill(
                        "{{api}} {{owner.token}} {{session 1}} {{session 1 path}} {{stranger.key}}",
                        name -> "no " + name))
                .isEqualTo(API + " " + Targets.TOKEN
                        + " wss://elsewhere.example/s/abcdefghijkl?t=1 /s/abcdefghijkl?t=1 no stranger.key");
        assertThat(names.show("{{api}} {{owner.token}}")).isEqualTo(API + " {{owner.token}}");
    }

    private Transcript.Socket socket(int millis) {
        return transcript.open(START.plusMillis(millis), System.nanoTime(), URI.create(ADDRESS), List.of());
    }

    private void received(Transcript.Socket socket, int millis, String opcode, String text) {
        socket.frame(at(millis), Direction.RECEIVED, opcode, text.getBytes(UTF_8));
    }

    private void sent(Transcript.Socket socket, int millis, String opcode, String text) {
        socket.frame(at(millis), Direction.SENT, opcode, text.getBytes(UTF_8));
    }

    /** Since the socket was opened, at 10. */
    private static Duration at(int millis) {
        return Duration.ofMillis(millis - 10L);
    }

    private void request(int millis, String method, String url, List<Header> headers, String body, String answer) {
        redactor.learnFrom(answer);
        transcript.add(new Transcript.Request(
                START.plusMillis(millis),
                Duration.ofMillis(1),
                "create",
                method,
                url,
                headers,
                body.getBytes(UTF_8),
                200,
                List.of(),
                answer.getBytes(UTF_8),
                Optional.empty()));
    }
}
