package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final long MILLI = 1_000_000;

    @Test
    void ofNothingThereIsNothingToSay() {
        assertThat(Delivery.of(new long[0])).isEmpty();
    }

    @Test
    void theQuantilesAreDelaysThatWereMeasured() {
        var delivery = Delivery.of(
                        LongStream.rangeClosed(1, 200).map(i -> i * MILLI).toArray())
                .orElseThrow();

        assertThat(delivery.records()).isEqualTo(200);
        assertThat(delivery.median()).isEqualTo(Duration.ofMillis(100));
        assertThat(delivery.mostly()).isEqualTo(Duration.ofMillis(198));
        assertThat(delivery.longest()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void theBarsLieBetweenOneTwoAndFiveTimesAPowerOfTenWithoutGaps() {
        var delivery =
                Delivery.of(new long[] {9 * MILLI, 300_000, 2 * MILLI, 500_000}).orElseThrow();

        assertThat(delivery.histogram())
                .containsExactly(bar(0.2, 0.5, 2), bar(0.5, 1, 0), bar(1, 2, 1), bar(2, 5, 0), bar(5, 10, 1));
    }

    @Test
    void refusesAHistogramThatDoesNotAddUp() {
        assertThatThrownBy(() -> new Delivery(2, Duration.ZERO, Duration.ZERO, Duration.ZERO, List.of(bar(0, 0.1, 1))))
                .hasMessage("`delivery.histogram` has 1 records of 2");
    }

    private static Delivery.Bar bar(double aboveMs, double upToMs, int records) {
        return new Delivery.Bar(
                Duration.ofNanos(Math.round(aboveMs * MILLI)), Duration.ofNanos(Math.round(upToMs * MILLI)), records);
    }
}
