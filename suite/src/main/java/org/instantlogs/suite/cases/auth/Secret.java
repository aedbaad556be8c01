package org.instantlogs.suite.cases.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.instantlogs.suite.descriptor.Descriptor;
import org.instantlogs.suite.zone.JobSpec;

/** A key or a token. Half of one is told as well: what is left of it can be tried. */
record Secret(String text, List<String> known) {
    /** A shorter piece could stand in an answer by chance, and may be shown so that its owner knows which key is meant. */
    private static final int SHORTEST_PIECE = 12;

    /** So many bytes make four characters of base 64. */
    private static final int OF_BASE64 = 3;

    /** What every answer is made of. */
    private static final List<String> WORDS = List.of(
            JobSpec.exampleJob().toJson(),
            "/client/v4/zones/logpush/edge/jobs",
            "instant-logs/ws/sessions/",
            "X-Auth-Key");

    Secret {
        known = List.copyOf(known);
    }

    /** Among the target's own names, which answers may hold: a key that is made of such words is not betrayed by them. */
    static Secret of(String text, Descriptor descriptor) {
        var zones =
                descriptor.zones().stream().flatMap(zone -> Stream.concat(Stream.of(zone.id()), zone.host().stream()));
        var names = Stream.concat(Stream.of(descriptor.name(), descriptor.api().toString()), zones);
        return new Secret(text, Stream.concat(WORDS.stream(), names).toList());
    }

    /**
     * Whether the text has it in it, or a piece of half its length; JSON's escaped slashes count as slashes. Whole it is found as
     * hex digits, in base 64 and escaped as in addresses too.
     */
    boolean isIn(String answer) {
        var plain = answer.replace("\\/", "/");
        if (isEncodedIn(plain)) {
            return true;
        }
        int length = Math.max(SHORTEST_PIECE, text.length() / 2);
        return plain.contains(text)
                || IntStream.rangeClosed(0, text.length() - length)
                        .mapToObj(at -> text.substring(at, at + length))
                        .anyMatch(piece -> plain.contains(piece) && !isKnown(piece));
    }

    private boolean isEncodedIn(String plain) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return plain.contains(URLEncoder.encode(text, StandardCharsets.UTF_8))
                || plain.toLowerCase(Locale.ROOT).contains(HexFormat.of().formatHex(bytes))
                || IntStream.range(0, OF_BASE64)
                        .mapToObj(before -> base64(bytes, before))
                        .anyMatch(plain.replace('-', '+').replace('_', '/')::contains);
    }

    /** So much of its base 64 as depends on nothing else, where so many bytes stand before it. */
    private static String base64(byte[] bytes, int before) {
        var whole = new byte[(before + bytes.length) / OF_BASE64 * OF_BASE64];
        System.arraycopy(bytes, 0, whole, before, whole.length - before);
        var encoded = Base64.getEncoder().encodeToString(whole);
        return encoded.substring(before == 0 ? 0 : 4);
    }

    private boolean isKnown(String piece) {
        return known.stream().anyMatch(words -> words.contains(piece));
    }

    /** Secrets are in no message. */
    @Override
    public String toString() {
        return "a secret of " + text.length() + " characters";
    }
}
