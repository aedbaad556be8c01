package org.instantlogs.suite.zone;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.instantlogs.suite.probe.Patience;

/**
 * How long a stream is given for what must come. At first all that the descriptor says; a target that has lost records that
 * often after the whole of it has shown what it is, and from then on gets only a multiple of the longest delay it has
 * shown, so that a broken target is judged in minutes and not in hours; one from which nothing whatever has come gets next to nothing.
 * Shared by a run; thread-safe.
 */
public final class DeliveryPatience {
    private static final int PROVEN = 3;
    private static final int MARGIN = 10;
    private static final Duration LEAST = Duration.ofSeconds(2);

    /** So often in vain, and nothing else ever came. */
    private static final int HOPELESS = 12;

    private static final Duration LEAST_OF_ALL = Duration.ofMillis(500);

    private final Patience patience;
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicLong longestNanos = new AtomicLong();
    private volatile boolean anythingCame;

    public DeliveryPatience(Patience patience) {
        this.patience = patience;
    }

    Duration now() {
        if (lost.get() < PROVEN) {
            return patience.deliver();
        }
        return brief();
    }

    /** As long as is likely to be enough, by what the target has shown: no verdict may rest on it alone. */
    Duration brief() {
        var shortened =
                Duration.ofNanos(longestNanos.get()).multipliedBy(MARGIN).plus(patience.settle());
        var least = lost.get() >= HOPELESS && !anythingCame ? LEAST_OF_ALL : LEAST;
        var atLeast = shortened.compareTo(least) < 0 ? least : shortened;
        return atLeast.compareTo(patience.deliver()) < 0 ? atLeast : patience.deliver();
    }

    /** The longest delay that was seen from sending to arrival. */
    Duration longest() {
        return Duration.ofNanos(longestNanos.get());
    }

    void cameAfter(Duration delay) {
        longestNanos.accumulateAndGet(delay.toNanos(), Math::max);
    }

    /** A record came, in time or not, that was sent by the suite. */
    void anythingCame() {
        anythingCame = true;
    }

    void lost() {
        lost.incrementAndGet();
    }

    /** Whether it has been shortened, which a report has to say. */
    public boolean isShortened() {
        return lost.get() >= PROVEN;
    }
}
