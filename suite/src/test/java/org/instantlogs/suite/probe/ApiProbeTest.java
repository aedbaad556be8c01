package org.instantlogs.suite.probe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.instantlogs.reports.Exchange.HttpEntry;
import org.instantlogs.suite.descriptor.Descriptor.Pace;
import org.instantlogs.suite.descriptor.Descriptor.Tls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What both clients of the API have to do alike, with targets that answer and targets that misbehave. */
@Timeout(60)
final class ApiProbeTest {

    private static final String JOBS = "/client/v4/zones/" + Targets.ZONE + "/logpush/edge/jobs";
    private static final ApiRequest CREATE = ApiRequest.create(Targets.ZONE, "{\"sample\":1}");
    private static final ApiRequest LIST = ApiRequest.list(Targets.ZONE);

    private final WireMockServer stub =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("localhost"));

    interface Client extends Function<Target, ApiProbe> {
        default ApiProbe of(Target target) {
            return apply(target);
        }
    }

    static List<Named<Client>> clients() {
        return List.of(
                Named.of("REST Assured", target -> target.api(target.transcript())),
                Named.of("lean", target -> target.leanApi(target.transcript())));
    }

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

    @ParameterizedTest
    @MethodSource("clients")
    void sendsTheOwnersCredentialsAndTheBodyAsItIs(Client client) {
        stub.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(201).withBody("{\"success\":true}")));
        try (Target target = target()) {

            Answer answer = client.of(target).send(CREATE);

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.json().orElseThrow().get("success").asBoolean()).isTrue();
            assertThat(answer.describe()).isEqualTo("HTTP 201 {\"success\":true}");
            stub.verify(
                    1,
                    postRequestedFor(urlEqualTo(JOBS))
                            .withHeader("X-Auth-Email", equalTo(Targets.EMAIL))
                            .withHeader("X-Auth-Key", equalTo(Targets.KEY))
                            .withHeader("Content-Type", equalTo("application/json"))
                            .withoutHeader("Authorization")
                            .withRequestBody(equalTo("{\"sample\":1}")));
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void sendsOtherCredentialsContentTypesAndBytes(Client client) {
        stub.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(400)));
        try (Target target = target()) {
            ApiRequest odd = CREATE.as(Credentials.OWNER_TOKEN)
                    .header("content-type", "text/x-odd")
                    .header("X-More", "a b");

            assertThat(client.of(target).send(odd).status()).isEqualTo(400);
            assertThat(client.of(target)
                            .send(CREATE.as(Credentials.of(Map.of("X-Auth-Email", ""))))
                            .body())
                    .isEmpty();
            assertThat(client.of(target)
                            .send(new ApiRequest(
                                    "DELETE", JOBS.substring(10), Credentials.NONE, Map.of(), Optional.empty(), "d"))
                            .status())
                    .isEqualTo(400);

            stub.verify(
                    1,
                    postRequestedFor(urlEqualTo(JOBS))
                            .withHeader("Authorization", equalTo("Bearer " + Targets.TOKEN))
                            .withHeader("Content-Type", equalTo("text/x-odd"))
                            .withHeader("X-More", equalTo("a b")));
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void keepsBinaryAndEmptyBodiesAsTheyAre(Client client) {
        byte[] bytes = {(byte) 0xff, 0, 1, (byte) 0xc3};
        stub.stubFor(any(anyUrl()).willReturn(aResponse().withBody(bytes)));
        try (Target target = target()) {

            Answer answer = client.of(target).send(ApiRequest.create(Targets.ZONE, bytes));

            assertThat(answer.body()).isEqualTo(bytes);
            assertThat(answer.json()).isEmpty();
            assertThat(stub.getAllServeEvents().get(0).getRequest().getBody()).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void followsNoRedirect(Client client) {
        stub.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(301).withHeader("Location", "/elsewhere")));
        try (Target target = target()) {

            Answer answer = client.of(target).send(LIST);

            assertThat(answer.status()).isEqualTo(301);
            assertThat(answer.header("location")).contains("/elsewhere");
            assertThat(stub.getAllServeEvents()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void bringsNonsenseAsItIs(Client client) {
        try (Target target = target()) {
            for (String body : List.of("<html>oops</html>", "{\"success\":", "", "null trailing", "[".repeat(50_000))) {
                stub.stubFor(any(anyUrl())
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "application/json")
                                .withBody(body)));

                Answer answer = client.of(target).send(CREATE);

                assertThat(answer.text()).isEqualTo(body);
                assertThat(answer.json()).isEmpty();
                assertThat(answer.describe()).startsWith("HTTP 200").hasSizeLessThan(305);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void waitsOutA429AsLongAsItIsAskedTo(Client client) {
        stub.stubFor(get(anyUrl())
                .inScenario("busy")
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7"))
                .willSetStateTo("still"));
        stub.stubFor(get(anyUrl())
                .inScenario("busy")
                .whenScenarioStateIs("still")
                .willReturn(aResponse().withStatus(429))
                .willSetStateTo("free"));
        stub.stubFor(
                get(anyUrl()).inScenario("busy").whenScenarioStateIs("free").willReturn(aResponse()));
        List<Duration> slept = new ArrayList<>();
        try (Target target = sleeping(slept)) {

            assertThat(client.of(target).send(LIST).status()).isEqualTo(200);

            assertThat(slept).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2));
            assertThat(target.throttled()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void givesA429BackWhenTheBudgetIsSpentAndDoesNotSpendItTwice(Client client) {
        stub.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(429)));
        List<Duration> slept = new ArrayList<>();
        try (Target target = sleeping(slept)) {

            assertThat(client.of(target).send(LIST).status()).isEqualTo(429);
            int once = slept.size();
            assertThat(client.of(target).send(LIST).status()).isEqualTo(429);
            assertThat(client.of(target).sendOnce(LIST).status()).isEqualTo(429);

            assertThat(slept.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofMinutes(5));
            assertThat(slept).hasSize(once).startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2));
        }
    }

    private Target sleeping(List<Duration> slept) {
        Throttle throttle = new Throttle(Duration.ofMinutes(5), slept::add, InstantSource.system());
        return Target.of(
                Targets.descriptor(
                        URI.create(stub.baseUrl()),
                        new Pace(Optional.empty(), Optional.empty()),
                        new Tls(Optional.empty(), false)),
                Targets.patience(),
                throttle,
                InstantSource.system());
    }

    @ParameterizedTest
    @MethodSource("clients")
    void saysWhyNoAnswerCame(Client client) throws IOException {
        for (Fault fault : List.of(Fault.EMPTY_RESPONSE, Fault.CONNECTION_RESET_BY_PEER)) {
            stub.stubFor(post(anyUrl()).willReturn(aResponse().withFault(fault)));
            try (Target target = target()) {
                assertThat(kind(client, target)).isEqualTo(NoAnswer.Kind.DROPPED);
            }
        }
        ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        closed.close();
        try (Target target = Targets.at(URI.create("http://localhost:" + closed.getLocalPort()))) {
            assertThat(kind(client, target)).isEqualTo(NoAnswer.Kind.UNREACHABLE);
        }
        try (Target target = Targets.at(URI.create("http://no-such-host.invalid"))) {
            assertThat(kind(client, target)).isEqualTo(NoAnswer.Kind.UNREACHABLE);
        }
    }

    /** As a target may that keeps connections, but not for long. */
    @ParameterizedTest
    @MethodSource("clients")
    void asksAgainWhereAKeptConnectionIsGoneAndSaysNothingOfIt(Client client) throws IOException {
        List<LogRecord> said = new CopyOnWriteArrayList<>();
        Handler listening = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord record) {
                said.add(record);
            }
        };
        Logger.getLogger("").addHandler(listening);
        try (HostileServer closing = HostileServer.serving(visitor -> {
                    visitor.request();
                    visitor.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                    visitor.tcp().close();
                });
                Target target = Targets.at(closing.address("http", ""))) {
            for (int request = 0; request < 5; request++) {
                assertThat(client.of(target).send(LIST).status()).isEqualTo(200);
            }
        } finally {
            Logger.getLogger("").removeHandler(listening);
        }
        assertThat(said)
                .extracting(LogRecord::getLoggerName)
                .noneMatch(name -> name != null && name.startsWith("org.instantlogs"));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void givesUpOnATargetThatNeverAnswers(Client client) throws IOException {
        assertHostile(client, NoAnswer.Kind.TIMED_OUT, visitor -> visitor.fallSilent());
    }

    @ParameterizedTest
    @MethodSource("clients")
    void givesUpOnATargetThatDripsItsHeadersForEver(Client client) throws IOException {
        assertHostile(client, NoAnswer.Kind.TIMED_OUT, visitor -> {
            visitor.say("HTTP/1.1 200 OK\r\nX-Drip: ");
            while (!visitor.pausing(100)) {
                visitor.say("x");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("clients")
    void givesUpOnATargetThatDripsItsBodyForEver(Client client) throws IOException {
        assertHostile(client, NoAnswer.Kind.TIMED_OUT, visitor -> {
            visitor.say("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{");
            while (!visitor.pausing(100)) {
                visitor.say("x");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("clients")
    void survivesAHeaderThatNeverEnds(Client client) throws IOException {
        assertHostile(client, NoAnswer.Kind.TOO_LARGE, visitor -> {
            visitor.say("HTTP/1.1 200 OK\r\nX-Long: ");
            while (visitor.over().getCount() > 0) {
                visitor.say("x".repeat(8_192));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("clients")
    void survivesHeadersThatNeverEnd(Client client) throws IOException {
        assertHostile(client, NoAnswer.Kind.TOO_LARGE, visitor -> {
            visitor.say("HTTP/1.1 200 OK\r\n");
            for (int count = 0; visitor.over().getCount() > 0; count++) {
                visitor.say(("X-" + count + ": y\r\n"));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("clients")
    void saysThatItIsNoHttp(Client client) throws IOException {
        assertHostile(client, NoAnswer.Kind.NOT_HTTP, visitor -> visitor.say("SSH-2.0-OpenSSH_9.2\r\n\r\n"));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void saysThatTheBodyBrokeOff(Client client) throws IOException {
        assertHostile(
                client,
                NoAnswer.Kind.DROPPED,
                visitor -> visitor.say("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"));
        assertHostile(
                client,
                NoAnswer.Kind.DROPPED,
                visitor -> visitor.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n{"));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void keepsEightMebibytesOfABodyThatNeverEnds(Client client) throws IOException {
        try (HostileServer server = HostileServer.serving(visitor -> {
                    visitor.request();
                    visitor.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
                    while (visitor.over().getCount() > 0) {
                        visitor.say(chunk);
                    }
                });
                Target target = patient(server)) {

            Answer answer = client.of(target).send(LIST);

            assertThat(answer.truncated()).isTrue();
            assertThat(answer.body()).hasSize(8 * 1024 * 1024);
            assertThat(answer.json()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void hidesCredentialsAndSessionsInWhatIsRecordedAndSaid(Client client) {
        String body = "{\"result\":{\"destination_conf\":\"wss:\\/\\/h\\/ws\\/sessions\\/" + Targets.SESSION
                + "\",\"session_id\":\"other-id\"},\"key\":\"" + Targets.KEY + "\"}";
        stub.stubFor(any(anyUrl())
                .willReturn(aResponse().withBody(body).withHeader("X-Echo", Targets.TOKEN + Targets.EMAIL)));
        try (Target target = target()) {
            Transcript transcript = target.transcript();
            ApiProbe probe = target.api(transcript);

            Answer answer = probe.send(CREATE.as(Credentials.OWNER_TOKEN));
            probe.send(CREATE.header("X-Session", Targets.SESSION));

            assertThat(answer.text()).contains(Targets.SESSION);
            List<HttpEntry> entries = transcript.exchange().http();
            assertThat(entries).extracting(HttpEntry::purpose).containsExactly("create", "create");
            for (String said : List.of(answer.describe(), entries.toString(), answer.toString())) {
                assertThat(said)
                        .doesNotContain(Targets.SESSION, Targets.KEY, Targets.TOKEN, Targets.EMAIL, "other-id")
                        .contains("[redacted]");
            }
        }
    }

    private static void assertHostile(Client client, NoAnswer.Kind expected, HostileServer.Script script)
            throws IOException {
        try (HostileServer server = HostileServer.serving(visitor -> {
                    visitor.request();
                    script.serve(visitor);
                });
                Target target = Targets.at(server.address("http", ""))) {
            assertThat(kind(client, target)).isEqualTo(expected);
        }
    }

    private static Target patient(HostileServer server) {
        Patience patience = new Patience(
                Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofMillis(100));
        return Target.of(
                Targets.descriptor(
                        server.address("http", ""),
                        new Pace(Optional.empty(), Optional.empty()),
                        new Tls(Optional.empty(), false)),
                patience,
                InstantSource.system());
    }

    private static NoAnswer.Kind kind(Client client, Target target) {
        NoAnswer none =
                catchThrowableOfType(NoAnswer.class, () -> client.of(target).send(CREATE));
        assertThat(none).isNotNull();
        assertThat(none).hasMessageContaining("create (POST ").hasMessageNotContaining("\n");
        return none.kind();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void refusesCredentialsThatTheDescriptorDoesNotHave(Client client) {
        try (Target target = target()) {
            assertThat(Credentials.STRANGER.offeredBy(target.descriptor())).isFalse();
            assertThatThrownBy(() -> client.of(target).send(LIST.as(Credentials.STRANGER)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
