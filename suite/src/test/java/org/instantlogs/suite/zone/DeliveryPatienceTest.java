package org.instantlogs.suite.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.instantlogs.suite.probe.Patience;
import org.junit.jupiter.api.Test;

class DeliveryPatienceTest {
    private final DeliveryPatience patience = patience(Duration.ofSeconds(30));

    @Test
    void atFirstItIsAllThatTheDescriptorSays() {
        assertThat(patience.now()).isEqualTo(Duration.ofSeconds(30));
        assertThat(patience.isShortened()).isFalse();
    }

    @Test
    void twoLossesDoNotShortenIt() {
        lose(patience, 2);

        assertThat(patience.now()).isEqualTo(Duration.ofSeconds(30));
        assertThat(patience.isShortened()).isFalse();
    }

    @Test
    void threeLossesShortenItToTenTimesTheLongestDelayAndTheSettling() {
        patience.cameAfter(Duration.ofMillis(400));
        patience.cameAfter(Duration.ofMillis(100));
        lose(patience, 3);

        assertThat(patience.longest()).isEqualTo(Duration.ofMillis(400));
        assertThat(patience.now()).isEqualTo(Duration.ofMillis(4_500));
        assertThat(patience.isShortened()).isTrue();
    }

    @Test
    void itIsNeverShorterThanTwoSecondsNorLongerThanTheDescriptorSays() {
        lose(patience, 3);
        assertThat(patience.now()).isEqualTo(Duration.ofSeconds(2));

        patience.cameAfter(Duration.ofSeconds(29));
        assertThat(patience.now()).isEqualTo(Duration.ofSeconds(30));

        var hasty = patience(Duration.ofSeconds(1));
        lose(hasty, 3);
        assertThat(hasty.now()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void itIsNextToNothingWhereTwelveWereLostAndNothingEverCame() {
        lose(patience, 11);
        assertThat(patience.now()).isEqualTo(Duration.ofSeconds(2));

        patience.lost();
        assertThat(patience.now()).isEqualTo(Duration.ofMillis(500));

        patience.anythingCame();
        assertThat(patience.now()).isEqualTo(Duration.ofSeconds(2));
    }

    private static void lose(DeliveryPatience patience, int times) {
        for (int i = 0; i < times; i++) {
            patience.lost();
        }
    }

    private static DeliveryPatience patience(Duration deliver) {
        return new DeliveryPatience(
                new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), deliver, Duration.ofMillis(500)));
    }
}
