package org.instantlogs.suite.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class HomogeneityTestTest {
    @Test
    void twoGroupsOfTwoComeOutByHand() {
        // Two of four chosen, both in one of two halves: 1/6 each way.
        var test = new HomogeneityTest(List.of(2, 2));

        // Each group's p-value is 2/6, and 1/6 + 1/6 of it is attained in each of the two groups.
        assertThat(test.pValue(List.of(2, 0))).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(test.pValue(List.of(1, 1))).isEqualTo(1);
    }

    /** The same two of two come with a bound of 4/6: rejected where that is allowed, and not a hair below. */
    @Test
    void whatIsRejectedIsWhatTheLevelAllows() {
        var test = new HomogeneityTest(List.of(2, 2));
        double bound = test.pValue(List.of(2, 0));

        assertThat(test.judge(List.of(2, 0), bound, 0.9).accepted()).isFalse();
        assertThat(test.judge(List.of(1, 1), bound, 0.9).accepted()).isTrue();
        assertThat(test.judge(List.of(2, 0), Math.nextDown(bound), 0.9).accepted())
                .isTrue();
        assertThat(test.judge(List.of(2, 0), Math.nextDown(bound), 0.9).falseAlarm())
                .isZero();
    }

    @Test
    void aGroupOfOneIsAGroup() {
        assertThat(new HomogeneityTest(List.of(1, 1)).pValue(List.of(1, 0))).isEqualTo(1);
    }

    @Test
    void anEvenSpreadIsAcceptedAndALopsidedOneIsNot() {
        var test = new HomogeneityTest(List.of(1000, 1000, 2000));

        assertThat(test.judge(List.of(100, 100, 200), 1e-6, 0.9).accepted()).isTrue();
        assertThat(test.judge(List.of(120, 90, 190), 1e-6, 0.9).accepted()).isTrue();
        assertThat(test.judge(List.of(0, 130, 270), 1e-6, 0.9).accepted()).isFalse();
        assertThat(test.judge(List.of(1000, 0, 0), 1e-6, 0.9).accepted()).isFalse();
    }

    @Test
    void noneOrAllChosenSaysNothing() {
        var test = new HomogeneityTest(List.of(10, 10));

        assertThat(test.judge(List.of(0, 0), 0.01, 0.9).accepted()).isTrue();
        assertThat(test.judge(List.of(10, 10), 0.01, 0.9).accepted()).isTrue();
        assertThat(test.judge(List.of(0, 0), 0.01, 0.9).detectable().above()).isEmpty();
    }

    @Test
    void theFalseAlarmIsAsStatedAndNoHigherInSimulation() {
        var test = new HomogeneityTest(List.of(40, 60, 100));
        var random = new SplittableRandom(42);

        int alarms = 0;
        int runs = 1000;
        for (int run = 0; run < runs; run++) {
            if (!test.judge(blindChoice(random, test.sizes(), 50), 0.05, 0.9).accepted()) {
                alarms++;
            }
        }

        assertThat(alarms / (double) runs).isBetween(0.01, 0.065);
    }

    @Test
    void whatIsDetectableGrowsWithTheNumberOfRecords() {
        var small = new HomogeneityTest(List.of(500, 500, 500, 500)).detectable(200, 1e-6, 0.9);
        var large = new HomogeneityTest(List.of(5000, 5000, 5000, 5000)).detectable(2000, 1e-6, 0.9);

        assertThat(small.above().orElseThrow()).isGreaterThan(large.above().orElseThrow());
        assertThat(large.above().orElseThrow()).isBetween(0.1, 0.2);
        assertThat(large.below().orElseThrow()).isBetween(0.05, 0.1);
        assertThat(small.below().orElseThrow()).isLessThan(large.below().orElseThrow());
    }

    @Test
    void aJudgementStatesItsNumbers() {
        var judgement = new HomogeneityTest(List.of(1000, 1000)).judge(List.of(90, 110), 1e-6, 0.9);

        assertThat(judgement.falseAlarm()).isGreaterThan(0).isLessThanOrEqualTo(1e-6);
        assertThat(judgement.pValue()).isGreaterThan(0.05);
        assertThat(judgement.text()).startsWith("[90, 110] of [1000, 1000] (p <= ");
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HomogeneityTest(List.of(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new HomogeneityTest(List.of(1, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new HomogeneityTest(List.of(1, 1)).pValue(List.of(2, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new HomogeneityTest(List.of(1, 1)).pValue(List.of(1)));
    }

    /** Draws so many of all records without putting any back and counts them by group. */
    private static List<Integer> blindChoice(SplittableRandom random, List<Integer> sizes, int chosen) {
        var left = new ArrayList<>(sizes);
        var counts = new ArrayList<Integer>();
        sizes.forEach(size -> counts.add(0));
        for (int i = 0; i < chosen; i++) {
            int pick = random.nextInt(left.stream().mapToInt(Integer::intValue).sum());
            int group = 0;
            while (pick >= left.get(group)) {
                pick -= left.get(group);
                group++;
            }
            left.set(group, left.get(group) - 1);
            counts.set(group, counts.get(group) + 1);
        }
        return counts;
    }
}
