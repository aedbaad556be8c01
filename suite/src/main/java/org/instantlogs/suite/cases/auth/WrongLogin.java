package org.instantlogs.suite.cases.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.descriptor.Descriptor.EmailKey;
import org.instantlogs.suite.descriptor.Descriptor.Login;
import org.instantlogs.suite.probe.Credentials;
import org.instantlogs.suite.zone.Zone;

/** Credentials that nobody has, most of them made of the owner's; where the descriptor gives no such login, of invented ones. */
record WrongLogin(String name, Function<WrongLogin.Owner, Map<String, String>> headers) implements Variant {
    private static final String INVENTED = "nobodys0secret1of2forty3characters4in5all";

    private static final List<WrongLogin> ALL = List.of(
            new WrongLogin("none", login -> Map.of()),
            new WrongLogin("key-altered", login -> pair(login.email(), altered(login.key()))),
            new WrongLogin("key-altered-in-its-middle", login -> pair(login.email(), alteredInTheMiddle(login.key()))),
            new WrongLogin("key-altered-at-its-start", login -> pair(login.email(), alteredAtTheStart(login.key()))),
            new WrongLogin("key-cut", login -> pair(login.email(), cut(login.key()))),
            new WrongLogin("key-lengthened", login -> pair(login.email(), login.key() + "0")),
            new WrongLogin("key-in-other-case", login -> pair(login.email(), otherCase(login.key()))),
            new WrongLogin(
                    "key-with-a-letter-in-other-case", login -> pair(login.email(), letterInOtherCase(login.key()))),
            new WrongLogin("key-empty", login -> pair(login.email(), "")),
            new WrongLogin("key-is-the-email", login -> pair(login.email(), login.email())),
            new WrongLogin("key-of-nobody", login -> pair("nobody@example.com", login.key())),
            new WrongLogin("key-of-nobody-empty", login -> pair("nobody@example.com", "")),
            new WrongLogin("email-cut", login -> pair(cut(login.email()), login.key())),
            new WrongLogin("email-without-its-host", login -> pair(upToTheSign(login.email()), login.key())),
            new WrongLogin("email-empty", login -> pair("", login.key())),
            new WrongLogin("email-and-key-empty", login -> pair("", "")),
            new WrongLogin("email-only", login -> Map.of("X-Auth-Email", login.email())),
            new WrongLogin("key-only", login -> Map.of("X-Auth-Key", login.key())),
            new WrongLogin("token-altered", login -> bearer(altered(login.token()))),
            new WrongLogin("token-altered-in-its-middle", login -> bearer(alteredInTheMiddle(login.token()))),
            new WrongLogin("token-altered-at-its-start", login -> bearer(alteredAtTheStart(login.token()))),
            new WrongLogin("token-cut", login -> bearer(cut(login.token()))),
            new WrongLogin("token-lengthened", login -> bearer(login.token() + "0")),
            new WrongLogin("token-in-other-case", login -> bearer(otherCase(login.token()))),
            new WrongLogin("token-with-a-letter-in-other-case", login -> bearer(letterInOtherCase(login.token()))),
            new WrongLogin("token-empty", login -> Map.of("Authorization", "Bearer ")),
            new WrongLogin("token-as-the-key", login -> pair(login.email(), login.token())),
            new WrongLogin("key-as-the-token", login -> bearer(login.key())),
            new WrongLogin("scheme-only", login -> Map.of("Authorization", "Bearer")),
            new WrongLogin("other-scheme", login -> Map.of("Authorization", "Basic " + basic("nobody:nothing"))),
            new WrongLogin("no-scheme-nor-token", login -> Map.of("Authorization", "nothing")));

    /** The owner's login, gaps filled with invented values. */
    record Owner(String email, String key, String token) {
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
        return ALL;
    }

    /** One of each kind: none, half, wrong. */
    static List<WrongLogin> typical() {
        var names = Set.of("none", "key-altered", "email-only", "key-only", "token-altered", "token-empty");
        return ALL.stream().filter(wrong -> names.contains(wrong.name())).toList();
    }

    @Override
    public Map<String, String> axes() {
        return Map.of("credentials", name);
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

    private static String alteredInTheMiddle(String secret) {
        int half = (secret.length() + 1) / 2;
        return altered(secret.substring(0, half)) + secret.substring(half);
    }

    private static String alteredAtTheStart(String secret) {
        int first = Math.min(1, secret.length());
        return altered(secret.substring(0, first)) + secret.substring(first);
    }

    private static String cut(String secret) {
        return secret.substring(0, Math.max(0, secret.length() - 1));
    }

    /** Whose it is; half of it where it has no sign. */
    private static String upToTheSign(String email) {
        int sign = email.indexOf('@');
        return email.substring(0, sign > 0 ? sign : email.length() / 2);
    }

    private static String otherCase(String secret) {
        var upper = secret.toUpperCase(Locale.ROOT);
        return upper.equals(secret) ? secret.toLowerCase(Locale.ROOT) : upper;
    }

    /** Its last letter; as it was where it has none. */
    private static String letterInOtherCase(String secret) {
        for (int i = secret.length() - 1; i >= 0; i--) {
            if (Character.isLetter(secret.charAt(i))) {
                return secret.substring(0, i) + otherCase(secret.substring(i, i + 1)) + secret.substring(i + 1);
            }
        }
        return secret;
    }

    private static String basic(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
