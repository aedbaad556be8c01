package org.instantlogs.server.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class ZoneClockTest {
    private final StoppedTime real = new StoppedTime();
    private final ReentrantLock lock = new ReentrantLock();
    private final ZoneClock clock = new ZoneClock(real, lock);
    private final Instant start = clock.instant();
    private final List<String> rung = new ArrayList<>();

    @Test
    void aStepRingsEverythingDueInOrderEachAtItsTime() {
        ring("c", 30);
        ring("a", 10);
        ring("b1", 20);
        ring("b2", 20);
        ring("later", 61);

        var now = clock.advance(Duration.ofSeconds(60));

        assertThat(rung).containsExactly("a@10", "b1@20", "b2@20", "c@30");
        assertThat(now).isEqualTo(start.plusSeconds(60)).isEqualTo(clock.instant());
    }

    @Test
    void whatAnActionAsksForWithinAStepRingsInTheSameStep() {
        clock.at(start.plusSeconds(10), () -> {
            ring("chained", 20);
            ring("overdue", 5);
        });

        clock.advance(Duration.ofSeconds(60));

        assertThat(rung).containsExactly("overdue@10", "chained@20");
    }

    @Test
    void realTimeRingsToo() {
        clock.advance(Duration.ofSeconds(10));
        ring("a", 15);

        real.pass(Duration.ofSeconds(4));
        assertThat(rung).isEmpty();

        real.pass(Duration.ofSeconds(1));
        assertThat(rung).containsExactly("a@15");
        assertThat(real.bells()).isZero();
    }

    @Test
    void aStepBringsTheRealBellForward() {
        ring("a", 100);
        clock.advance(Duration.ofSeconds(98));

        real.pass(Duration.ofSeconds(2));

        assertThat(rung).containsExactly("a@100");
    }

    @Test
    void aCancelledActionDoesNotRing() {
        var first = clock.at(start.plusSeconds(1), () -> rung.add("never"));
        ring("second", 2);
        first.cancel();
        first.cancel();

        real.pass(Duration.ofSeconds(3));

        assertThat(rung).hasSize(1);
        assertThat(real.bells()).isZero();
    }

    @Test
    void clocksOfTwoZonesAreMovedApart() {
        var other = new ZoneClock(real, new ReentrantLock());
        other.at(start.plusSeconds(1), () -> rung.add("other"));

        clock.advance(Duration.ofDays(1));

        assertThat(rung).isEmpty();
        assertThat(other.instant()).isEqualTo(start);
    }

    @Test
    void aStepBackwardsOrBeyondTheYear9999IsRefused() {
        assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("time moves forward only");
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leads beyond the year 9999");
        assertThat(clock.advance(Duration.ZERO)).isEqualTo(start);
        assertThat(clock.advance(Duration.ofDays(2_000_000))).isEqualTo(start.plus(Duration.ofDays(2_000_000)));
    }

    @Test
    void actionsRunUnderTheLock() {
        List<Boolean> held = new ArrayList<>();
        clock.at(start.plusSeconds(1), () -> held.add(lock.isHeldByCurrentThread()));
        clock.at(start.plusSeconds(2), () -> held.add(lock.isHeldByCurrentThread()));

        clock.advance(Duration.ofSeconds(1));
        real.pass(Duration.ofSeconds(1));

        assertThat(held).containsExactly(true, true);
    }

    @Test
    void theRealClockRingsAndNeverRunsBackwards() throws InterruptedException {
        try (var time = new RealTime()) {
            var rang = new CountDownLatch(2);
            var before = time.instant();
            time.at(before.minusSeconds(5), rang::countDown);
            time.at(before.plusMillis(20), rang::countDown);
            var never = time.at(Instant.MAX, () -> rung.add("never"));
            never.cancel();

            assertThat(rang.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(time.instant()).isAfterOrEqualTo(before.plusMillis(20));
            assertThat(rung).isEmpty();
        }
    }

    private void ring(String name, long seconds) {
        clock.at(
                start.plusSeconds(seconds),
                () -> rung.add(
                        name + "@" + Duration.between(start, clock.instant()).toSeconds()));
    }
}
