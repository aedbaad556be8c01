package org.instantlogs.suite.descriptor;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What the suite trusts when it speaks TLS: the platform's certificates and those of {@code tls.trust}, or anything
 * where the descriptor says {@code tls.insecure}.
 *
 * <p>Host names are checked by whoever opens the connection: a client that asks for endpoint identification
 * ({@code HTTPS}), as Java's HTTP client does by itself and a raw {@code SSLSocket} through its parameters, gets it
 * from this trust manager, except where it is insecure.
 */
public final class TrustStores {
    private TrustStores() {}

    /**
     * A context for clients.
     *
     * @throws DescriptorException if {@code tls.trust} can't be used
     */
    public static SSLContext sslContext(Descriptor.Tls tls) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trustManager(tls)}, null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw unusable(unusable);
        }
    }

    /**
     * The trust manager of that context.
     *
     * @throws DescriptorException if {@code tls.trust} can't be used
     */
    public static X509TrustManager trustManager(Descriptor.Tls tls) {
        if (tls.insecure()) {
            return new TrustingAnything();
        }
        try {
            X509TrustManager platform = over(null);
            if (tls.trust().isEmpty()) {
                return platform;
            }
            // One store for all: a chain may begin in the file and end at a certificate of the platform's.
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (X509Certificate certificate : platform.getAcceptedIssuers()) {
                store.setCertificateEntry("platform-" + number++, certificate);
            }
            for (X509Certificate certificate : new PemFile(tls.trust().get()).certificates()) {
                store.setCertificateEntry("file-" + number++, certificate);
            }
            return over(store);
        } catch (GeneralSecurityException | IOException unusable) {
            throw unusable(unusable);
        }
    }

    /** The platform's own where there is no store. */
    private static X509TrustManager over(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("the platform has no X.509 trust manager"));
    }

    private static DescriptorException unusable(Exception cause) {
        DescriptorException refused = new DescriptorException("`tls`: this Java has no usable TLS set-up ("
                + Wording.quoted(String.valueOf(cause.getMessage())) + "); run the suite on a complete JDK");
        refused.initCause(cause);
        return refused;
    }
}
