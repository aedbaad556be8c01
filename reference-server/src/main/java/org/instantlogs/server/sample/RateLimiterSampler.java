package org.instantlogs.server.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * The server's own sample: thins a stream out that exceeds its maximum data rate, and says by how much. Source page: "Sample",
 * the note on {@code sampleInterval}.
 *
 * <p>Records are taken in runs of {@code k}: one of each run, picked by chance, is delivered and stands for all {@code k}. What
 * {@code k} is, is settled before the run begins; a run is broken off early by what arrives and when, never by which of its records
 * was picked. So every record has the chance 1/k whatever happened before, and the weights' sum estimates the true count
 * without bias.
 *
 * <p>Up to the maximum within the last second {@code k} is 1. Above it, {@code k} is the offered rate in multiples of the maximum,
 * and more as long as more than the maximum is going out or the reader lags behind. Not safe for several threads.
 */
public final class RateLimiterSampler implements DataRate {
    private static final Duration LONGEST_RUN = Duration.ofSeconds(1);
    private static final double LARGEST_WEIGHT = 1L << 40;
    /** A lag below this many lines, or two seconds' worth of the maximum, is a burst on its way out. */
    private static final int LAG_LINES = 512;
    /** The same for lines that are long rather than many. */
    private static final double LAG_BYTES = 16L << 20;

    private final long maximum;
    private final SplittableRandom random;
    private final SlidingCount offered = new SlidingCount();
    private final SlidingCount delivered = new SlidingCount();

    private long weight = 1;
    private long picked;
    private long position = 1;
    private Instant begunAt = Instant.MIN;
    private double begunLoad;

    /**
     * A sampler for one session.
     *
     * @param recordsPerSecond the maximum data rate, at least 1
     */
    public RateLimiterSampler(int recordsPerSecond, SplittableRandom random) {
        if (recordsPerSecond < 1) {
            throw new IllegalArgumentException("a maximum data rate of " + recordsPerSecond + " lets nothing through");
        }
        this.maximum = recordsPerSecond;
        this.random = random;
    }

    @Override
    public long weigh(Instant now, int backlogLines, long backlogBytes) {
        offered.add(now);
        double load = (double) offered.lastSecond(now) / maximum;
        if (position == weight || isOver(now, load)) {
            weight = weight(now, load, lag(backlogLines, backlogBytes));
            picked = random.nextLong(weight);
            position = 0;
            begunAt = now;
            begunLoad = load;
        }
        if (position++ != picked) {
            return 0;
        }
        delivered.add(now);
        return weight;
    }

    /** Only arrivals may be asked here: what was picked in the run must not decide how long it is. */
    private boolean isOver(Instant now, double load) {
        boolean eased = load * 2 <= begunLoad || (load <= 1 && begunLoad > 1);
        return eased || !now.isBefore(begunAt.plus(LONGEST_RUN));
    }

    private long weight(Instant now, double load, double lag) {
        double excess = Math.max(1, (double) delivered.lastSecond(now) / maximum);
        double wanted = Math.max(1, load) * excess * excess * Math.pow(2, Math.max(0, lag - 1));
        return (long) Math.ceil(Math.min(wanted, LARGEST_WEIGHT));
    }

    private double lag(int lines, long bytes) {
        return Math.max((double) lines / Math.max(2 * maximum, LAG_LINES), bytes / LAG_BYTES);
    }
}
