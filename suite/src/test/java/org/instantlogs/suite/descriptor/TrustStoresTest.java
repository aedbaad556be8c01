package org.instantlogs.suite.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real handshakes with a server whose certificate is for {@code localhost}, from a made-up authority. */
final class TrustStoresTest {
    private static final Descriptor.Tls PLATFORM = new Descriptor.Tls(Optional.empty(), false);
    private static final Descriptor.Tls ANYTHING = new Descriptor.Tls(Optional.empty(), true);

    @TempDir
    private Path folder;

    @Test
    void thePlatformAloneDoesNotTrustAMadeUpAuthority() {
        assertThatExceptionOfType(SSLException.class).isThrownBy(() -> shakesHands(PLATFORM, "localhost"));
    }

    @Test
    void aFileIsTrustedBesideThePlatform() throws Exception {
        assertThat(shakesHands(trusting(Examples.CA), "localhost")).isTrue();
        assertThat(TrustStores.trustManager(trusting(Examples.CA)).getAcceptedIssuers())
                .hasSize(TrustStores.trustManager(PLATFORM).getAcceptedIssuers().length + 1);
    }

    @Test
    void aFileMayHoldTextAndSeveralBlocks() throws Exception {
        Descriptor.Tls tls = trusting("the shop's authority\n" + Examples.CA + "\n" + Examples.CA);

        assertThat(shakesHands(tls, "localhost")).isTrue();
    }

    @Test
    void aTrustedCertificateOfAnotherHostIsRefused() throws Exception {
        Descriptor.Tls tls = trusting(Examples.CA);

        assertThatExceptionOfType(SSLException.class).isThrownBy(() -> shakesHands(tls, "other.example"));
    }

    @Test
    void insecureTakesAnyAuthorityAndHost() throws Exception {
        assertThat(shakesHands(ANYTHING, "localhost")).isTrue();
        assertThat(shakesHands(ANYTHING, "other.example")).isTrue();
    }

    @Test
    void aBrokenCertificateIsRefusedInOneLine() throws IOException {
        Descriptor.Tls tls = trusting("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        assertThatExceptionOfType(DescriptorException.class)
                .isThrownBy(() -> TrustStores.sslContext(tls))
                .withMessage("`tls.trust`: the file `" + folder.resolve("trust.pem")
                        + "` holds a broken certificate; export it again as PEM");
    }

    private Descriptor.Tls trusting(String pem) throws IOException {
        return new Descriptor.Tls(Optional.of(Files.writeString(folder.resolve("trust.pem"), pem)), false);
    }

    private static boolean shakesHands(Descriptor.Tls tls, String host) throws Exception {
        ExecutorService serving = Executors.newSingleThreadExecutor();
        try (SSLServerSocket server = (SSLServerSocket)
                serverContext().getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Future<?> peer = serving.submit(() -> greet(server));
            try (SSLSocket client = (SSLSocket) TrustStores.sslContext(tls)
                    .getSocketFactory()
                    .createSocket(
                            new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort()),
                            host,
                            server.getLocalPort(),
                            true)) {
                SSLParameters parameters = client.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                client.setSSLParameters(parameters);
                client.setSoTimeout(10_000);
                client.startHandshake();
                boolean greeted = client.getInputStream().read() == '!';
                peer.get();
                return greeted;
            }
        } finally {
            serving.shutdownNow();
        }
    }

    private static boolean greet(SSLServerSocket server) throws IOException {
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            socket.getOutputStream().write('!');
            return true;
        }
    }

    private static SSLContext serverContext() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Objects.requireNonNull(TrustStoresTest.class.getResourceAsStream("server.p12"))) {
            store.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
