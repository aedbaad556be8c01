package org.instantlogs.suite.statistics;

import java.util.List;
import java.util.Locale;

/**
 * Tests whether a choice is blind to groups: given how many were chosen in all, each group's part has a hypergeometric
 * distribution, whatever the rate of the choice is.
 *
 * <p>The statistic is the smallest of the groups' exact two-sided p-values. Its false alarm is bounded by the sum, over the
 * groups, of the exact probability of a p-value as small: no asymptotics, and tighter than a correction by the number of
 * groups, since counts are discrete. The level is that of all groups together. A choice of exactly every Nth out of
 * records in a random order meets the claim as well as an independent one.
 *
 * @param sizes how many there were in each group, at least two groups of 1 or more
 */
public record HomogeneityTest(List<Integer> sizes) {
    public HomogeneityTest {
        sizes = List.copyOf(sizes);
        if (sizes.size() < 2 || sizes.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("`sizes` is " + sizes + "; give at least two groups of 1 or more");
        }
        Math.toIntExact(sizes.stream().mapToLong(Integer::longValue).sum());
    }

    /** An upper bound of the probability that a blind choice is as unevenly spread as this one. */
    public double pValue(List<Integer> chosen) {
        var spread = new Spread(sizes, total(checked(chosen)));
        return spread.bound(spread.smallest(chosen));
    }

    /**
     * Judges how a choice is spread over the groups.
     *
     * @param chosen how many of each group were chosen, in the order of the sizes
     * @param alpha the greatest false alarm that is allowed, over all groups together, between 0 and 1
     * @param power how surely a deviation of one group is to be found, between 0 and 1
     */
    public Judgement judge(List<Integer> chosen, double alpha, double power) {
        var spread = new Spread(sizes, total(checked(chosen)));
        double threshold = spread.threshold(Levels.open("alpha", alpha));
        double falseAlarm = spread.bound(threshold);
        double smallest = spread.smallest(chosen);
        double pValue = spread.bound(smallest);
        var detectable = spread.detectable(threshold, Levels.open("power", power));
        var text = String.format(
                Locale.ROOT,
                "%s of %s (p <= %.3g, false alarm <= %.3g; finds in the group that is hardest to judge %s)",
                chosen,
                sizes,
                pValue,
                falseAlarm,
                detectable);
        return new Judgement(smallest > threshold, pValue, falseAlarm, detectable, text);
    }

    /**
     * The true shares of one group, all others being alike, that the test finds out: in the group where that is hardest.
     *
     * @param chosen how many are chosen in all groups together
     * @param alpha as in {@link #judge}
     * @param power as in {@link #judge}
     */
    public Detectable detectable(int chosen, double alpha, double power) {
        var spread = new Spread(sizes, chosen);
        return spread.detectable(spread.threshold(Levels.open("alpha", alpha)), Levels.open("power", power));
    }

    /**
     * What {@link #judge} can be wrong about, whatever it is given to judge.
     *
     * @param over what the groups differ in, a phrase
     * @param expected how many are chosen on average, in all groups together
     */
    public Design design(String over, int expected, double alpha, double power) {
        return new Design(
                "the same share " + over + ", in groups of " + sizes,
                alpha,
                "in one group, where " + expected + " are chosen in all, "
                        + detectable(expected, alpha, power).shares(),
                power);
    }

    private List<Integer> checked(List<Integer> chosen) {
        if (chosen.size() != sizes.size()) {
            throw new IllegalArgumentException(
                    "`chosen` has " + chosen.size() + " groups, `sizes` has " + sizes.size());
        }
        for (int i = 0; i < sizes.size(); i++) {
            if (chosen.get(i) < 0 || chosen.get(i) > sizes.get(i)) {
                throw new IllegalArgumentException("`chosen` has " + chosen.get(i) + " of " + sizes.get(i));
            }
        }
        return chosen;
    }

    private static int total(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
