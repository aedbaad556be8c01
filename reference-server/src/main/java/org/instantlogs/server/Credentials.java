package org.instantlogs.server;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.instantlogs.server.session.Account;

/** Makes up credentials that nobody can know beforehand. */
final class Credentials {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Credentials() {}

    /** An account of that id with a key and a token of its own. */
    static Account fresh(String id) {
        return new Account(id, id + "@example.com", secret(), secret());
    }

    private static String secret() {
        var bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
