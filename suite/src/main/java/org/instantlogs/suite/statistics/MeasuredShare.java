package org.instantlogs.suite.statistics;

/**
 * The share that a test was given to judge, with the bounds within which it agrees with the claim.
 *
 * @param of what it is a share of, a phrase
 * @param n of how many
 * @param expected what the claim says
 * @param low the least that agrees
 * @param high the greatest that agrees
 * @param observed what came
 */
public record MeasuredShare(String of, int n, double expected, double low, double high, double observed) {}
