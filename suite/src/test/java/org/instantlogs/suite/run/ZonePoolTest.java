package org.instantlogs.suite.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.instantlogs.suite.descriptor.Descriptor.ZoneEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ZonePoolTest {
    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @AfterEach
    void nobodyWaitsAnyMore() {
        other.shutdownNow();
    }

    @Test
    void eachZoneIsLeasedOnce() throws InterruptedException {
        var zones = zones(3);
        var pool = new ZonePool(zones);

        assertThat(List.of(
                        pool.lease(1).get(0),
                        pool.lease(1).get(0),
                        pool.lease(1).get(0)))
                .containsExactlyInAnyOrderElementsOf(zones);
    }

    @Test
    void severalAreLeasedTogetherOrNotAtAll() throws Exception {
        var pool = new ZonePool(zones(2));
        var first = pool.lease(1);

        Future<List<ZoneEntry>> both = other.submit(() -> pool.lease(2));

        assertThatThrownBy(() -> both.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        // whoever waits for two holds none meanwhile
        var second = pool.lease(1);
        pool.giveBack(first);
        assertThatThrownBy(() -> both.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        pool.giveBack(second);
        assertThat(both.get(30, TimeUnit.SECONDS)).containsExactlyInAnyOrderElementsOf(zones(2));
    }

    private static List<ZoneEntry> zones(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new ZoneEntry("zone" + number, Optional.empty(), Optional.empty()))
                .toList();
    }
}
