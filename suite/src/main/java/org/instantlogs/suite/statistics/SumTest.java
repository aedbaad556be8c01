package org.instantlogs.suite.statistics;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Tests whether the weights of a sample estimate a known count without bias: each of the records was delivered with a weight
 * or left out, and the expected weight of each is 1, whatever happened to those before.
 *
 * <p>The test is a wager against that claim. A stake of 1 is multiplied, record by record, by (1 + t w) / (1 + t), where w is
 * the record's weight, 0 where it was left out. If the expectation of w is 1 given all that was before, that of the factor is 1
 * too, so the final stake, a product that needs the delivered weights and the count and nothing else, is 1 on average, and by
 * Markov's inequality reaches 1/alpha with a probability of at most alpha. No variance is estimated, the weights may be
 * chosen as the target goes, and they may be chosen by chance. The stake is spread over several t of both signs, since it is not known
 * beforehand how far off the sum would be.
 *
 * <p>A target that delivers one of each run of k records, picked by chance or always the same, stands no worse: a whole run
 * multiplies the stake by (1 + t k) / (1 + t)^k, which is never more than 1 (Bernoulli's inequality).
 *
 * <p>A negative t needs t w above -1, so a bound of what one record may weigh: {@code largest}. The false alarm is proved for
 * targets whose weights stay within it. Where a weight comes that is more than a quarter of what a t allows for, that t is left out.
 *
 * @param count how many records there were, delivered or not, 1 or more
 * @param largest the greatest weight that is reckoned with, 1 or more
 */
public record SumTest(int count, int largest) {
    private static final int WAGERS_EACH_WAY = 8;
    private static final double BOLDEST = 0.5;
    private static final int RESERVE = 4;

    public SumTest {
        if (count < 1 || largest < 1) {
            throw new IllegalArgumentException(
                    "`count` is " + count + " and `largest` is " + largest + "; give 1 or more of each");
        }
    }

    /** An upper bound of the probability of weights that are as far off in sum, if the claim holds. */
    public double pValue(Collection<Long> weights) {
        return pValue(new TreeMap<>(
                weights.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))));
    }

    private double pValue(TreeMap<Long, Long> times) {
        double heaviest = times.isEmpty() ? 1 : times.lastKey().doubleValue();
        double won = 0;
        double boldest = BOLDEST;
        double mostCautious = 1 / Math.max(largest, RESERVE * heaviest);
        for (double t = -1.0 / largest, i = 0; i < WAGERS_EACH_WAY; t /= 2, i++) {
            won += stake(boldest, times);
            boldest /= 2;
            if (-t <= mostCautious) {
                won += stake(t, times);
            }
        }
        return Math.min(1, 2 * WAGERS_EACH_WAY / won);
    }

    /** What becomes of a stake of 1. */
    private double stake(double t, TreeMap<Long, Long> times) {
        double log = -count * Math.log1p(t);
        for (var one : times.entrySet()) {
            log += one.getValue() * Math.log1p(t * one.getKey());
        }
        return Math.exp(log);
    }

    /**
     * What the test can be wrong about, whatever it is given to judge.
     *
     * @param of whose weights, a phrase in the plural
     * @param weight what each delivered record of the target weighs that the power is stated for
     * @param alpha the false alarm: what {@link #pValue} has to be at most for a rejection, between 0 and 1
     * @param power how surely a deviation is to be found, between 0 and 1
     */
    public Design design(String of, int weight, double alpha, double power) {
        return new Design(
                of + " add up to the true count on average, where none is above " + largest,
                Levels.open("alpha", alpha),
                String.format(
                        Locale.ROOT,
                        "sums of %s or less and %s or more times that on average, where there are %d and each of the sample stands for %d",
                        below(weight, alpha, power),
                        above(weight, alpha, power),
                        count,
                        weight),
                power);
    }

    private String below(int weight, double alpha, double power) {
        int critical = Boundary.greatest(0, count / weight, delivered -> pValue(delivered, weight) <= alpha);
        return critical < 0
                ? "(none)"
                : shown(Boundary.between(
                        0,
                        1,
                        sum -> BinomialDistribution.of(count, sum / weight).cumulativeProbability(critical) >= power));
    }

    private String above(int weight, double alpha, double power) {
        int critical = Boundary.least(count / weight, count, delivered -> pValue(delivered, weight) <= alpha);
        return critical > count
                ? "(none)"
                : shown(Boundary.between(
                        weight,
                        1,
                        sum -> BinomialDistribution.of(count, sum / weight).survivalProbability(critical - 1)
                                >= power));
    }

    private double pValue(int delivered, int weight) {
        var times = new TreeMap<Long, Long>();
        if (delivered > 0) {
            times.put((long) weight, (long) delivered);
        }
        return pValue(times);
    }

    private static String shown(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
