package org.instantlogs.server.session;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.instantlogs.server.filter.FilterCompiler;
import org.instantlogs.server.filter.Filters;
import org.instantlogs.server.filter.Groups;
import org.instantlogs.server.filter.Predicates;
import org.instantlogs.server.record.Encoder;
import org.instantlogs.server.record.Projection;
import org.instantlogs.server.sample.DataRate;
import org.instantlogs.server.sample.RateLimiterSampler;
import org.instantlogs.server.sample.Sampler;
import org.instantlogs.server.time.Timers;

/** The parts that sessions are made of. Each method makes a new part; as it stands here it is the right one. */
public interface SessionParts {

    /** The right parts. */
    SessionParts RIGHT = new SessionParts() {};

    /** What a predicate lets through. */
    default Predicates predicates() {
        return Predicates.BY_TYPE;
    }

    /** What a group lets through. */
    default Groups groups() {
        return Groups.LOGICAL;
    }

    /** What a filter lets through. */
    default Filters filters() {
        return new FilterCompiler(predicates(), groups());
    }

    /** Reads the body of a creation. */
    default JobReader jobReader() {
        var filters = filters();
        return body -> JobRequest.read(body, filters);
    }

    /** Makes the secrets of sessions: 32 lower-case hex digits, 128 bits of chance. */
    default Supplier<String> secrets() {
        var random = new SecureRandom();
        return () -> {
            var secret = new byte[16];
            random.nextBytes(secret);
            return HexFormat.of().formatHex(secret);
        };
    }

    /** Makes the ids of jobs, no two the same. */
    default LongSupplier jobIds() {
        return new AtomicLong()::incrementAndGet;
    }

    /** Holds the handshakes of one zone to their limit, by the zone's own time. */
    default ConnectGate connectGate(ConnectLimit limit, InstantSource clock) {
        return new Handshakes(limit, clock);
    }

    /** The client's sample of one session: one in {@code n}. */
    default ClientSample clientSample(long n, SplittableRandom random) {
        var sampler = new Sampler(n, random);
        return (record, now) -> sampler.keepsNext();
    }

    /** The server's own sample of one session. */
    default DataRate dataRate(int recordsPerSecond, SplittableRandom random) {
        return new RateLimiterSampler(recordsPerSecond, random);
    }

    /** Writes the lines of one session: these fields, in this order. */
    default Encoder encoder(List<String> fields) {
        return Projection.of(fields);
    }

    /** Ends a session that has become as old as it may; {@code reached} is called under the lock. */
    default Watch sessionWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        return clock.at(clock.instant().plus(limit), reached)::cancel;
    }

    /** Ends a session that nobody listens to; {@code reached} is called under the lock. */
    default Watch idleWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        return new IdleWatch(clock, lock, limit, reached);
    }

    /** Reads what a client asks for. */
    @FunctionalInterface
    interface JobReader {

        /**
         * Reads the body of a creation.
         *
         * @throws JobRefused if it asks for nothing that can be had
         */
        JobRequest read(byte[] body) throws JobRefused;
    }
}
