package org.instantlogs.server.front;

import java.util.List;
import java.util.Set;

/** Which versions of TLS the server speaks. */
public enum TlsVersions {
    /** What a server on the open network speaks. */
    ALL,

    /**
     * TLS 1.2 alone: a session that is resumed costs neither side a key exchange, which TLS 1.3 of the JDK insists on. For a
     * server within the process that tests it, where a thousand connections cost more than all that is tested on them.
     */
    QUICKLY_RESUMED;

    /** Empty: the platform's own. GCM is slow as long as the JVM's second compiler has not compiled it. */
    List<String> cipherSuites() {
        return this == ALL ? List.of() : List.of("TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256");
    }

    Set<String> names() {
        return this == ALL ? Set.of("TLSv1.3", "TLSv1.2") : Set.of("TLSv1.2");
    }
}
