package org.instantlogs.suite.statistics;

/**
 * The counts that agree with a claim, both ends included.
 *
 * @param low the least count that agrees
 * @param high the greatest count that agrees
 * @param falseAlarm the exact probability of a count outside if the claim holds
 */
public record AcceptRegion(int low, int high, double falseAlarm) {
    /** Whether the count agrees with the claim. */
    public boolean contains(int count) {
        return low <= count && count <= high;
    }
}
