package org.instantlogs.suite.descriptor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The certificates of a PEM file; whatever else it holds, such as comments or keys, is passed over. */
record PemFile(Path path) {
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");

    /**
     * At least one certificate.
     *
     * @throws DescriptorException if the file can't be read or holds none
     */
    List<X509Certificate> certificates() {
        String text = read();
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher block = CERTIFICATE.matcher(text);
        while (block.find()) {
            certificates.add(certificate(block.group()));
        }
        if (certificates.isEmpty()) {
            throw refused("holds no certificate; give a PEM file with `-----BEGIN CERTIFICATE-----` blocks");
        }
        return certificates;
    }

    private String read() {
        if (!Files.exists(path)) {
            throw refused("is missing; give the path of a PEM file, relative to the descriptor's folder");
        }
        if (!Files.isRegularFile(path)) {
            throw refused("is no file; give the path of a PEM file");
        }
        try {
            return Files.readString(path, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw refused("can't be read; give a PEM file that this user may read");
        }
    }

    private X509Certificate certificate(String block) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (CertificateException broken) {
            throw refused("holds a broken certificate; export it again as PEM");
        }
    }

    private DescriptorException refused(String problem) {
        return new DescriptorException("`tls.trust`: the file " + Wording.quoted(path.toString()) + " " + problem);
    }
}
