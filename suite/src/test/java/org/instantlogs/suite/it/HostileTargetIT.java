package org.instantlogs.suite.it;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.instantlogs.suite.probe.HostileServer;
import org.instantlogs.suite.probe.HostileServer.Script;
import org.instantlogs.suite.probe.HostileServer.Visitor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Targets that answer nonsense, too much, or never: the run ends in time with a complete report of failing or inconclusive
 * checks, in a small heap, without a fault of its own. Side by side, for they mostly wait.
 */
class HostileTargetIT {
    /** Far above what is needed on an idle machine; a hang would last longer than this. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static final List<String> SMALL_HEAP = List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError");
    private static final int NOT_CONFORMANT = 1;
    private static final int USAGE = 2;
    private static final int INCOMPLETE = 3;

    private static final String OF_THE_API =
            "IL-JOB-01.answers-the-example* IL-JOB-02* IL-JOB-05* IL-JOB-28* IL-AUTH-01* IL-STREAM-01* IL-NDJSON-01* IL-LIMIT-01* IL-HTTP-09*";
    private static final String OF_THE_STREAM =
            "IL-STREAM-01* IL-STREAM-02* IL-STREAM-09* IL-NDJSON-01* IL-NDJSON-07* IL-NDJSON-13* IL-AUTH-04* IL-LIMIT-01* IL-HTTP-09*";
    /** For targets that make each creation take as long as the suite's patience. */
    private static final String A_FEW = "IL-JOB-01.answers-the-example* IL-JOB-02* IL-STREAM-01.answers*";

    /** Likewise each connection. */
    private static final String A_FEW_OF_THE_STREAM = "IL-STREAM-01.answers* IL-STREAM-09* IL-AUTH-04* IL-HTTP-09*";

