package org.instantlogs.suite.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** How a blind choice of a given number spreads over groups of given sizes, each group seen for itself. */
final class Spread {
    private final List<Integer> sizes;
    private final Map<Integer, HypergeometricDistribution> claims = new HashMap<>();
    private final Map<Integer, Tails> tails = new HashMap<>();

    Spread(List<Integer> sizes, int chosen) {
        this.sizes = sizes;
        int all = sizes.stream().mapToInt(Integer::intValue).sum();
        for (int size : sizes) {
            claims.computeIfAbsent(size, unused -> HypergeometricDistribution.of(all, chosen, size));
        }
        claims.forEach((size, claim) -> tails.put(size, Tails.of(claim)));
    }

    /** The smallest p-value of any group. */
    double smallest(List<Integer> chosen) {
        double smallest = 1;
        for (int i = 0; i < sizes.size(); i++) {
            smallest = Math.min(smallest, tailsOf(sizes.get(i)).pValue(chosen.get(i)));
        }
        return smallest;
    }

    /** An upper bound of the probability that the smallest p-value is that or less. */
    double bound(double p) {
        double sum = 0;
        for (int size : sizes) {
            sum += tailsOf(size).probabilityOfAtMost(p);
        }
        return Math.min(1, sum);
    }

    /** The greatest p-value of any group that can be rejected with a bound within alpha; below 0 where none can. */
    double threshold(double alpha) {
        double[] attainable = tails.values().stream()
                .flatMapToDouble(Tails::pValues)
                .filter(p -> p <= alpha)
                .sorted()
                .toArray();
        int from = 0;
        int to = attainable.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (bound(attainable[middle]) <= alpha) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from == 0 ? -1 : attainable[from - 1];
    }

    /** What is found in the group where that is hardest. */
    Detectable detectable(double threshold, double power) {
        var below = OptionalDouble.of(1);
        var above = OptionalDouble.of(0);
        for (var group : claims.entrySet()) {
            var biased = new BiasedChoice(group.getValue(), tailsOf(group.getKey()), group.getKey());
            below = both(below, biased.detectableBelow(threshold, power), Math::min);
            above = both(above, biased.detectableAbove(threshold, power), Math::max);
        }
        return new Detectable(below, above, power);
    }

    private static OptionalDouble both(OptionalDouble one, OptionalDouble other, DoubleBinaryOperator combine) {
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(combine.applyAsDouble(one.getAsDouble(), other.getAsDouble()))
                : OptionalDouble.empty();
    }

    private Tails tailsOf(int size) {
        var known = tails.get(size);
        if (known == null) {
            throw new IllegalArgumentException("there is no group of " + size);
        }
        return known;
    }
}
