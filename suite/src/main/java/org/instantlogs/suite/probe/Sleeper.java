package org.instantlogs.suite.probe;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Sleeps for pace and for 429; the only place of the suite that does. */
interface Sleeper {

    Sleeper REAL = duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos());

    void sleep(Duration duration) throws InterruptedException;

    /** Sleeps; an interrupt is kept for the thread and ends what it was doing. */
    default void pause(Duration duration) {
        try {
            sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoAnswer(NoAnswer.Kind.TIMED_OUT, "interrupted while keeping pace", interrupted);
        }
    }
}
