package org.instantlogs.suite.statistics;

import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The exact two-sided test of a claimed probability: each tail gets half the level.
 *
 * <p>Nothing is approximated: the false alarm is a sum of binomial probabilities and never above the level. A target that
 * delivers exactly every Nth record deviates less than chance would and is accepted.
 *
 * @param trials how many independent trials, 1 or more
 * @param probability the claimed probability of a success, from 0 to 1
 */
public record BinomialTest(int trials, double probability) {
    public BinomialTest {
        if (trials < 1) {
            throw new IllegalArgumentException("`trials` is " + trials + "; a test needs at least one");
        }
        Levels.probability("probability", probability);
    }

    /** Twice the smaller tail from the observation on, at most 1. */
    public double pValue(int successes) {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException("`successes` is " + successes + " of " + trials + " trials");
        }
        var claim = BinomialDistribution.of(trials, probability);
        return Math.min(1, 2 * Math.min(atMost(claim, successes), atLeast(claim, successes)));
    }

    /**
     * The counts that agree with the claim.
     *
     * @param alpha the greatest false alarm that is allowed, between 0 and 1
     */
    public AcceptRegion acceptRegion(double alpha) {
        Levels.open("alpha", alpha);
        var claim = BinomialDistribution.of(trials, probability);
        int low = Boundary.least(0, trials - 1, count -> atMost(claim, count) > alpha / 2);
        int high = Boundary.least(0, trials - 1, count -> atLeast(claim, count + 1) <= alpha / 2);
        double falseAlarm = (low == 0 ? 0 : atMost(claim, low - 1)) + atLeast(claim, high + 1);
        return new AcceptRegion(low, high, falseAlarm);
    }

    /**
     * The true probabilities that the test finds out.
     *
     * @param alpha the greatest false alarm that is allowed, between 0 and 1
     * @param power how surely a deviation is to be found, between 0 and 1
     */
    public Detectable detectable(double alpha, double power) {
        Levels.open("power", power);
        var region = acceptRegion(alpha);
        var below = region.low() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Boundary.between(
                        0,
                        probability,
                        share -> atMost(BinomialDistribution.of(trials, share), region.low() - 1) >= power));
        var above = region.high() == trials
                ? OptionalDouble.empty()
                : OptionalDouble.of(Boundary.between(
                        1,
                        probability,
                        share -> atLeast(BinomialDistribution.of(trials, share), region.high() + 1) >= power));
        return new Detectable(below, above, power);
    }

    /** What {@link #judge} can be wrong about, whatever it is given to judge. */
    public Design design(double alpha, double power) {
        return new Design(
                String.format(Locale.ROOT, "a share of %.4g in %d independent trials", probability, trials),
                alpha,
                detectable(alpha, power).shares(),
                power);
    }

    /**
     * The observation as a share, between the bounds of {@link #acceptRegion}.
     *
     * @param of what it is a share of, a phrase
     */
    public MeasuredShare share(String of, int successes, double alpha) {
        var region = acceptRegion(alpha);
        double all = trials;
        return new MeasuredShare(of, trials, probability, region.low() / all, region.high() / all, successes / all);
    }

    /** Judges an observation; see {@link #acceptRegion} and {@link #detectable}. */
    public Judgement judge(int successes, double alpha, double power) {
        var region = acceptRegion(alpha);
        double pValue = pValue(successes);
        var detectable = detectable(alpha, power);
        var text = String.format(
                Locale.ROOT,
                "%d of %d where %d to %d agree with a share of %.4g (p = %.3g, false alarm %.3g; finds %s)",
                successes,
                trials,
                region.low(),
                region.high(),
                probability,
                pValue,
                region.falseAlarm(),
                detectable);
        return new Judgement(region.contains(successes), pValue, region.falseAlarm(), detectable, text);
    }

    private static double atMost(BinomialDistribution distribution, int count) {
        return distribution.cumulativeProbability(count);
    }

    private static double atLeast(BinomialDistribution distribution, int count) {
        return distribution.survivalProbability(count - 1);
    }
}
