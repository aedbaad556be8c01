package org.instantlogs.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.instantlogs.suite.FakeTarget;
import org.instantlogs.suite.descriptor.Descriptor;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
    private final FakeTarget fake = new FakeTarget();

    @AfterEach
    void nobodyListensAnyMore() {
        fake.close();
    }

    @Test
    void aTargetThatListsIsUsable() {
        assertThat(problem(fake.descriptor(2))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 500, 503})
    void anyOtherAnswerThanARefusedLoginLeavesItToTheCases(int status) {
        fake.answering("GET", "/jobs", status, "<html>");
        fake.answering("POST", "/jobs", status, "<html>");

        assertThat(problem(fake.descriptor(2))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void whereEveryLoginIsRefusedTheMessageNamesThemAndTheWayOut(int status) {
        fake.answering("GET", "/jobs", status, "{\"success\":false}");

        assertThat(problem(fake.descriptor(1)).orElseThrow())
                .startsWith("`auth.email with auth.key` and `auth.token`: the target refused the login (HTTP " + status)
                .endsWith("; give credentials that may read the zone's logs")
                .doesNotContain("\n", "key-0123456789", "token-abcdef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner@example.com", "Bearer"})
    void oneLoginThatIsAcceptedIsEnough(String refused) {
        fake.answering("GET", refused, 403, "{\"success\":false}");

        assertThat(problem(fake.descriptor(1))).isEmpty();
    }

    @Test
    void whereEmailAndKeyAreRefusedTheTokenGoesWithWhatAnyLoginMay() {
        fake.answering("GET", "owner@example.com", 403, "{\"success\":false}");
        fake.answering("POST", "owner@example.com", 403, "{\"success\":false}");

        assertThat(afterwards(Credentials.OWNER_ANY)).isNotEqualTo(403);
        assertThat(afterwards(Credentials.OWNER_EMAIL_KEY)).isEqualTo(403);
    }

    @Test
    void whereOnlyTheListRefusesEmailAndKeyTheyStayWhatAnyLoginMeans() {
        fake.answering("GET", "owner@example.com", 403, "{\"success\":false}");

        assertThat(afterwards(Credentials.OWNER_ANY)).isEqualTo(403);
    }

    @Test
    void whereTheTokenIsRefusedEmailAndKeyGoOn() {
        fake.answering("GET", "Bearer", 403, "{\"success\":false}");

        assertThat(afterwards(Credentials.OWNER_ANY)).isNotEqualTo(403);
    }

    /** What a list by that login is answered after the preflight. */
    private int afterwards(Credentials login) {
        try (var target = FakeTarget.reach(fake.descriptor(1))) {
            assertThat(Preflight.of(target)).isEmpty();
            return target.leanApi(target.transcript())
                    .send(ApiRequest.list(FakeTarget.zone(0)).as(login))
                    .status();
        }
    }

    @Test
    void aZoneThatListAndCreateDoNotKnowIsNamed() {
        fake.answering("GET", FakeTarget.zone(1), 404, FakeTarget.NO_SUCH_ZONE);
        fake.answering("POST", FakeTarget.zone(1), 400, FakeTarget.NO_SUCH_ZONE);

        assertThat(problem(fake.descriptor(3)))
                .hasValue("`zones[1].id` is `" + FakeTarget.zone(1)
                        + "`, a zone that the target says does not exist; give the id of a zone of this account");
    }

    @Test
    void aTargetThatOffersNoListIsUsable() {
        fake.answering("GET", "/jobs", 404, FakeTarget.NO_SUCH_ZONE);

        assertThat(problem(fake.descriptor(2))).isEmpty();
    }

    @Test
    void whereNobodyListensTheMessageSaysToCheckHostAndPort() {
        var descriptor = fake.descriptor(1);
        fake.close();

        assertThat(problem(descriptor).orElseThrow())
                .startsWith("`api` is `" + descriptor.api() + "`: ")
                .endsWith("; check the host and port, and that the target runs")
                .doesNotContain("\n");
    }

    @Test
    void whereNoHttpIsSpokenTheMessageSaysToCheckTheBaseUrl() throws IOException {
        try (var server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            var greeter = new Thread(() -> greet(server), "greeter");
            greeter.setDaemon(true);
            greeter.start();

            assertThat(problem(at("http://127.0.0.1:" + server.getLocalPort())).orElseThrow())
                    .startsWith("`api` is `http://127.0.0.1:" + server.getLocalPort() + "`: ")
                    .endsWith("; check that it is the base URL of the API")
                    .doesNotContain("\n");
        }
    }

    @Test
    void whereTlsFailsTheMessageSaysHowToTrust() throws IOException {
        try (var server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            var greeter = new Thread(() -> greet(server), "greeter");
            greeter.setDaemon(true);
            greeter.start();

            assertThat(problem(at("https://127.0.0.1:" + server.getLocalPort())).orElseThrow())
                    .endsWith("; give the PEM file of its authority as `tls.trust`, or set `tls.insecure: true`")
                    .doesNotContain("\n");
        }
    }

    private static void greet(ServerSocket server) {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                socket.getOutputStream().write("220 mail.example.com\r\n".getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (IOException gone) {
                // so has the peer, or the test
            }
        }
    }

    private Descriptor at(String api) {
        var known = fake.descriptor(1);
        return new Descriptor(
                known.name(),
                known.profile(),
                URI.create(api),
                known.auth(),
                known.stranger(),
                known.tls(),
                known.zones(),
                known.inject(),
                known.clock(),
                known.reset(),
                known.limits(),
                known.plaintext(),
                known.stream(),
                known.pace());
    }

    private static Optional<String> problem(Descriptor descriptor) {
        try (var target = FakeTarget.reach(descriptor)) {
            return Preflight.of(target);
        }
    }
}
