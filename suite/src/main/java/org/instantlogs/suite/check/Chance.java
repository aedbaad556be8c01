package org.instantlogs.suite.check;

/**
 * What a case may draw at random: a parameter of its method.
 *
 * @param seed of the run: the same seed draws the same
 * @param filters how many random filters the whole run tries, 0 to 100,000
 */
public record Chance(long seed, int filters) {
    /** How many filters are tried where nobody says otherwise. */
    public static final int FILTERS = 200;

    private static final int MOST = 100_000;

    public Chance {
        if (filters < 0 || filters > MOST) {
            throw new IllegalArgumentException("`random` is " + filters + "; give 0 to " + MOST);
        }
    }
}
