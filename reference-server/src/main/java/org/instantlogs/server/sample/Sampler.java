package org.instantlogs.server.sample;

import java.util.SplittableRandom;

/**
 * The client's sample: keeps one record in {@code n} on average, each by a chance of its own. Source page: "Sample". Not safe for
 * several threads.
 */
public final class Sampler {
    private final long n;
    private final SplittableRandom random;

    /**
     * A sampler of 1 in {@code n}.
     *
     * @param n at least 1, which keeps everything
     */
    public Sampler(long n, SplittableRandom random) {
        if (n < 1) {
            throw new IllegalArgumentException("a sample of 1 in " + n + " can't be taken");
        }
        this.n = n;
        this.random = random;
    }

    /** Whether the next record is kept. */
    public boolean keepsNext() {
        return n == 1 || random.nextLong(n) == 0;
    }
}
