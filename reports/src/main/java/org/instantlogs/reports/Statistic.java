package org.instantlogs.reports;

/**
 * A statistical test that a check has made: what it can be wrong about, stated before it is seen what came.
 *
 * @param claim what a conformant target's behaviour is held against
 * @param falseAlarm the greatest probability with which a conformant target is called otherwise, from 0 to 1
 * @param detects the smallest deviations that are found with that power
 * @param power the probability of finding them, from 0 to 1
 */
public record Statistic(String claim, double falseAlarm, String detects, double power) {
    public Statistic {
        Required.text("claim", claim);
        Required.text("detects", detects);
        probability("falseAlarm", falseAlarm);
        probability("power", power);
    }

    private static void probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("`" + name + "` is " + value + "; a probability is from 0 to 1");
        }
    }
}
