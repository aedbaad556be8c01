package org.instantlogs.suite.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Moves the target's time. Thread-safe. */
public interface ClockProbe {

    /**
     * Moves the time on; every timer due within the step has fired when this returns.
     *
     * @param zoneId whose time; left out of the request where the descriptor's scope is global
     * @return the target's time after the step
     * @throws TrafficFailed where the answer is not the contract's
     * @throws NoAnswer where none came
     * @throws IllegalStateException where the descriptor has no {@code clock.advance}
     */
    Instant advance(Optional<String> zoneId, Duration by);
}
