package org.instantlogs.suite.probe;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.suite.descriptor.Descriptor;
import org.instantlogs.suite.descriptor.Descriptor.Login;

/**
 * Knows the run's secrets (credentials and session addresses, as far as they have been seen) and takes them out of
 * everything that is written down. Thread-safe.
 */
final class Redactor {

    static final String REDACTED = "[redacted]";

    private static final int SHORTEST_CREDENTIAL = 4;
    private static final int SHORTEST_SESSION = 8;
    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "proxy-authorization", "x-auth-key", "x-auth-email", "cookie", "set-cookie");
    /** A ws or wss URI, its slashes perhaps escaped as in JSON. */
    private static final Pattern SOCKET_URI = Pattern.compile("(?i)\\bwss?:(?:\\\\{0,3}/){2}[^\\s\"'<>`]*");
    /** The member, its quotes perhaps escaped as in JSON within JSON, and so what its value holds. */
    private static final Pattern SESSION_ID = Pattern.compile(
            "(\\\\{0,3}\"session_id\\\\{0,3}\"\\s*:\\s*\\\\{0,3}\")((?:[^\"\\\\]|\\\\{1,3}(?:u[0-9A-Fa-f]{4}|/))*)");

    /** The secrets by length, and of each length their polynomial hashes, so that thousands cost one pass a length. */
    private final Map<Integer, Fingerprints> hashes = new ConcurrentHashMap<>();

    private static final Fingerprints NONE = new Fingerprints();

    /** In their order, so that those that begin with a text stand together. */
    private final NavigableSet<String> secrets = new ConcurrentSkipListSet<>();

    static Redactor of(Descriptor descriptor) {
        Redactor redactor = new Redactor();
        redactor.learn(descriptor.auth());
        descriptor.stranger().ifPresent(redactor::learn);
        return redactor;
    }

    private void learn(Login login) {
        login.token().ifPresent(this::learnCredential);
        login.emailKey().ifPresent(pair -> {
            learnCredential(pair.key());
            learnCredential(pair.email());
        });
    }

    void learnCredential(String secret) {
        if (secret.length() >= SHORTEST_CREDENTIAL) {
            add(secret);
            add(new String(JsonStringEncoder.getInstance().quoteAsString(secret)));
        }
    }

    /** Remembers what makes a socket's address secret: its last segment and its query. */
    void learnAddress(URI address) {
        learnAddress(address.toString());
    }

    /** Remembers the session addresses that a text gives away, such as the answer to a create. */
    void learnFrom(String text) {
        if (JsonEscapes.mayBeIn(text)) {
            learnFromPlain(JsonEscapes.undone(text));
        }
        learnFromPlain(text);
    }

    private void learnFromPlain(String text) {
        if (mayHoldAddress(text)) {
            SOCKET_URI.matcher(text).results().map(MatchResult::group).forEach(this::learnAddress);
        }
        if (mayHoldSessionId(text)) {
            SESSION_ID.matcher(text).results().forEach(found -> learnSession(found.group(2)));
        }
    }

    /** Where escapes hide something secret, the text is told without them. */
    String redact(String text) {
        String redacted = redactPlain(text);
        if (!JsonEscapes.mayBeIn(text)) {
            return redacted;
        }
        String unescaped = redactPlain(JsonEscapes.undone(text));
        return redactions(unescaped) > redactions(redacted) ? unescaped : redacted;
    }

    private static int redactions(String text) {
        return text.split(Pattern.quote(REDACTED), -1).length;
    }

    private String redactPlain(String text) {
        String redacted = withoutSecrets(text);
        if (mayHoldAddress(redacted)) {
            redacted = SOCKET_URI
                    .matcher(redacted)
                    .replaceAll(found -> Matcher.quoteReplacement(withoutSession(found.group())));
        }
        return mayHoldSessionId(redacted)
                ? SESSION_ID.matcher(redacted).replaceAll("$1" + Matcher.quoteReplacement(REDACTED))
                : redacted;
    }

    /** Most texts are records, which hold none: a pattern costs many times what this does. */
    private static boolean mayHoldAddress(String text) {
        return text.contains("s:") || text.contains("S:");
    }

    private static boolean mayHoldSessionId(String text) {
        return text.contains("session_id");
    }

    /** The same for a text that was cut at its end, perhaps in the midst of a secret. */
    String redactCut(String text) {
        String whole = redact(text);
        int longest = hashes.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int length = Math.min(longest - 1, whole.length()); length >= SHORTEST_CREDENTIAL; length--) {
            String tail = whole.substring(whole.length() - length);
            String first = secrets.ceiling(tail);
            if (first != null && first.startsWith(tail)) {
                return whole.substring(0, whole.length() - length) + REDACTED;
            }
        }
        return whole;
    }

    Header redact(Header header) {
        return SECRET_HEADERS.contains(header.name().toLowerCase(Locale.ROOT))
                ? new Header(header.name(), REDACTED)
                : new Header(header.name(), redact(header.value()));
    }

    private void learnAddress(String address) {
        SessionPart.all(address).stream()
                .filter(SessionPart::looksLikeASecret)
                .forEach(part -> learnSession(part.text()));
        secretPart(address).map(part -> address.substring(part)).ifPresent(secret -> {
            int end = endOfPath(secret);
            learnSession(secret.substring(0, end));
            if (end + 1 < secret.length()) {
                learnSession(secret.substring(end + 1));
            }
        });
    }

    private void learnSession(String session) {
        String bare = session.replaceAll("[/\\\\]+$", "");
        if (bare.length() >= SHORTEST_SESSION && !bare.contains(REDACTED)) {
            add(bare);
        }
    }

    private void add(String secret) {
        secrets.add(secret);
        hashes.computeIfAbsent(secret.length(), length -> new Fingerprints()).add(secret.hashCode());
    }

    private static String withoutSession(String address) {
        int first = SessionPart.all(address).stream()
                .filter(SessionPart::looksLikeASecret)
                .mapToInt(SessionPart::from)
                .min()
                .orElse(address.length());
        return secretPart(address)
                .map(from -> Math.min(from, first))
                .map(from -> address.substring(0, from) + REDACTED)
                .orElse(address);
    }

    /** Where the last non-empty path segment begins, or the query where there is no path; empty where there is neither. */
    private static Optional<Integer> secretPart(String address) {
        int authority = address.indexOf('/');
        while (authority < address.length() && isSlash(address.charAt(authority))) {
            authority++;
        }
        int end = endOfPath(address);
        int last = end;
        while (last > authority && isSlash(address.charAt(last - 1))) {
            last--;
        }
        int slash = address.lastIndexOf('/', last - 1);
        if (slash >= authority) {
            return Optional.of(slash + 1);
        }
        return end + 1 < address.length() ? Optional.of(end + 1) : Optional.empty();
    }

    private static int endOfPath(String address) {
        for (int at = 0; at < address.length(); at++) {
            if (address.charAt(at) == '?' || address.charAt(at) == '#') {
                return at;
            }
        }
        return address.length();
    }

    private static boolean isSlash(char character) {
        return character == '/' || character == '\\';
    }

    /** A rolling hash a length, the same polynomial as {@link String#hashCode()}. */
    private String withoutSecrets(String text) {
        String rest = text;
        // longest first, so that a secret within a longer one does not leave the longer one's ends
        for (int length : hashes.keySet().stream().sorted((a, b) -> b - a).toList()) {
            rest = withoutSecrets(rest, length, hashes.getOrDefault(length, NONE));
        }
        return rest;
    }

    private String withoutSecrets(String text, int length, Fingerprints wanted) {
        if (text.length() < length) {
            return text;
        }
        int highest = 1;
        for (int power = 1; power < length; power++) {
            highest *= 31;
        }
        StringBuilder kept = new StringBuilder();
        int copied = 0;
        int hash = text.substring(0, length).hashCode();
        int at = 0;
        while (true) {
            boolean hit = at >= copied && wanted.mayHold(hash) && secrets.contains(text.substring(at, at + length));
            if (hit) {
                kept.append(text, copied, at).append(REDACTED);
                copied = at + length;
            }
            if (at + length >= text.length()) {
                break;
            }
            hash = 31 * (hash - highest * text.charAt(at)) + text.charAt(at + length);
            at++;
        }
        return copied == 0 ? text : kept.append(text, copied, text.length()).toString();
    }
}