    @TempDir
    private Path folder;

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(
                        "HTML",
                        aResponse()
                                .withHeader("Content-Type", "text/html")
                                .withBody("<html><body><h1>It works!</h1></body></html>")),
                Arguments.of(
                        "half a JSON object", RudeApi.json(200, "{\"success\":true,\"errors\":[],\"result\":{\"des")),
                Arguments.of("500", RudeApi.json(500, "{}")),
                Arguments.of("503 without a body", aResponse().withStatus(503)),
                Arguments.of(
                        "200 that says it failed",
                        RudeApi.json(
                                200,
                                "{\"success\":false,\"errors\":[{\"code\":1000,\"message\":\"no\"}],\"messages\":[],\"result\":null}")),
                Arguments.of(
                        "200 whose members have the wrong types",
                        RudeApi.json(
                                200,
                                "{\"success\":\"yes\",\"errors\":7,\"messages\":{},\"result\":[{\"destination_conf\":[1]}]}")),
                Arguments.of(
                        "an address that is none",
                        RudeApi.json(
                                200,
                                "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":{\"destination_conf\":\"wss://[/ %zz\"}}")),
                Arguments.of(
                        "a redirect to itself", aResponse().withStatus(302).withHeader("Location", "{{request.url}}")),
                Arguments.of("deep JSON", RudeApi.json(200, "{\"result\":".repeat(20_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    @Execution(ExecutionMode.CONCURRENT)
    void anApiThatAnswersNonsenseIsJudgedAllTheSame(String what, ResponseDefinitionBuilder answer) throws Exception {
        try (var api = RudeApi.answering(answer)) {
            assertThatTheRunEndsWell(run(api.base(), OF_THE_API));
        }
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void aStreamThatMisbehavesIsJudgedAllTheSame(RudeStreams streams) throws Exception {
        try (var sockets = HostileServer.serving(streams::serve);
                var api = RudeApi.withStreamsAt(sockets.address("ws", ""))) {
            assertThatTheRunEndsWell(run(api.base(), streams.isAWait() ? A_FEW_OF_THE_STREAM : OF_THE_STREAM));
        }
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("an endless body", (Script) visitor -> {
                    visitor.say("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"result\":\"");
                    var block = "x".repeat(64 << 10);
                    while (!visitor.pausing(0)) {
                        visitor.say(block);
                    }
                }),
                Arguments.of("a dripping body", (Script) visitor -> {
                    visitor.say("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"result\":\"");
                    while (!visitor.pausing(100)) {
                        visitor.say("x");
                    }
                }),
                Arguments.of("headers of 1 MiB", (Script) visitor -> visitor.say(
                        "HTTP/1.1 200 OK\r\nX-Long: " + "x".repeat(1 << 20) + "\r\nContent-Length: 2\r\n\r\n{}")),
                Arguments.of("endless headers", (Script) visitor -> {
                    visitor.say("HTTP/1.1 200 OK\r\n");
                    while (!visitor.pausing(0)) {
                        visitor.say("X-More: and more\r\n".repeat(1_000));
                    }
                }),
                Arguments.of("a body shorter than it says", (Script)
                        visitor -> visitor.say("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"result")),
                Arguments.of("no HTTP", (Script) visitor -> visitor.say("220 mail.example.com ESMTP\r\n")),
                Arguments.of("nothing", (Script) Visitor::fallSilent));
    }

    /** The list is answered well, so that the run gets past its preflight. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    @Execution(ExecutionMode.CONCURRENT)
    void anAnswerThatCannotBeTakenInIsJudgedAllTheSame(String what, Script rude) throws Exception {
        Script script = visitor -> {
            if (visitor.request().startsWith("GET ")) {
                visitor.say(list());
            } else {
                rude.serve(visitor);
            }
        };
        try (var api = HostileServer.serving(script)) {
            assertThatTheRunEndsWell(run(api.address("http", ""), A_FEW));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    @Execution(ExecutionMode.CONCURRENT)
    void aFirstAnswerThatCannotBeTakenInIsRefusedInOneLine(String what, Script rude) throws Exception {
        Script script = visitor -> {
            visitor.request();
            rude.serve(visitor);
        };
        try (var api = HostileServer.serving(script)) {
            var run = run(api.address("http", ""), A_FEW);
            if (run.exit() == USAGE) {
                assertThat(run.err().lines()).as(run.said()).hasSize(1);
                assertThat(run.err()).contains("`api`");
                assertThat(run.folder().resolve("report.json")).doesNotExist();
            } else {
                assertThatTheRunEndsWell(run);
            }
        }
    }

    private static String list() {
        var body = "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":[]}";
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private SuiteRun run(URI base, String selectors) throws Exception {
        var descriptor = Files.writeString(Files.createTempFile(folder, "target", ".yaml"), """
                contract: 1
                name: hostile
                api: %1$s/client/v4
                auth: {token: a-token-of-the-test}
                zones:
                  - {id: 0123456789abcdef0123456789abcde0, host: shop.example.com, edge: "%1$s"}
                  - {id: 0123456789abcdef0123456789abcde1, host: blog.example.com, edge: "%1$s"}
                  - {id: 0123456789abcdef0123456789abcde2, host: docs.example.com, edge: "%1$s"}
                  - {id: 0123456789abcdef0123456789abcde3, host: news.example.com, edge: "%1$s"}
                reset: %1$s/reset
                stream: {settle: PT0.1S, deliver-within: PT1S}
                """.formatted(base));
        var report = Files.createTempDirectory(folder, "report");
        try (var suite = SuiteRun.start(descriptor, report, SMALL_HEAP, "--only", selectors)) {
            return SuiteRun.end(suite, report, LONGEST);
        }
    }

    private static void assertThatTheRunEndsWell(SuiteRun run) throws Exception {
        run.isSound().isComplete();
        assertThat(run.exit()).as(run.said()).isIn(NOT_CONFORMANT, INCOMPLETE);
        assertThat(run.err()).isEmpty();
    }
}
