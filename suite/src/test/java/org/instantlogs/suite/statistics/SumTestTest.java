package org.instantlogs.suite.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.instantlogs.suite.statistics.SamplingSchemes.MAXIMUM;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.instantlogs.suite.statistics.SamplingSchemes.Scheme;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class SumTestTest {
    private static final double ALPHA = 1e-9 / 2;
    private static final double POWER = 0.99;

    /** The sizes of the cases: 2.5 times the maximum, 7,500 records. */
    private static final int RECORDS = 7_500;

    private static final double PER_SECOND = 2.5 * MAXIMUM;

    /** At a level at which alarms can be counted: Markov's inequality is no estimate, there are fewer than the level. */
    @TestFactory
    Stream<DynamicTest> anHonestSchemeIsAccusedNoMoreOftenThanStated() {
        return SamplingSchemes.honest().entrySet().stream()
                .map(scheme -> DynamicTest.dynamicTest(scheme.getKey(), () -> {
                    for (double times : new double[] {1.5, 2.5, 5}) {
                        assertThat(alarms(scheme.getValue(), 10_000, 900, times * MAXIMUM, 0.01))
                                .as("alarms at %s times the maximum", times)
                                .isLessThanOrEqualTo(0.01);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> anHonestSchemeStaysFarFromTheLevelOfTheCases() {
        return SamplingSchemes.honest().entrySet().stream()
                .map(scheme -> DynamicTest.dynamicTest(
                        scheme.getKey(),
                        () -> assertThat(alarms(scheme.getValue(), 500, RECORDS, PER_SECOND, 1e-4))
                                .isZero()));
    }

    private static double alarms(Scheme scheme, int runs, int records, double perSecond, double alpha) {
        var test = new SumTest(records, 16);
        var random = new SplittableRandom(7);
        int alarms = 0;
        for (int run = 0; run < runs; run++) {
            if (test.pValue(scheme.sample(records, perSecond, random)) <= alpha) {
                alarms++;
            }
        }
        return alarms / (double) runs;
    }

    @Test
    void whatTheDesignSaysIsFoundIsFoundWithThatPower() {
        for (int weight : new int[] {2, 3, 5}) {
            var design = new SumTest(RECORDS, 16).design("all", weight, ALPHA, POWER);
            var numbers = Pattern.compile("sums of (0\\.\\d+) or less and (1\\.\\d+) or more .*")
                    .matcher(design.detects());

            assertThat(numbers.matches()).as(design.detects()).isTrue();
            for (int side = 1; side <= 2; side++) {
                double sum = Double.parseDouble(numbers.group(side));
                assertThat(found(weight, sum)).as("%s of %s", weight, sum).isCloseTo(POWER, within(0.01));
            }
        }
    }

    private static double found(int weight, double sum) {
        var random = new SplittableRandom(11);
        int found = 0;
        for (int run = 0; run < 1_000; run++) {
            int delivered = 0;
            for (int i = 0; i < RECORDS; i++) {
                delivered += random.nextDouble() * weight < sum ? 1 : 0;
            }
            found += isFound(Collections.nCopies(delivered, (long) weight)) ? 1 : 0;
        }
        return found / 1_000.0;
    }

    @Test
    void aFactorThatIsToldWronglyIsFound() {
        assertThat(isFound(told(3, 4))).as("one more").isTrue();
        assertThat(isFound(told(3, 2))).as("one less, or always 2").isTrue();
        assertThat(isFound(told(3, 6))).as("twice").isTrue();
        assertThat(isFound(told(3, 1))).as("always 1").isTrue();
        assertThat(isFound(told(2.5, 2))).as("rounded down").isTrue();
        assertThat(isFound(told(2.5, 3))).as("rounded up").isTrue();
        assertThat(isFound(told(3, 3))).as("right").isFalse();
    }

    /** The stakes multiplied out record by record, as the class describes them: t from 1/2 and from -1/16, halved seven times each. */
    @Test
    void thePValueIsTheInverseOfWhatTheStakesCameTo() {
        var test = new SumTest(200, 16);
        for (var weights : List.of(Collections.nCopies(90, 1L), Collections.nCopies(100, 3L), List.<Long>of())) {
            double won = 0;
            for (int i = 0; i < 8; i++) {
                won += stake(0.5 / (1 << i), 200, weights) + stake(-1.0 / 16 / (1 << i), 200, weights);
            }

            assertThat(test.pValue(weights)).isCloseTo(Math.min(1, 16 / won), withinPercentage(1e-6));
            assertThat(won).isGreaterThan(16);
        }
    }

    /** With a weight of 8 there is no wager at -1/16, where one such record leaves half of the stake. */
    @Test
    void aBoldWagerIsLeftOutWhereOneRecordWouldTakeTooMuchOfIt() {
        var weights = Collections.nCopies(20, 8L);
        double won = 0;
        for (int i = 0; i < 8; i++) {
            won += stake(0.5 / (1 << i), 400, weights);
            won += i == 0 ? 0 : stake(-1.0 / 16 / (1 << i), 400, weights);
        }

        assertThat(new SumTest(400, 16).pValue(weights)).isCloseTo(16 / won, withinPercentage(1e-6));
    }

    private static double stake(double t, int count, List<Long> weights) {
        double stake = 1;
        for (long weight : weights) {
            stake *= (1 + t * weight) / (1 + t);
        }
        return stake * Math.pow(1 / (1 + t), count - weights.size());
    }

    @Test
    void theSmallestTestIsOfOneRecordThatWeighsOne() {
        assertThat(new SumTest(1, 1).pValue(List.of(1L))).isEqualTo(1);
    }

    @Test
    void aSumThatIsRightIsNoEvidenceAgainstAnyone() {
        assertThat(new SumTest(10, 16).pValue(Collections.nCopies(10, 1L))).isEqualTo(1);
        assertThat(new SumTest(10_000, 16).pValue(List.of(10_000L))).isEqualTo(1);
    }

    @Test
    void aLossOfAFewIsToleratedAndThatOfAllIsNot() {
        var test = new SumTest(1_000, 16);

        assertThat(test.pValue(Collections.nCopies(990, 1L))).isGreaterThan(ALPHA);
        assertThat(test.pValue(List.of())).isLessThan(ALPHA);
    }

    @Test
    void aWeightThatMayHideManyMakesTheTestCautious() {
        var test = new SumTest(1_000, 16);

        assertThat(test.pValue(Collections.nCopies(500, 1L))).isLessThan(ALPHA);
        assertThat(test.pValue(Stream.concat(Collections.nCopies(400, 1L).stream(), Stream.of(100L))
                        .toList()))
                .isGreaterThan(ALPHA);
    }

    @Test
    void aTestTooSmallToFindAnythingSaysSo() {
        assertThat(new SumTest(10, 16).design("all", 3, ALPHA, POWER).detects()).startsWith("sums of (none) or less");
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SumTest(0, 16));
        assertThatIllegalArgumentException().isThrownBy(() -> new SumTest(10, 0));
    }

    /** A target that delivers one in so many and says another factor. */
    private static List<Long> told(double oneIn, long told) {
        var random = new SplittableRandom(13);
        return random.doubles(RECORDS)
                .filter(chance -> chance * oneIn < 1)
                .mapToObj(chance -> told)
                .toList();
    }

    private static boolean isFound(List<Long> weights) {
        return new SumTest(RECORDS, 16).pValue(weights) <= ALPHA;
    }
}
