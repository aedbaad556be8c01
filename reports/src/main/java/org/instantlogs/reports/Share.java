package org.instantlogs.reports;

/**
 * A share that a statistical test has measured. What came differs from run to run where the target picks by chance, as times do.
 *
 * @param of what the share is of, a phrase such as {@code records delivered at a sample of 10}
 * @param n of how many
 * @param expected the share that a conformant target has on average
 * @param low the least that the test lets pass
 * @param high the greatest that the test lets pass
 * @param observed the share that came
 */
public record Share(String of, int n, double expected, double low, double high, double observed) {
    public Share {
        Required.text("shares.of", of);
        Required.share("shares.expected", expected);
        Required.share("shares.low", low);
        Required.share("shares.high", high);
        Required.share("shares.observed", observed);
        if (n < 1) {
            throw new IllegalArgumentException("`shares.n` is " + n + "; a share is of at least one");
        }
        if (low > high) {
            throw new IllegalArgumentException("`shares.low` is " + low + ", which is above `shares.high`, " + high);
        }
    }

    /** Whether the test lets it pass. */
    public boolean isWithin() {
        return low <= observed && observed <= high;
    }
}
