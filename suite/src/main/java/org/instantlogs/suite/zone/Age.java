package org.instantlogs.suite.zone;

import java.time.Duration;

/**
 * How much of the target's time has passed since a moment of the case, for standing on the right side of a limit with the
 * catalogue's tolerance. A target whose clock the suite moves may let it run on by itself too or not: before a limit the
 * real time counts, after it it doesn't. Used by the case's thread only.
 */
public final class Age {
    /** The catalogue's 2 s, and one for the way. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private static final Duration LONG_TOLERANCE = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Zone zone;
    private final Duration movedBefore;
    private final long startedNanos;

    Age(Zone zone) {
        this.zone = zone;
        this.movedBefore = zone.moved();
        this.startedNanos = System.nanoTime();
    }

    /**
     * Lets time pass until the limit is as near as is fair: it can't have been reached, and a record made now has time to
     * arrive before it is. A limit too short for that leaves the case not tested.
     */
    public void comesShortOf(Duration limit) {
        reaches(shortOf(limit));
    }

    /** The age that {@link #comesShortOf} comes to. */
    public Duration shortOf(Duration limit) {
        var usual = limit.compareTo(LONG) > 0 ? LONG_TOLERANCE : TOLERANCE;
        var margin = usual.plus(zone.longestDelay().multipliedBy(2));
        if (limit.compareTo(margin.multipliedBy(2)) < 0) {
            throw zone.judgement()
                    .notTested("clock.advance, or limits of at least " + margin.multipliedBy(2)
                            + ": with 2 s of tolerance " + limit + " has no moment that is surely before it");
        }
        return limit.minus(margin);
    }

    /** Lets time pass until the limit is over by more than the tolerance, whatever the target counts. */
    public void exceeds(Duration limit) {
        pass(limit.plus(TOLERANCE).minus(atLeast()));
    }

    /** Lets time pass until that age at most; where it is exceeded already by so much that it matters, the case can't go on. */
    public void reaches(Duration age) {
        reaches(age, age);
    }

    /**
     * Lets time pass until that age at least; where a later one is exceeded already by so much that it matters, the case can't go on.
     *
     * @param latest what the next step must not come after, the age or more
     */
    public void reaches(Duration age, Duration latest) {
        var passed = atMost();
        if (latest.minus(passed).plus(TOLERANCE.minusSeconds(1)).isNegative()) {
            throw zone.judgement()
                    .inconclusive("the target was too slow for its limits: " + latest + " had passed before");
        }
        pass(age.minus(passed));
    }

    private void pass(Duration time) {
        if (!time.isNegative() && !time.isZero()) {
            zone.passes(time);
        }
    }

    private Duration atMost() {
        return zone.moved().minus(movedBefore).plus(Duration.ofNanos(System.nanoTime() - startedNanos));
    }

    private Duration atLeast() {
        return zone.movesTime() ? zone.moved().minus(movedBefore) : atMost();
    }
}
