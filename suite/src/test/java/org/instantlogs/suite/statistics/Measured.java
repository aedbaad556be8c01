package org.instantlogs.suite.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * How often something came in simulated runs, held against how often it is said to come. Each comparison is exact, and calls a
 * true statement wrong once in a million; the runs are always the same ones.
 *
 * @param times in how many of the runs it came
 */
public record Measured(int times, int runs) {
    /**
     * So many runs tell a rate of 1 % from one of 0.55 % and from one of 1.6 % nearly always. Mutation testing asks the same of each of a
     * thousand mutants and makes do with fewer.
     */
    public static final int RUNS = Integer.getInteger("simulated.runs", 10_000);

    private static final double ERROR = 1e-6;

    /** Lets the runs happen side by side, each with a chance of its own, which is the same every time. */
    public static Measured over(long seed, Predicate<SplittableRandom> happens) {
        // Split one after the other: how a parallel stream would split depends on the machine.
        var chances =
                Stream.generate(new SplittableRandom(seed)::split).limit(RUNS).toList();
        long times = chances.parallelStream().filter(happens).count();
        return new Measured((int) times, RUNS);
    }

    /** That the rate is no greater. */
    public void isAtMost(double rate) {
        assertThat(orMore(rate)).as(said("at most", rate)).isGreaterThan(ERROR);
    }

    /** That this is the rate. */
    public void is(double rate) {
        assertThat(orMore(rate)).as(said("exactly", rate)).isGreaterThan(ERROR / 2);
        assertThat(BinomialDistribution.of(runs, rate).cumulativeProbability(times))
                .as(said("exactly", rate))
                .isGreaterThan(ERROR / 2);
    }

    /** How probable as many or more are. */
    private double orMore(double rate) {
        return times == 0 ? 1 : BinomialDistribution.of(runs, rate).survivalProbability(times - 1);
    }

    private String said(String how, double rate) {
        return String.format(Locale.ROOT, "%d in %d runs, where the rate is %s %.3g", times, runs, how, rate);
    }
}
