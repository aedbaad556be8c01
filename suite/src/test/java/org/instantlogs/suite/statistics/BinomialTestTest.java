package org.instantlogs.suite.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.instantlogs.suite.Seeds;
import org.junit.jupiter.api.Test;

final class BinomialTestTest {
    @Test
    void thePValueIsTwiceTheSmallerTail() {
        var coin = new BinomialTest(10, 0.5);

        assertThat(coin.pValue(0)).isCloseTo(2 / 1024.0, within(1e-15));
        assertThat(coin.pValue(1)).isCloseTo(22 / 1024.0, within(1e-15));
        assertThat(coin.pValue(9)).isCloseTo(22 / 1024.0, within(1e-15));
        assertThat(coin.pValue(5)).isEqualTo(1);
    }

    @Test
    void theRegionOfTenTossesIsTwoToEight() {
        var region = new BinomialTest(10, 0.5).acceptRegion(0.05);

        assertThat(region.low()).isEqualTo(2);
        assertThat(region.high()).isEqualTo(8);
        assertThat(region.falseAlarm()).isCloseTo(22 / 1024.0, within(1e-15));
    }

    @Test
    void certaintyAdmitsOneCountOnly() {
        assertThat(new BinomialTest(100, 1).acceptRegion(1e-6)).isEqualTo(new AcceptRegion(100, 100, 0));
        assertThat(new BinomialTest(100, 0).acceptRegion(1e-6)).isEqualTo(new AcceptRegion(0, 0, 0));
    }

    @Test
    void whatIsAcceptedIsWhatHasAPValueAboveTheLevel() {
        for (int trials : new int[] {1, 2, 60}) {
            for (double probability : new double[] {0.01, 0.5, 0.99}) {
                acceptsWhatHasAPValueAbove(0.01, trials, probability);
                acceptsWhatHasAPValueAbove(0.5, trials, probability);
            }
        }
        Seeds.each(
                200,
                random -> acceptsWhatHasAPValueAbove(
                        random.nextDouble(0.01, 0.5), random.nextInt(1, 61), random.nextDouble(0.01, 0.99)));
    }

    private static void acceptsWhatHasAPValueAbove(double alpha, int trials, double probability) {
        var test = new BinomialTest(trials, probability);
        var region = test.acceptRegion(alpha);

        assertThat(region.falseAlarm()).isLessThanOrEqualTo(alpha);
        for (int count = 0; count <= trials; count++) {
            assertThat(region.contains(count))
                    .as("%d of %d at %s, level %s", count, trials, probability, alpha)
                    .isEqualTo(test.pValue(count) > alpha);
        }
    }

    @Test
    void theFalseAlarmComesOutInSimulation() {
        var test = new BinomialTest(200, 0.1);
        var region = test.acceptRegion(0.05);
        var random = new SplittableRandom(20_220_203);

        int alarms = 0;
        for (int run = 0; run < 20_000; run++) {
            if (!region.contains(successes(random, 200, 0.1))) {
                alarms++;
            }
        }

        assertThat(alarms / 20_000.0).isCloseTo(region.falseAlarm(), within(0.006));
    }

    @Test
    void whatIsDetectableIsDetectedWithThatPower() {
        var test = new BinomialTest(1000, 0.1);
        var region = test.acceptRegion(1e-6);
        var detectable = test.detectable(1e-6, 0.95);
        var random = new SplittableRandom(7);

        assertThat(detectable.below().orElseThrow()).isBetween(0.03, 0.07);
        assertThat(detectable.above().orElseThrow()).isBetween(0.14, 0.18);
        int found = 0;
        for (int run = 0; run < 4000; run++) {
            int successes = successes(random, 1000, detectable.above().orElseThrow());
            if (!region.contains(successes)) {
                found++;
            }
        }
        assertThat(found / 4000.0).isCloseTo(0.95, within(0.02));
    }

    /** 2 to 8 of 10 agree with a half: 0 or 1 come at 0.1 with 0.9^10 + 0.9^9, and 9 or 10 at 0.9 as often. */
    @Test
    void whatTenTossesDetectComesOutByHand() {
        double power = Math.pow(0.9, 10) + Math.pow(0.9, 9);
        var detectable = new BinomialTest(10, 0.5).detectable(0.05, power);

        assertThat(detectable.below().orElseThrow()).isCloseTo(0.1, within(1e-9));
        assertThat(detectable.above().orElseThrow()).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void aShareStandsBetweenTheBoundsOfTheRegion() {
        assertThat(new BinomialTest(10, 0.5).share("tosses", 7, 0.05))
                .isEqualTo(new MeasuredShare("tosses", 10, 0.5, 0.2, 0.8, 0.7));
    }

    @Test
    void aTestTooSmallToFindAnythingSaysSo() {
        var detectable = new BinomialTest(5, 0.1).detectable(1e-6, 0.9);

        assertThat(detectable.below()).isEmpty();
        assertThat(detectable.toString()).contains("(none) or less");
    }

    @Test
    void aDesignStatesWhatItIsWithoutAnObservation() {
        var design = new BinomialTest(1000, 0.1).design(1e-6, 0.95);

        assertThat(design.claim()).isEqualTo("a share of 0.1000 in 1000 independent trials");
        assertThat(design.falseAlarm()).isEqualTo(1e-6);
        assertThat(design.detects()).startsWith("shares of 0.0").contains(" or less and 0.1");
        assertThat(design.power()).isEqualTo(0.95);
    }

    @Test
    void aJudgementStatesItsNumbers() {
        var judgement = new BinomialTest(1000, 0.1).judge(100, 1e-6, 0.95);

        assertThat(judgement.accepted()).isTrue();
        assertThat(judgement.falseAlarm()).isLessThanOrEqualTo(1e-6);
        assertThat(judgement.text()).startsWith("100 of 1000 where ").contains("false alarm", "power 0.95");
        assertThat(new BinomialTest(1000, 0.1).judge(1000, 1e-6, 0.95).accepted())
                .isFalse();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BinomialTest(0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new BinomialTest(5, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new BinomialTest(5, 0.5).pValue(6));
        assertThatIllegalArgumentException().isThrownBy(() -> new BinomialTest(5, 0.5).acceptRegion(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new BinomialTest(5, 0.5).acceptRegion(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BinomialTest(5, 0.5).detectable(0.05, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BinomialTest(5, Double.NaN));
    }

    private static int successes(SplittableRandom random, int trials, double probability) {
        int successes = 0;
        for (int i = 0; i < trials; i++) {
            if (random.nextDouble() < probability) {
                successes++;
            }
        }
        return successes;
    }
}
