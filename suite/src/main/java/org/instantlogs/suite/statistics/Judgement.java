package org.instantlogs.suite.statistics;

/**
 * What a test says of one observation.
 *
 * @param accepted whether the observation agrees with the claim
 * @param pValue the probability of an observation at least as extreme if the claim holds, or an upper bound of it
 * @param falseAlarm the probability of not accepting although the claim holds: at most the level that was asked for
 * @param detectable what would have been found with the power that was asked for
 * @param text the observation and these numbers in one sentence
 */
public record Judgement(boolean accepted, double pValue, double falseAlarm, Detectable detectable, String text) {}
