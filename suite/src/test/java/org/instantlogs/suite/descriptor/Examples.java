package org.instantlogs.suite.descriptor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Descriptors that are right. */
final class Examples {
    /** The example of the target contract, section 1, with its comments. */
    static final String CONTRACT = resource("contract-example.yaml");

    /** The certificate of a made-up authority. */
    static final String CA = resource("ca.pem");

    private Examples() {}

    /** The descriptor as {@code target.yaml} in that folder, beside a {@code ca.pem}. */
    static Path write(Path folder, String yaml) throws IOException {
        Files.writeString(folder.resolve("ca.pem"), CA);
        return Files.writeString(folder.resolve("target.yaml"), yaml);
    }

    private static String resource(String name) {
        try (InputStream in = Examples.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
