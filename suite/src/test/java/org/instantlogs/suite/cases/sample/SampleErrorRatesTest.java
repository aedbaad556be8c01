package org.instantlogs.suite.cases.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.instantlogs.suite.statistics.BinomialTest;
import org.instantlogs.suite.statistics.Design;
import org.instantlogs.suite.statistics.Homogeneity;
import org.instantlogs.suite.statistics.HomogeneityTest;
import org.instantlogs.suite.statistics.Measured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the report says of the checks of the client's sample (IL-SAMPLE-02, -03 and -04), against 10,000 simulated targets each: how
 * often a right one is called wrong, and how often one is missed that is as wrong as the smallest deviation that is said to be found.
 */
class SampleErrorRatesTest {
    /** A level at which 10,000 runs show whether the false alarm is what it is said to be; the checks' own is too small for that. */
    private static final double VISIBLE = 0.01;

    private static final double MISSED = 1 - SampleCases.POWER;
    private static final Pattern SHARES = Pattern.compile("shares of (\\S+) or less and (\\S+) or more");
    private static final int CROWD = 2_500;
    private static final int CHOSEN = CROWD / 5;

    /** The tests of IL-SAMPLE-02 and of IL-SAMPLE-04. */
    private static Stream<BinomialTest> countings() {
        long matching = Crowd.of(3_000, "samples-what-matches").stream()
                .filter(record -> "GET".equals(record.value("ClientRequestMethod")))
                .count();
        return Stream.concat(
                SampleCases.rates().stream().map(rate -> new BinomialTest(rate.records(), 1.0 / rate.n())),
                Stream.of(new BinomialTest((int) matching, 1.0 / 3)));
    }

    @ParameterizedTest
    @MethodSource("countings")
    void aRightShareIsCalledWrongNoOftenerThanIsSaid(BinomialTest test) {
        var own = test.acceptRegion(SampleCases.FALSE_ALARM);
        var visible = test.acceptRegion(VISIBLE);

        Measured.over(1, random -> !own.contains(drawn(random, test.trials(), test.probability())))
                .isAtMost(SampleCases.FALSE_ALARM);
        Measured.over(2, random -> !visible.contains(drawn(random, test.trials(), test.probability())))
                .is(visible.falseAlarm());
        assertThat(visible.falseAlarm()).isLessThanOrEqualTo(VISIBLE);
    }

    @ParameterizedTest
    @MethodSource("countings")
    void aWrongShareIsMissedAsOftenAsIsSaid(BinomialTest test) {
        var region = test.acceptRegion(SampleCases.FALSE_ALARM);

        for (double share : found(test.design(SampleCases.FALSE_ALARM, SampleCases.POWER))) {
            Measured.over(3, random -> region.contains(drawn(random, test.trials(), share)))
                    .is(MISSED);
        }
    }

