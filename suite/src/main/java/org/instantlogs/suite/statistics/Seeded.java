package org.instantlogs.suite.statistics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;

/** Chance that comes out the same in every run with the same seed, whatever ran before or beside it. */
public final class Seeded {
    private Seeded() {}

    /** The randomness of one check: its own sequence of the run's seed, independent of all other checks'. */
    public static SplittableRandom forCheck(long seed, String checkId) {
        var digest = sha256();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
        digest.update(checkId.getBytes(StandardCharsets.UTF_8));
        return new SplittableRandom(ByteBuffer.wrap(digest.digest()).getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
