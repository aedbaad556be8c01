package org.instantlogs.server.session;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Counts a zone's handshakes against its limit, by the zone's own time. Guarded by the zone's lock. */
final class Handshakes implements ConnectGate {
    private final ConnectLimit limit;
    private final InstantSource clock;
    private @Nullable Bucket bucket;
    private Instant last = Instant.MIN;

    Handshakes(ConnectLimit limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** A refused one does not count. */
    @Override
    public void count() throws AttachRefused {
        var now = clock.instant();
        // After a whole period of quiet the bucket is full again. A new one in its place keeps the nanoseconds it
        // counts
        // small, however far the zone's time has been moved.
        if (bucket == null || !now.isBefore(last.plus(limit.per()))) {
            bucket = fullBucket(now);
        }
        last = now;
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw AttachRefused.tooMany(wholeSeconds(Duration.ofNanos(probe.getNanosToWaitForRefill())));
        }
    }

    @Override
    public void forget() {
        bucket = null;
    }

    private Bucket fullBucket(Instant start) {
        return Bucket.builder()
                .withCustomTimePrecision(new Since(start, clock))
                .addLimit(bandwidth -> bandwidth.capacity(limit.count()).refillGreedy(limit.count(), limit.per()))
                .build();
    }

    private static Duration wholeSeconds(Duration wait) {
        long seconds = wait.getNano() == 0 ? wait.getSeconds() : wait.getSeconds() + 1;
        return Duration.ofSeconds(Math.max(1, seconds));
    }

    private record Since(Instant start, InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Duration.between(start, clock.instant()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
