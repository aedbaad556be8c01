package org.instantlogs.suite.statistics;

/**
 * What a test can be wrong about, stated before it is seen what came: the same in every run.
 *
 * @param claim what is tested, a phrase
 * @param falseAlarm the greatest probability of a rejection although the claim holds, between 0 and 1
 * @param detects the smallest deviations that are found with that power, a phrase
 * @param power between 0 and 1
 */
public record Design(String claim, double falseAlarm, String detects, double power) {
    public Design {
        Levels.open("falseAlarm", falseAlarm);
        Levels.open("power", power);
    }
}
