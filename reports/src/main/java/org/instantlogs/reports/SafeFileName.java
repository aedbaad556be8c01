package org.instantlogs.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** File names that every file system takes, made from names that hold anything. */
final class SafeFileName {

    private static final int HASH_BYTES = 4;

    private SafeFileName() {}

    /**
     * Returns a name of letters, digits, dots, underscores and hyphens. Where it differs from the given one it ends in a short
     * hash of that, so that two names do not become one.
     *
     * @param longest in characters; at least 16
     */
    static String of(String name, int longest) {
        var safe = name.replaceAll("[^a-zA-Z0-9._-]", "_");
        if (safe.equals(name) && safe.length() <= longest && !safe.isEmpty() && !safe.startsWith(".")) {
            return safe;
        }
        var hash = "-" + hash(name);
        var kept = safe.startsWith(".") ? "_" + safe.substring(1) : safe;
        return kept.substring(0, Math.min(kept.length(), longest - hash.length())) + hash;
    }

    private static String hash(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
