package org.instantlogs.suite.probe;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Waits out 429 answers within a budget. A lane (a method, or connecting) in which one wait has spent its budget is not
 * waited for again until it answers something else, so that a target that throttles for ever costs the budget once.
 * Thread-safe.
 */
final class Throttle {

    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(60);

    private final Duration budget;
    private final Sleeper sleeper;
    private final InstantSource clock;
    private final Set<String> hopeless = ConcurrentHashMap.newKeySet();
    private final AtomicInteger throttled = new AtomicInteger();

    Throttle(Duration budget, Sleeper sleeper, InstantSource clock) {
        this.budget = budget;
        this.sleeper = sleeper;
        this.clock = clock;
    }

    int throttled() {
        return throttled.get();
    }

    /** One request's patience with 429. */
    Turn turn(String lane) {
        return new Turn(lane);
    }

    /** How long a Retry-After asks to wait: seconds, or a date; empty where it says neither. */
    Optional<Duration> retryAfter(Optional<String> header) {
        return header.map(String::strip).flatMap(this::parse);
    }

    private Optional<Duration> parse(String value) {
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        if (value.matches("[0-9]+")) {
            return Optional.of(Duration.ofSeconds(999_999_999));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }

    final class Turn {
        private final String lane;
        private Duration waited = Duration.ZERO;
        private Duration backOff = Duration.ofSeconds(1);

        private Turn(String lane) {
            this.lane = lane;
        }

        /** Anything but a 429 came. */
        void answered() {
            hopeless.remove(lane);
        }

        /** True after the wait, false where the budget does not allow it. */
        boolean waitOut(Optional<Duration> retryAfter) {
            throttled.incrementAndGet();
            // a Retry-After of 0 must not become a busy loop
            Duration wait = retryAfter
                    .map(asked -> asked.compareTo(Duration.ofMillis(100)) < 0 ? Duration.ofMillis(100) : asked)
                    .orElse(backOff);
            if (hopeless.contains(lane) || waited.plus(wait).compareTo(budget) > 0) {
                hopeless.add(lane);
                return false;
            }
            sleeper.pause(wait);
            waited = waited.plus(wait);
            Duration doubled = backOff.multipliedBy(2);
            backOff = doubled.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : doubled;
            return true;
        }
    }
}
