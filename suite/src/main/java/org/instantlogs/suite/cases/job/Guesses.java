package org.instantlogs.suite.cases.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Session parts that somebody who knows the server's ways could compute: digests of texts that are no secret. A digest looks like
 * chance and has none. A part that was drawn at random is among so many guesses with a probability below 1e-28.
 */
final class Guesses {
    private static final List<String> ALGORITHMS = List.of("MD5", "SHA-1", "SHA-256");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32,}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{22,}");
    private static final int BYTES = 16;
    /** A UUID that is made of a digest has its version and its variant in these bytes. */
    private static final List<Integer> OF_A_UUID = List.of(6, 8);

    private final List<MessageDigest> digests;
    private final Map<String, String> known = new HashMap<>();

    Guesses() {
        digests = ALGORITHMS.stream().map(Guesses::digest).toList();
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }

    /**
     * Guesses that a part is a digest of this text.
     *
     * @param what what the text is, for a message
     */
    void add(String text, String what) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (MessageDigest digest : digests) {
            known.put(key(digest.digest(bytes)), "the " + digest.getAlgorithm() + " of " + what);
        }
    }

    /** What a session part is, if it was guessed. */
    Optional<String> of(String part) {
        return bytes(part).map(Guesses::key).map(known::get);
    }

    private static Optional<byte[]> bytes(String part) {
        var digits = part.replace("-", "");
        if (HEX.matcher(digits).matches()) {
            return Optional.of(HexFormat.of().parseHex(digits.substring(0, 2 * BYTES)));
        }
        var base64 = part.replace('-', '+').replace('_', '/');
        return BASE64.matcher(base64).matches()
                ? Optional.of(Base64.getDecoder().decode(base64.substring(0, base64.length() / 4 * 4)))
                : Optional.empty();
    }

    private static String key(byte[] digest) {
        var bytes = Arrays.copyOf(digest, BYTES);
        OF_A_UUID.forEach(place -> bytes[place] = 0);
        return HexFormat.of().formatHex(bytes);
    }
}
