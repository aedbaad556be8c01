package org.instantlogs.server.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterSamplerTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;
    private long delivered;
    private long sum;
    private long largest;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 1000})
    void aBurstOfASecondsWorthIsDeliveredWholeSecondAfterSecond(int maximum) {
        var sampler = new RateLimiterSampler(maximum, new SplittableRandom(1));
        for (int second = 0; second < 5; second++) {
            offer(sampler, maximum, Duration.ZERO);
            now = now.plusSeconds(1);
        }

        assertThat(delivered).isEqualTo(5L * maximum);
        assertThat(largest).isEqualTo(1);
    }

    @Test
    void aSteadyRateAtTheMaximumIsDeliveredWhole() {
        var sampler = new RateLimiterSampler(100, new SplittableRandom(1));

        offer(sampler, 1000, Duration.ofMillis(10));

        assertThat(delivered).isEqualTo(1000);
        assertThat(largest).isEqualTo(1);
    }

    @Test
    void theFirstRecordAboveTheMaximumIsSampled() {
        var sampler = new RateLimiterSampler(100, new SplittableRandom(1));

        offer(sampler, 103, Duration.ZERO);

        assertThat(delivered).isLessThan(103);
        assertThat(largest).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"100,2", "100,10", "100,100", "1000,3", "1000,20"})
    void aSteadyRateAboveTheMaximumIsThinnedToAboutTheMaximum(int maximum, int times) {
        var sampler = new RateLimiterSampler(maximum, new SplittableRandom(1));
        var gap = Duration.ofSeconds(1).dividedBy((long) maximum * times);
        offer(sampler, 2 * maximum * times, gap);
        delivered = 0;
        sum = 0;

        offer(sampler, 5 * maximum * times, gap);

        assertThat(delivered).isBetween(maximum * 5L / 3, maximum * 5L * 11 / 10);
        assertThat((double) sum / (5L * maximum * times)).isEqualTo(1, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"100,10", "1000,10", "1000,100", "10,100"})
    void evenASuddenBurstIsThinnedToAFewSecondsWorth(int maximum, int times) {
        var sampler = new RateLimiterSampler(maximum, new SplittableRandom(1));

        offer(sampler, maximum * times, Duration.ZERO);

        assertThat(delivered).isBetween((long) maximum, 3L * maximum);
    }

    @ParameterizedTest
    @CsvSource({"10,35,0", "10,100,0", "10,100,20", "100,1000,0", "5,12,50", "50,400,3"})
    void theWeightsSumUpToTheTrueCountWithoutBias(int maximum, int records, int gapMillis) {
        var seeds = new SplittableRandom(7);
        double total = 0;
        double squares = 0;
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            sum = 0;
            now = START;
            offer(new RateLimiterSampler(maximum, seeds.split()), records, Duration.ofMillis(gapMillis));
            total += sum;
            squares += (double) sum * sum;
        }

        double mean = total / runs;
        double standardError = Math.sqrt((squares / runs - mean * mean) / runs);
        assertThat(mean).isEqualTo(records, within(4 * standardError + 1e-9));
    }

    @Test
    void everyPlaceInABurstIsPickedAlike() {
        var seeds = new SplittableRandom(11);
        int runs = 6000;
        var weights = new double[60];
        for (int run = 0; run < runs; run++) {
            var sampler = new RateLimiterSampler(10, seeds.split());
            for (int i = 0; i < weights.length; i++) {
                weights[i] += sampler.weigh(START, 0, 0);
            }
        }
        for (double weight : weights) {
            // At most 60 for a record: so far off only once in a billion.
            assertThat(weight / runs).isEqualTo(1, within(0.5));
        }
    }

    @Test
    void onceTheRateFallsTheWeightsReturnToOne() {
        var sampler = new RateLimiterSampler(10, new SplittableRandom(1));
        offer(sampler, 10_000, Duration.ofMillis(1));
        assertThat(largest).isGreaterThan(50);
        now = now.plusMillis(1000);
        delivered = 0;
        largest = 0;

        offer(sampler, 20, Duration.ofMillis(200));

        assertThat(delivered).isEqualTo(20);
        assertThat(largest).isEqualTo(1);
    }

    @Test
    void aFallingRateIsFollowedWithinTwoSecondsWithoutAPause() {
        var sampler = new RateLimiterSampler(10, new SplittableRandom(1));
        offer(sampler, 10_000, Duration.ofMillis(1));
        offer(sampler, 16, Duration.ofMillis(125));
        delivered = 0;
        largest = 0;

        offer(sampler, 50, Duration.ofMillis(125));

        assertThat(largest).isEqualTo(1);
        assertThat(delivered).isEqualTo(50);
    }

    @Test
    void aReaderThatLagsBehindIsSpared() {
        var sampler = new RateLimiterSampler(1000, new SplittableRandom(1));
        int backlog = 0;
        for (int i = 0; i < 5_000_000; i++) {
            long weight = sampler.weigh(now, backlog, 0);
            backlog += weight > 0 ? 1 : 0;
            sum += weight;
            now = now.plusNanos(2_000_000);
        }

        // Offered slowly, at half the maximum, and never read: the queue grows with the logarithm only.
        assertThat(backlog).isLessThan(40_000);
        assertThat((double) sum / 5_000_000).isEqualTo(1, within(0.2));
    }

    @Test
    void aReaderThatLagsBehindInBytesIsSpared() {
        var sampler = new RateLimiterSampler(1000, new SplittableRandom(1));
        long bytes = 0;
        for (int i = 0; i < 20_000; i++) {
            bytes += sampler.weigh(now, 0, bytes) > 0 ? 1 << 20 : 0;
            now = now.plusMillis(2);
        }

        assertThat(bytes).isLessThan(256L << 20);
    }

    @Test
    void aMaximumOfNothingIsRefused() {
        assertThatThrownBy(() -> new RateLimiterSampler(0, new SplittableRandom(1)))
                .hasMessage("a maximum data rate of 0 lets nothing through");
    }

    private void offer(RateLimiterSampler sampler, int records, Duration gap) {
        for (int i = 0; i < records; i++) {
            long weight = sampler.weigh(now, 0, 0);
            delivered += weight > 0 ? 1 : 0;
            sum += weight;
            largest = Math.max(largest, weight);
            now = now.plus(gap);
        }
    }
}
