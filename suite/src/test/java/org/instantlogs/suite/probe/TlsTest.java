package org.instantlogs.suite.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.instantlogs.suite.descriptor.Descriptor.Pace;
import org.instantlogs.suite.descriptor.Descriptor.Tls;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same over TLS, with a certificate for localhost that the JDK's keytool makes. */
@Timeout(60)
final class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Pace NO_PACE = new Pace(Optional.empty(), Optional.empty());
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    static Path folder;

    private static SSLContext server;
    private static Tls trusting;

    @BeforeAll
    static void makeACertificate() throws Exception {
        Path store = folder.resolve("server.p12");
        Path log = folder.resolve("keytool.log");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(keytool.waitFor()).as(() -> "keytool, see " + log).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        server = SSLContext.getInstance("TLS");
        server.init(factory.getKeyManagers(), null, null);
        Path pem = folder.resolve("ca.pem");
        Files.writeString(
                pem,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(keys.getCertificate("server").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        trusting = new Tls(Optional.of(pem), false);
    }

    private static Socket tls(Socket socket) {
        try {
            SSLSocket top = (SSLSocket) server.getSocketFactory().createSocket(socket, null, true);
            top.setUseClientMode(false);
            return top;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Refuses a body by its head and closes, with most of it unread. */
    private static void refuseEarly(HostileServer.Visitor visitor) throws IOException {
        visitor.request();
        visitor.say("HTTP/1.1 413 Content Too Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
    }

    @RepeatedTest(10)
    void anAnswerThatComesBeforeTheBodyWasReadIsRead() throws IOException {
        var large = ApiRequest.create(Targets.ZONE, new byte[16 * 1024 * 1024]);
        try (HostileServer plain = HostileServer.serving(TlsTest::refuseEarly);
                HostileServer secure = HostileServer.serving(TlsTest::tls, TlsTest::refuseEarly)) {
            for (URI api : List.of(plain.address("http", ""), secure.address("https", ""))) {
                try (Target target = Targets.at(api, NO_PACE, trusting)) {
                    Answer answer = target.leanApi(target.transcript()).send(large);

                    assertThat(answer.status()).as(api.getScheme()).isEqualTo(413);
                    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                            .isEqualTo("{}");
                }
            }
        }
    }

    @Test
    void aConnectionThatEndsWithinABodyWithoutAnAnswerIsDropped() throws IOException {
        var large = ApiRequest.create(Targets.ZONE, new byte[16 * 1024 * 1024]);
        HostileServer.Script drop = visitor -> {
            visitor.request();
            visitor.in().readNBytes(100_000);
        };
        try (HostileServer plain = HostileServer.serving(drop);
                HostileServer secure = HostileServer.serving(TlsTest::tls, drop)) {
            for (URI api : List.of(plain.address("http", ""), secure.address("https", ""))) {
                try (Target target = Targets.at(api, NO_PACE, trusting)) {
                    ApiProbe probe = target.leanApi(target.transcript());

                    NoAnswer none = catchThrowableOfType(NoAnswer.class, () -> probe.send(large));

                    assertThat(none.kind()).as(api.getScheme()).isEqualTo(NoAnswer.Kind.DROPPED);
                }
            }
        }
    }

    @Test
    void aRefusalThatOnlyAnAnnouncedBodyIsGivenCounts() throws IOException {
        var large = ApiRequest.create(Targets.ZONE, new byte[16 * 1024 * 1024]);
        try (HostileServer api = HostileServer.serving(visitor -> {
                    if (visitor.request().contains("Expect: 100-continue")) {
                        visitor.say("HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n");
                    }
                });
                Target target = Targets.at(api.address("http", ""))) {
            assertThat(target.leanApi(target.transcript()).send(large).status()).isEqualTo(413);
        }
    }

    @Test
    void aLargeBodyArrivesWhole() throws IOException {
        byte[] body = new byte[3_000_000];
        new SplittableRandom(7).nextBytes(body);
        var came = new AtomicReference<byte[]>();
        try (HostileServer api = HostileServer.serving(TlsTest::tls, visitor -> {
                    visitor.request();
                    came.set(visitor.in().readNBytes(body.length));
                    visitor.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                });
                Target target = Targets.at(api.address("https", ""), NO_PACE, trusting)) {
            var answer = target.leanApi(target.transcript()).send(ApiRequest.create(Targets.ZONE, body));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(came.get()).isEqualTo(body);
        }
    }

    private static HostileServer upgrading(HostileServer.Script script) throws IOException {
        return HostileServer.serving(TlsTest::tls, visitor -> {
            visitor.upgrade("");
            script.serve(visitor);
        });
    }

    private static URI socket(HostileServer server) {
        return server.address("wss", "/s/" + Targets.SESSION);
    }

    @Test
    void bothSocketsAndBothClientsTrustTheDescriptorsCertificate() throws IOException {
        try (HostileServer api = HostileServer.serving(TlsTest::tls, visitor -> {
                    visitor.request();
                    visitor.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
                });
                HostileServer stream = upgrading(visitor -> {
                    visitor.frame(RawFrame.text("over TLS"));
                    visitor.drain();
                });
                Target target = Targets.at(api.address("https", ""), NO_PACE, trusting)) {
            ApiRequest list = ApiRequest.list(Targets.ZONE);

            assertThat(target.api(target.transcript()).send(list).status()).isEqualTo(200);
            assertThat(target.leanApi(target.transcript()).send(list).status()).isEqualTo(200);
            try (Connection tyrus = target.sockets(target.transcript()).connect(socket(stream));
                    Connection raw = target.raw(target.transcript())
                            .handshake(socket(stream), Handshake.PLAIN)
                            .connection()
                            .orElseThrow()) {
                assertThat(tyrus.awaitUntil(seen -> seen.size() == 1, SOON)).isTrue();
                assertThat(raw.awaitUntil(seen -> seen.size() == 1, SOON)).isTrue();
            }
        }
    }

    @Test
    void nobodyTrustsACertificateThatNoOneVouchesFor() throws IOException {
        try (HostileServer anyone = upgrading(HostileServer.Visitor::fallSilent);
                Target target = Targets.at(anyone.address("https", ""), NO_PACE, new Tls(Optional.empty(), false))) {
            Transcript transcript = target.transcript();
            ApiRequest list = ApiRequest.list(Targets.ZONE);

            assertThat(kind(() -> target.api(transcript).send(list))).isEqualTo(NoAnswer.Kind.TLS);
            assertThat(kind(() -> target.leanApi(transcript).send(list))).isEqualTo(NoAnswer.Kind.TLS);
            assertThat(kind(() -> target.sockets(transcript).connect(socket(anyone))))
                    .isEqualTo(NoAnswer.Kind.TLS);
            assertThat(kind(() -> target.raw(transcript).handshake(socket(anyone), Handshake.PLAIN)))
                    .isEqualTo(NoAnswer.Kind.TLS);
        }
    }

    @Test
    void checksTheHostsNameUnlessItIsToldNotTo() throws IOException {
        try (HostileServer api = HostileServer.serving(TlsTest::tls, visitor -> {
            visitor.request();
            visitor.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        })) {
            URI byNumber =
                    URI.create("https://127.0.0.1:" + api.address("https", "").getPort());
            ApiRequest list = ApiRequest.list(Targets.ZONE);
            try (Target strict = Targets.at(byNumber, NO_PACE, trusting);
                    Target lax = Targets.at(byNumber, NO_PACE, new Tls(Optional.empty(), true))) {
                assertThat(kind(() -> strict.api(strict.transcript()).send(list)))
                        .isEqualTo(NoAnswer.Kind.TLS);
                assertThat(kind(() -> strict.leanApi(strict.transcript()).send(list)))
                        .isEqualTo(NoAnswer.Kind.TLS);
                assertThat(lax.api(lax.transcript()).send(list).status()).isEqualTo(200);
                assertThat(lax.leanApi(lax.transcript()).send(list).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void tellsTheEndOfTlsFromTheEndOfTcp() throws IOException {
        try (HostileServer polite = upgrading(visitor -> {
                    visitor.frame(RawFrame.text("x"));
                    ((SSLSocket) visitor.socket()).shutdownOutput();
                    visitor.fallSilent();
                });
                HostileServer rude = upgrading(visitor -> {
                    visitor.frame(RawFrame.text("x"));
                    visitor.tcp().shutdownOutput();
                    visitor.fallSilent();
                });
                Target target = Targets.at(polite.address("https", ""), NO_PACE, trusting);
                Connection first = target.sockets(target.transcript()).connect(socket(polite));
                Connection second = target.sockets(target.transcript()).connect(socket(rude))) {

            assertThat(first.awaitEnd(SOON)).isTrue();
            assertThat(second.awaitEnd(SOON)).isTrue();

            assertThat(first.ending().orElseThrow().how()).isEqualTo(Connection.How.TLS_CLOSE);
            assertThat(second.ending().orElseThrow().how()).isEqualTo(Connection.How.END_OF_STREAM);
        }
    }

    /** Two at a time, cut without a farewell: the worst there is for a client that resumes. */
    @Test
    void resumesTheSessionsOfConnectionsThatAreOver() throws IOException {
        Queue<Long> created = new ConcurrentLinkedQueue<>();
        try (HostileServer stream = upgrading(visitor -> {
                    created.add(((SSLSocket) visitor.socket()).getSession().getCreationTime());
                    visitor.frame(RawFrame.text("x"));
                    visitor.drain();
                });
                Target target = Targets.at(stream.address("https", ""), NO_PACE, trusting)) {
            for (int pair = 0; pair < 4; pair++) {
                Connection one = target.sockets(target.transcript()).connect(socket(stream));
                Connection other = target.sockets(target.transcript()).connect(socket(stream));
                assertThat(one.awaitUntil(seen -> seen.size() == 1, SOON)).isTrue();
                assertThat(other.awaitUntil(seen -> seen.size() == 1, SOON)).isTrue();
                one.drop();
                other.drop();
            }
        }
        assertThat(created).hasSize(8);
        // without care for sessions all are made anew; the JDK's server makes one of its own accord now and then
        assertThat(Set.copyOf(created)).as("sessions made anew").hasSizeLessThan(5);
    }

    /** As by two machines behind one address. */
    @Test
    void offersAllVersionsAgainWhereTheUsualOneIsRefused() throws IOException {
        AtomicReference<String> version = new AtomicReference<>("TLSv1.2");
        Queue<String> spoken = new ConcurrentLinkedQueue<>();
        UnaryOperator<Socket> choosing = socket -> {
            SSLSocket top = (SSLSocket) tls(socket);
            top.setEnabledProtocols(new String[] {version.get()});
            return top;
        };
        try (HostileServer stream = HostileServer.serving(choosing, visitor -> {
                    visitor.upgrade("");
                    spoken.add(((SSLSocket) visitor.socket()).getSession().getProtocol());
                    visitor.drain();
                });
                Target target = Targets.at(stream.address("https", ""), NO_PACE, trusting)) {
            for (String one : List.of("TLSv1.2", "TLSv1.2", "TLSv1.3", "TLSv1.2")) {
                version.set(one);
                try (Connection open = target.sockets(target.transcript()).connect(socket(stream))) {
                    assertThat(open.ending()).isEmpty();
                }
            }
        }
        assertThat(spoken).containsExactly("TLSv1.2", "TLSv1.2", "TLSv1.3", "TLSv1.2");
    }

    @Test
    void givesUpOnATlsHandshakeThatNeverEnds() throws IOException {
        try (HostileServer silent = HostileServer.serving(HostileServer.Visitor::fallSilent);
                Target target = Targets.at(silent.address("https", ""), NO_PACE, trusting)) {
            Transcript transcript = target.transcript();
            ApiRequest list = ApiRequest.list(Targets.ZONE);

            assertThat(kind(() -> target.api(transcript).send(list))).isEqualTo(NoAnswer.Kind.TIMED_OUT);
            assertThat(kind(() -> target.leanApi(transcript).send(list)))
                    .isIn(NoAnswer.Kind.TIMED_OUT, NoAnswer.Kind.UNREACHABLE);
            assertThat(kind(() -> target.sockets(transcript).connect(socket(silent))))
                    .isEqualTo(NoAnswer.Kind.TIMED_OUT);
        }
    }

    @Test
    void speaksPlainlyToATlsPortWhereItIsAskedTo() throws IOException {
        try (HostileServer plain = HostileServer.serving(visitor -> {
                    visitor.request();
                    visitor.say("HTTP/1.1 301 Moved\r\nContent-Length: 0\r\n\r\n");
                });
                Target target = Targets.at(plain.address("https", ""), NO_PACE, trusting)) {

            RawProbe.RawAnswer answer =
                    target.raw(target.transcript()).handshake(socket(plain), Handshake.PLAIN.withoutTls());

            assertThat(answer.status()).isEqualTo(301);
        }
    }

    private static NoAnswer.Kind kind(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(NoAnswer.class, call).kind();
    }
}
