package org.instantlogs.suite.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

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
        return bound(smallest(chosen), total(checked(chosen)));
    }

    /**
     * Judges how a choice is spread over the groups.
     *
     * @param chosen how many of each group were chosen, in the order of the sizes
     * @param alpha the greatest false alarm that is allowed, over all groups together, between 0 and 1
     * @param power how surely a deviation of one group is to be found, between 0 and 1
     */
    public Judgement judge(List<Integer> chosen, double alpha, double power) {
        int total = total(checked(chosen));
        double threshold = threshold(total, Levels.open("alpha", alpha));
        double falseAlarm = bound(threshold, total);
        double pValue = pValue(chosen);
        var detectable = detectable(total, alpha, power);
        var text = String.format(
                Locale.ROOT,
                "%s of %s (p <= %.3g, false alarm <= %.3g; finds in the group that is hardest to judge %s)",
                chosen,
                sizes,
                pValue,
                falseAlarm,
                detectable);
        return new Judgement(smallest(chosen) > threshold, pValue, falseAlarm, detectable, text);
    }

    /**
     * The true shares of one group, all others being alike, that the test finds out: in the group where that is hardest.
     *
     * @param total how many were chosen in all groups together
     * @param alpha as in {@link #judge}
     * @param power as in {@link #judge}
     */
    public Detectable detectable(int total, double alpha, double power) {
        Levels.open("power", power);
        double threshold = threshold(total, Levels.open("alpha", alpha));
        var below = OptionalDouble.of(1);
        var above = OptionalDouble.of(0);
        for (int size : sizes) {
            var biased = new BiasedChoice(claim(size, total), size);
            below = both(below, biased.detectableBelow(threshold, power), Math::min);
            above = both(above, biased.detectableAbove(threshold, power), Math::max);
        }
        return new Detectable(below, above, power);
    }

    private static OptionalDouble both(
            OptionalDouble one, OptionalDouble other, java.util.function.DoubleBinaryOperator combine) {
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(combine.applyAsDouble(one.getAsDouble(), other.getAsDouble()))
                : OptionalDouble.empty();
    }

    /** The greatest attainable p-value of a group up to which rejecting keeps the bound within alpha; 0 where there is none. */
    private double threshold(int total, double alpha) {
        var attainable = new ArrayList<Double>();
        for (int size : sizes) {
            var tails = Tails.of(claim(size, total));
            // No p-value above alpha can have a bound within it.
            tails.pValues().filter(p -> p <= alpha).forEach(attainable::add);
        }
        attainable.sort(null);
        int from = 0;
        int to = attainable.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (bound(attainable.get(middle), total) <= alpha) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from == 0 ? 0 : attainable.get(from - 1);
    }

    private double bound(double p, int total) {
        double sum = 0;
        for (int size : sizes) {
            sum += Tails.of(claim(size, total)).probabilityOfAtMost(p);
        }
        return Math.min(1, sum);
    }

    private double smallest(List<Integer> chosen) {
        int total = total(checked(chosen));
        double smallest = 1;
        for (int i = 0; i < sizes.size(); i++) {
            smallest = Math.min(smallest, Tails.of(claim(sizes.get(i), total)).pValue(chosen.get(i)));
        }
        return smallest;
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

    private HypergeometricDistribution claim(int size, int total) {
        return HypergeometricDistribution.of(total(sizes), total, size);
    }

    private static int total(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
