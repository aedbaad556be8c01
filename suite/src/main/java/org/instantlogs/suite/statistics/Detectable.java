package org.instantlogs.suite.statistics;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The true shares that a test of a given size finds out: those at {@code below} or less and those at {@code above} or more.
 *
 * @param below empty where the test is too small to find any share that is too low
 * @param above empty where the test is too small to find any share that is too high
 * @param power the probability of finding them, between 0 and 1
 */
public record Detectable(OptionalDouble below, OptionalDouble above, double power) {
    /** The shares, without the power. */
    String shares() {
        return "shares of " + side(below) + " or less and " + side(above) + " or more";
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s with power %.3g", shares(), power);
    }

    private static String side(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.4g", share.getAsDouble()) : "(none)";
    }
}
