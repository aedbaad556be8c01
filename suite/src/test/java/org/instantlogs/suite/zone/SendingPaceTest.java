package org.instantlogs.suite.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.instantlogs.suite.oracle.LogRecord;
import org.junit.jupiter.api.Test;

class SendingPaceTest {
    @Test
    void whereTheRateIsUnknownAllGoesAtOnce() {
        assertThat(new SendingPace(Optional.empty()).bursts(records(1000))).containsExactly(records(1000));
    }

    @Test
    void aBurstIsAtMostASecondsWorthAndNothingIsLeftOutOrReordered() {
        var pace = new SendingPace(Optional.of(4));

        assertThat(pace.bursts(records(10))).extracting(List::size).containsExactly(4, 4, 2);
        assertThat(pace.bursts(records(10)).stream().flatMap(List::stream)).isEqualTo(records(10));
        assertThat(pace.bursts(records(4))).hasSize(1);
        assertThat(pace.bursts(List.of())).isEmpty();
    }

    @Test
    void aBurstBeforeSamplingIsAsLargeAsWhatComesThroughAllows() {
        assertThat(SendingPace.beforeSampling(Optional.of(100), 0.5).bursts(records(250)))
                .extracting(List::size)
                .containsExactly(100, 100, 50);
        assertThat(SendingPace.beforeSampling(Optional.of(100), 0.01).bursts(records(6_000)))
                .extracting(List::size)
                .allMatch(size -> size > 1_000 && size / 100.0 + 8 * Math.sqrt(size / 100.0) <= 100, "is below it")
                .hasSize(2);
        assertThat(SendingPace.beforeSampling(Optional.empty(), 0.5).bursts(records(250)))
                .hasSize(1);
    }

    private static List<Sent> records(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Sent(String.format("%016x", number), LogRecord.of("EdgeResponseStatus", 200)))
                .toList();
    }
}
