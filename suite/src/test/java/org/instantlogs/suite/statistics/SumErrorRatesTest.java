package org.instantlogs.suite.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the report says of the sums of {@code sampleInterval} (IL-SAMPLE-07), against 10,000 simulated targets for each side of each design:
 * how often a sum is missed that is as wrong as the smallest deviation that is said to be found. How often a right one is called
 * wrong is measured in {@link SumTestTest}.
 */
final class SumErrorRatesTest {
    private static final double ALPHA = 1e-9 / 2;
    private static final double POWER = 0.99;
    private static final int RECORDS = 6_000;
    private static final Pattern SUMS = Pattern.compile("sums of (\\S+) or less and (\\S+) or more.*");

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void aWrongSumIsMissedNoOftenerThanIsSaid(int weight) {
        var test = new SumTest(RECORDS, 16);
        var sums = SUMS.matcher(test.design("all", weight, ALPHA, POWER).detects());
        assertThat(sums.matches()).isTrue();
        Map<Integer, Boolean> found = new ConcurrentHashMap<>();

        for (int side = 1; side <= 2; side++) {
            var delivered = BinomialDistribution.of(RECORDS, Double.parseDouble(sums.group(side)) / weight);
            var cumulative = IntStream.rangeClosed(0, RECORDS)
                    .mapToDouble(delivered::cumulativeProbability)
                    .toArray();
            Measured.over(side, random -> {
                        int count = least(cumulative, random.nextDouble());
                        return !found.computeIfAbsent(
                                count, many -> test.pValue(Collections.nCopies(many, (long) weight)) <= ALPHA);
                    })
                    .isAtMost(1 - POWER);
        }
    }

    /** The least count whose cumulative probability is that or more: a draw, where the probability is drawn. */
    private static int least(double[] cumulative, double probability) {
        int from = 0;
        int to = cumulative.length - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (cumulative[middle] >= probability) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }
}
