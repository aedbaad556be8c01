package org.instantlogs.server.front;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * A certificate of the server's own making, good for {@code localhost}, the loopback addresses and one host more, and the
 * authority that signed it. The private keys never leave the process.
 */
public final class Certificate {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    private final X509Bundle authority;
    private final X509Bundle server;

    private Certificate(X509Bundle authority, X509Bundle server) {
        this.authority = authority;
        this.server = server;
    }

    /** Makes both anew. */
    public static Certificate issue(String host) {
        try {
            var random = new SecureRandom();
            var authority = new CertificateBuilder()
                    .secureRandom(random)
                    .ecp256()
                    .subject("CN=Instant Logs reference server " + Long.toHexString(random.nextLong()))
                    .setIsCertificateAuthority(true)
                    .setKeyUsage(true, CertificateBuilder.KeyUsage.keyCertSign, CertificateBuilder.KeyUsage.cRLSign)
                    .buildSelfSigned();
            var server = new CertificateBuilder()
                    .secureRandom(random)
                    .ecp256()
                    .subject("CN=localhost")
                    .setKeyUsage(true, CertificateBuilder.KeyUsage.digitalSignature)
                    .addExtendedKeyUsageServerAuth()
                    .addSanDnsName("localhost")
                    .addSanIpAddress("127.0.0.1")
                    .addSanIpAddress("::1");
            if (ADDRESS.matcher(host).matches()) {
                server.addSanIpAddress(host);
            } else {
                server.addSanDnsName(host);
            }
            return new Certificate(authority, server.buildIssuedBy(authority));
        } catch (Exception e) {
            throw new IllegalStateException("the platform can't make an EC P-256 certificate", e);
        }
    }

    /** Writes the authority's certificate, the file that a client has to trust. */
    public void writeAuthority(Path file) throws IOException {
        Files.writeString(file, authority.getCertificatePEM());
    }

    PemKeyCertOptions forListener() {
        return new PemKeyCertOptions()
                .addCertValue(Buffer.buffer(server.getCertificatePathPEM()))
                .addKeyValue(Buffer.buffer(server.getPrivateKeyPEM()));
    }
}
