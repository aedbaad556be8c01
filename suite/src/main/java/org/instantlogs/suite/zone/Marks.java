package org.instantlogs.suite.zone;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.probe.JsonEscapes;

/**
 * The marks by which a case knows its own records among the zone's other traffic: 16 lower-case hex digits, the first 8 of
 * them the case's token. Thread-safe.
 */
final class Marks {
    private final String token;
    private final Pattern pattern;
    private final AtomicLong next = new AtomicLong();
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> left = new ConcurrentHashMap<>();

    /** @param token 8 lower-case hex digits */
    Marks(String token) {
        this.token = token;
        this.pattern = Pattern.compile(token + "[0-9a-f]{8}");
    }

    String fresh() {
        return token + HexFormat.of().toHexDigits(next.getAndIncrement(), 8);
    }

    Sent sent(String mark, LogRecord record) {
        var one = new Sent(mark, record);
        sent.put(mark, one);
        return one;
    }

    /** These are about to be sent off. */
    void leave(List<Sent> some) {
        long now = System.nanoTime();
        some.forEach(one -> left.put(one.mark(), now));
    }

    /** When it was sent off, by {@link System#nanoTime()}; where that was more than once, the last time. */
    OptionalLong leftAt(Sent one) {
        var at = left.get(one.mark());
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }

    /** Whose record a line is: that of its first mark, whether it is written as it is or with escapes, as JSON lets any character be. */
    Optional<Sent> find(byte[] line) {
        // Latin-1 keeps byte positions; marks are ASCII, which no encoding of other characters can forge.
        var text = new String(line, StandardCharsets.ISO_8859_1);
        return in(text).or(() -> JsonEscapes.mayBeIn(text) ? in(JsonEscapes.undone(text)) : Optional.empty());
    }

    private Optional<Sent> in(String text) {
        if (!text.contains(token)) {
            return Optional.empty();
        }
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            var found = sent.get(matcher.group());
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
