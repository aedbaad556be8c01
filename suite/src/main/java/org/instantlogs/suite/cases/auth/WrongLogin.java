package org.instantlogs.suite.cases.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.descriptor.Descriptor.EmailKey;
import org.instantlogs.suite.descriptor.Descriptor.Login;
import org.instantlogs.suite.probe.Credentials;
import org.instantlogs.suite.zone.Zone;

/** Credentials that nobody has, most of them made of the owner's; where the descriptor gives no such login, of invented ones. */
enum WrongLogin implements Variant {
    NONE(login -> Map.of()),
    KEY_ALTERED(login -> pair(login.email(), altered(login.key()))),
    KEY_CUT(login -> pair(login.email(), cut(login.key()))),
    KEY_LENGTHENED(login -> pair(login.email(), login.key() + "0")),
    KEY_IN_OTHER_CASE(login -> pair(login.email(), otherCase(login.key()))),
    KEY_EMPTY(login -> pair(login.email(), "")),
    KEY_IS_THE_EMAIL(login -> pair(login.email(), login.email())),
    KEY_OF_NOBODY(login -> pair("nobody@example.com", login.key())),
    EMAIL_EMPTY(login -> pair("", login.key())),
    EMAIL_AND_KEY_EMPTY(login -> pair("", "")),
    EMAIL_ONLY(login -> Map.of("X-Auth-Email", login.email())),
    KEY_ONLY(login -> Map.of("X-Auth-Key", login.key())),
    TOKEN_ALTERED(login -> bearer(altered(login.token()))),
    TOKEN_CUT(login -> bearer(cut(login.token()))),
    TOKEN_LENGTHENED(login -> bearer(login.token() + "0")),
    TOKEN_IN_OTHER_CASE(login -> bearer(otherCase(login.token()))),
    TOKEN_EMPTY(login -> Map.of("Authorization", "Bearer ")),
    SCHEME_ONLY(login -> Map.of("Authorization", "Bearer")),
    OTHER_SCHEME(login -> Map.of("Authorization", "Basic " + basic("nobody:nothing"))),
    NO_SCHEME_NOR_TOKEN(login -> Map.of("Authorization", "nothing"));

    private static final String INVENTED = "c2547eb745079dac9320b638f5e225cf483cc5cfdda41";

    private final Function<Owner, Map<String, String>> headers;

    WrongLogin(Function<Owner, Map<String, String>> headers) {
        this.headers = headers;
    }

    /** The owner's login, gaps filled with invented values. */
    private record Owner(String email, String key, String token) {
        static Owner of(Login login) {
            var pair = login.emailKey().orElse(new EmailKey("somebody@example.com", INVENTED));
            return new Owner(pair.email(), pair.key(), login.token().orElse(INVENTED));
        }

        @Override
        public String toString() {
            return "Owner[redacted]";
        }
    }

    static List<WrongLogin> all() {
        return List.of(values());
    }

    @Override
    public Map<String, String> axes() {
        return Map.of("credentials", name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** As they are sent; where they come out as the owner's right ones, they are nothing to test with. */
    Credentials madeFor(Zone zone) {
        var login = zone.descriptor().auth();
        var sent = headers.apply(Owner.of(login));
        boolean isRight = login.emailKey()
                        .map(pair -> pair(pair.email(), pair.key()).equals(sent))
                        .orElse(false)
                || login.token().map(token -> bearer(token).equals(sent)).orElse(false);
        if (isRight) {
            throw zone.judgement().notTested("an auth.key or auth.token that differs from itself in the other case");
        }
        return Credentials.of(sent);
    }

    private static Map<String, String> pair(String email, String key) {
        return Map.of("X-Auth-Email", email, "X-Auth-Key", key);
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static String altered(String secret) {
        return cut(secret) + (secret.endsWith("7") ? "3" : "7");
    }

    private static String cut(String secret) {
        return secret.substring(0, Math.max(0, secret.length() - 1));
    }

    private static String otherCase(String secret) {
        var upper = secret.toUpperCase(Locale.ROOT);
        return upper.equals(secret) ? secret.toLowerCase(Locale.ROOT) : upper;
    }

    private static String basic(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
