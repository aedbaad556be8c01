package org.instantlogs.server.front;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.instantlogs.server.http.Refusal;
import org.instantlogs.server.session.Account;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose request it is, by {@code X-Auth-Email} with {@code X-Auth-Key} or by {@code Authorization: Bearer}. Where both
 * ways are given, both must be right and of the same account. No answer repeats a credential.
 */
final class AccountLogins implements Logins {
    private static final Pattern EMAIL = Pattern.compile("[\\x21-\\x7e&&[^@]]{1,200}@[\\x21-\\x7e&&[^@]]{1,200}");
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(.*)");

    private final List<Account> accounts;

    AccountLogins(List<Account> accounts) {
        this.accounts = List.copyOf(accounts);
    }

    @Override
    public Login of(MultiMap headers) {
        boolean token = headers.contains("Authorization");
        boolean email = headers.contains("X-Auth-Email");
        boolean key = headers.contains("X-Auth-Key");
        if (!token && !(email && key)) {
            return refused(400, 9106, "Missing X-Auth-Key, X-Auth-Email or Authorization headers");
        }
        var byToken = token ? byToken(headers) : null;
        var byKey = email || key ? byKey(headers) : null;
        if (byToken == null) {
            return byKey == null
                    ? refused(400, 9106, "Missing X-Auth-Key, X-Auth-Email or Authorization headers")
                    : byKey;
        }
        if (byKey == null || byToken instanceof Login.Refused || byToken.equals(byKey)) {
            return byToken;
        }
        return byKey instanceof Login.Refused ? byKey : refused(403, 9103, "Unknown X-Auth-Key or X-Auth-Email");
    }

    private Login byToken(MultiMap headers) {
        var value = single(headers, "Authorization");
        var bearer = BEARER.matcher(value == null ? "" : value);
        if (!bearer.matches() || !SECRET.matcher(bearer.group(1)).matches()) {
            return refused(400, 6003, "Invalid request headers: Authorization is not of the form Bearer <token>");
        }
        var token = bearer.group(1);
        return find(account -> same(account.token(), token), refused(401, 1000, "Invalid API Token"));
    }

    private Login byKey(MultiMap headers) {
        if (!headers.contains("X-Auth-Email") || !headers.contains("X-Auth-Key")) {
            return refused(400, 9106, "Missing X-Auth-Key, X-Auth-Email or Authorization headers");
        }
        var email = single(headers, "X-Auth-Email");
        if (email == null || !EMAIL.matcher(email).matches()) {
            return refused(400, 6003, "Invalid request headers: X-Auth-Email is no email address");
        }
        var key = single(headers, "X-Auth-Key");
        if (key == null || !SECRET.matcher(key).matches()) {
            return refused(400, 6003, "Invalid request headers: X-Auth-Key is not of the form of a key");
        }
        return find(
                account -> same(account.email() + " " + account.key(), email + " " + key),
                refused(403, 9103, "Unknown X-Auth-Key or X-Auth-Email"));
    }

    private Login find(Predicate<Account> matching, Login otherwise) {
        Login found = otherwise;
        for (Account account : accounts) {
            found = matching.test(account) ? new Login.Of(account.id()) : found;
        }
        return found;
    }

    private static @Nullable String single(MultiMap headers, String name) {
        var values = headers.getAll(name);
        return values.size() == 1 ? values.get(0).strip() : null;
    }

    /** In a time that does not depend on where they differ. */
    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static Login refused(int status, int code, String message) {
        return new Login.Refused(new Refusal(status, code, message));
    }
}