    /** Records in groups, as IL-SAMPLE-03 forms them: by a field's values, or by time. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Grouping(String over, int[] groupOf, List<Integer> sizes) {
        static Grouping of(String over, int[] groupOf) {
            var sizes = new int[IntStream.of(groupOf).max().orElseThrow() + 1];
            IntStream.of(groupOf).forEach(group -> sizes[group]++);
            return new Grouping(over, groupOf, IntStream.of(sizes).boxed().toList());
        }

        List<Integer> counts(boolean[] chosen) {
            var counts = new int[sizes.size()];
            for (int i = 0; i < chosen.length; i++) {
                if (chosen[i]) {
                    counts[groupOf[i]]++;
                }
            }
            return IntStream.of(counts).boxed().toList();
        }

        @Override
        public String toString() {
            return over;
        }
    }

    private static List<Grouping> groupings() {
        var records = Crowd.of(CROWD, "chooses-blindly");
        var groupings = new ArrayList<Grouping>();
        for (String field : Crowd.FIELDS) {
            groupings.add(Grouping.of(
                    field,
                    records.stream()
                            .mapToInt(record -> Crowd.values(field).indexOf(plain(record.value(field))))
                            .toArray()));
        }
        groupings.add(Grouping.of(
                "time", IntStream.range(0, CROWD).map(i -> i / (CROWD / 10)).toArray()));
        groupings.add(Grouping.of(
                "halves", IntStream.range(0, CROWD).map(i -> i / (CROWD / 2)).toArray()));
        return groupings;
    }

    private static Object plain(Object value) {
        return value instanceof Number number ? number.intValue() : value;
    }

    private static double ownLevel() {
        return SampleCases.FALSE_ALARM / SampleCases.GROUPINGS;
    }

    @ParameterizedTest
    @MethodSource("groupings")
    void aBlindChoiceIsCalledSwayedNoOftenerThanIsSaid(Grouping grouping) {
        var own = new Homogeneity(grouping.sizes(), ownLevel());
        var visible = new Homogeneity(grouping.sizes(), VISIBLE);

        Measured.over(4, random -> !own.accepts(grouping.counts(byLot(random)))).isAtMost(ownLevel());
        Measured.over(5, random -> !visible.accepts(grouping.counts(byLot(random))))
                .isAtMost(VISIBLE);
        Measured.over(6, random -> !visible.accepts(grouping.counts(everyFifth(random))))
                .isAtMost(VISIBLE);
    }

    @ParameterizedTest
    @MethodSource("groupings")
    void aSwayedChoiceIsMissedNoOftenerThanIsSaid(Grouping grouping) {
        var test = new HomogeneityTest(grouping.sizes());
        var quick = new Homogeneity(grouping.sizes(), ownLevel());
        int smallest = grouping.sizes()
                .indexOf(grouping.sizes().stream().min(Integer::compare).orElseThrow());

        for (double share : found(test.design("", CHOSEN, ownLevel(), SampleCases.POWER))) {
            var counts = swayed(grouping, smallest, share);
            Measured.over(7, random -> quick.accepts(counts.apply(random))).isAtMost(MISSED);
        }
    }

    @Test
    void whatIsMeasuredIsWhatIsJudged() {
        var random = new SplittableRandom(8);
        for (var grouping : groupings()) {
            var test = new HomogeneityTest(grouping.sizes());
            var quick = new Homogeneity(grouping.sizes(), VISIBLE);
            for (double share : new double[] {0.1, 0.15, 0.2, 0.3}) {
                var counts = swayed(grouping, 0, share).apply(random);

                assertThat(quick.accepts(counts))
                        .isEqualTo(
                                test.judge(counts, VISIBLE, SampleCases.POWER).accepted());
            }
        }
    }

    private static List<Double> found(Design design) {
        var shares = SHARES.matcher(design.detects());
        assertThat(shares.find()).as(design.detects()).isTrue();
        return List.of(Double.valueOf(shares.group(1)), Double.valueOf(shares.group(2)));
    }

    private static int drawn(SplittableRandom random, int trials, double share) {
        int drawn = 0;
        for (int i = 0; i < trials; i++) {
            if (random.nextDouble() < share) {
                drawn++;
            }
        }
        return drawn;
    }

    private static boolean[] byLot(SplittableRandom random) {
        var chosen = new boolean[CROWD];
        for (int i = 0; i < CROWD; i++) {
            chosen[i] = random.nextInt(5) == 0;
        }
        return chosen;
    }

    /** One at random of every five that follow on each other. */
    private static boolean[] everyFifth(SplittableRandom random) {
        var chosen = new boolean[CROWD];
        for (int i = 0; i < CROWD; i += 5) {
            chosen[i + random.nextInt(5)] = true;
        }
        return chosen;
    }

    /**
     * How many of each group are chosen where one group gets a share of its own and the others are alike, and {@link #CHOSEN} are chosen in
     * all, as what is said to be found has it.
     */
    private static Function<SplittableRandom, List<Integer>> swayed(Grouping grouping, int group, double share) {
        int size = grouping.sizes().get(group);
        var own = BinomialDistribution.of(size, share);
        var rest = BinomialDistribution.of(CROWD - size, (CHOSEN - size * share) / (CROWD - size));
        var weights = IntStream.rangeClosed(0, Math.min(size, CHOSEN))
                .mapToDouble(count -> own.probability(count) * rest.probability(CHOSEN - count))
                .toArray();
        double all = DoubleStream.of(weights).sum();
        var others =
                IntStream.of(grouping.groupOf()).filter(one -> one != group).toArray();
        return random -> {
            var counts = new int[grouping.sizes().size()];
            double drawn = random.nextDouble() * all;
            int ofGroup = 0;
            while (ofGroup < weights.length - 1 && drawn >= weights[ofGroup]) {
                drawn -= weights[ofGroup++];
            }
            counts[group] = ofGroup;
            var left = others.clone();
            for (int i = 0; i < CHOSEN - ofGroup; i++) {
                int one = i + random.nextInt(left.length - i);
                counts[left[one]]++;
                left[one] = left[i];
            }
            return IntStream.of(counts).boxed().toList();
        };
    }
}
