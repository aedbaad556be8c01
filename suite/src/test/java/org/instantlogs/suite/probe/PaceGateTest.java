package org.instantlogs.suite.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.instantlogs.suite.descriptor.Descriptor.Rate;
import org.junit.jupiter.api.Test;

final class PaceGateTest {

    private final AtomicLong now = new AtomicLong(1_000);
    private final List<Duration> slept = new ArrayList<>();
    private final Sleeper sleeper = duration -> {
        slept.add(duration);
        now.addAndGet(duration.toNanos());
    };

    @Test
    void letsNoMoreThroughInAnyWindowThanTheRate() {
        PaceGate gate = new PaceGate(Optional.of(new Rate(3, Duration.ofSeconds(10))), now::get, sleeper);
        List<Long> entered = new ArrayList<>();
        List<Long> left = new ArrayList<>();

        for (int passage = 0; passage < 20; passage++) {
            try (PaceGate.Passage inside = gate.enter()) {
                assertThat(inside).isNotNull();
                entered.add(now.get());
                now.addAndGet(Duration.ofMillis(700).toNanos());
            }
            left.add(now.get());
        }

        for (int passage = 3; passage < 20; passage++) {
            assertThat(entered.get(passage) - left.get(passage - 3))
                    .isGreaterThan(Duration.ofSeconds(10).toNanos());
        }
        assertThat(slept).isNotEmpty();
    }

    @Test
    void holdsNobodyBackWithoutARate() {
        PaceGate gate = new PaceGate(Optional.empty(), now::get, sleeper);

        for (int passage = 0; passage < 1_000; passage++) {
            gate.enter().close();
        }

        assertThat(slept).isEmpty();
    }
}
