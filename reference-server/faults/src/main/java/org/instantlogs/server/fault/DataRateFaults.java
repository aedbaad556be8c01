package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongUnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.sample.DataRate;
import org.instantlogs.server.sample.RateLimiterSampler;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Settings;
import org.instantlogs.server.time.Timers;

/** Mistakes with the server's own sample, and with what {@code sampleInterval} says of it. */
final class DataRateFaults {
    private static final String[] OF_INTERVALS = {
        "IL-SAMPLE-03", "IL-SAMPLE-05", "IL-SAMPLE-06", "IL-SAMPLE-07", "IL-SAMPLE-08", "IL-NDJSON-05", "IL-STREAM-02"
    };

    private DataRateFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                rate(
                        "rate-over-four-seconds",
                        "no more than a second's worth of the maximum is delivered in four seconds",
                        "IL-SAMPLE-05.a-lasting-rate-below-the-maximum-is-not-sampled",
                        (most, random) -> new Windowed(most)),
                fault("overload-remembered", "the first records of a session after an overloaded one stand for two")
                        .breaks("IL-SAMPLE-05.a-session-after-an-overloaded-one-is-not-sampled")
                        .mayBreak(OF_INTERVALS)
                        .of(new Remembered()),
                fault("later-connections-unlimited", "who connects again gets every record, at any rate")
                        .breaks("IL-SAMPLE-07.samples-above-the-maximum-in-a-later-connection")
                        .mayBreak(OF_INTERVALS)
                        .of(new LaterUnlimited()),
                weight("interval-of-two", "`sampleInterval` is always 2", "IL-SAMPLE-05", weight -> 2 * weight),
                weight(
                        "interval-one-more",
                        "`sampleInterval` says how many records were left out",
                        "IL-SAMPLE-05",
                        weight -> weight == 0 ? 0 : weight + 1),
                weight(
                        "interval-forgotten",
                        "`sampleInterval` is 1 whatever was left out",
                        "IL-SAMPLE-07",
                        weight -> Math.min(weight, 1)),
                weight(
                        "interval-rounded-down",
                        "`sampleInterval` is rounded down to a power of two",
                        "IL-SAMPLE-07",
                        Long::highestOneBit),
                weight(
                        "interval-one-less",
                        "above 1 `sampleInterval` says how many others a record stands for",
                        "IL-SAMPLE-07",
                        weight -> weight > 1 ? weight - 1 : weight),
                weight(
                        "interval-capped",
                        "`sampleInterval` is never more than 3",
                        "IL-SAMPLE-07.counts-right-far*",
                        weight -> Math.min(weight, 3)),
                weight(
                        "interval-capped-at-eight",
                        "`sampleInterval` is never more than 8",
                        "IL-SAMPLE-07.counts-right-in-a-burst",
                        weight -> Math.min(weight, 8)),
                fault("filtered-sessions-unlimited", "a session that has a filter gets every record, at any rate")
                        .breaks("IL-SAMPLE-07.samples-above-the-maximum-behind-a-filter")
                        .mayBreak(OF_INTERVALS)
                        .of(new FilteredUnlimited()),
                fault("interval-missing-where-it-matters", "`sampleInterval` is left out where it is above 1")
                        .breaks("IL-SAMPLE-07.samples-above*")
                        .mayBreak(OF_INTERVALS)
                        .of(LineChange.members((record, line) -> {
                                    if (line.path("sampleInterval").asLong() > 1) {
                                        line.remove("sampleInterval");
                                    }
                                })
                                .parts()),
                fault("sampled-at-half-the-rate", "sampling sets in at half the maximum")
                        .breaks("IL-SAMPLE-05")
                        .mayBreak(OF_INTERVALS)
                        .mayBreak("IL-SAMPLE-02")
                        .of(rated((most, random) -> new RateLimiterSampler(Math.max(1, most / 2), random))),
                fault(
                                "sampled-at-half-the-rate-from-the-third-job",
                                "from a zone's third job on sampling sets in at half the maximum")
                        .breaks("IL-SAMPLE-05.a-seconds-worth-is-not-sampled")
                        .mayBreak(OF_INTERVALS)
                        .of(new ThirdAtHalf()),
                fault("burst-beyond-2000-lost", "of records that come at once those beyond 2,000 are lost uncounted")
                        .breaks("IL-SAMPLE-07.counts-right-in-a-burst")
                        .mayBreak(OF_INTERVALS)
                        .mayBreak("IL-SAMPLE-01", "IL-SAMPLE-02", "IL-SAMPLE-04")
                        .of(PassingSessions.parts(BurstsCut::new)),
                rate(
                        "sampled-one-too-early",
                        "sampling sets in with the last record that the maximum allows",
                        "IL-SAMPLE-05",
                        (most, random) -> new RateLimiterSampler(Math.max(1, most - 1), random)),
                rate(
                        "never-sampled",
                        "nothing is sampled, however many records there are",
                        "IL-SAMPLE-07.samples-above*",
                        (most, random) -> (now, lines, bytes) -> 1),
                rate(
                        "dropped-not-sampled",
                        "what exceeds the maximum of a second is dropped",
                        "IL-SAMPLE-07.samples-above*",
                        (most, random) -> new Counted(most, 0)),
                rate(
                        "sampled-by-a-fixed-ten",
                        "what exceeds the maximum of a second is thinned to one in ten and counts 2",
                        "IL-SAMPLE-07.counts-right-just*",
                        (most, random) -> new Counted(most, 10)),
                rate(
                        "sampled-ever-after",
                        "once sampled, a session is sampled to its end",
                        "IL-SAMPLE-08",
                        (most, random) -> new Lasting(new RateLimiterSampler(most, random), Duration.ofDays(1))),
                rate(
                        "sampled-for-a-minute-more",
                        "once sampled, a session is sampled for a minute",
                        "IL-SAMPLE-08",
                        (most, random) -> new Lasting(new RateLimiterSampler(most, random), Duration.ofMinutes(1))));
    }

    private static TrialTarget weight(String name, String says, String breaks, LongUnaryOperator mistake) {
        return rate(name, says, breaks, (most, random) -> {
            var right = new RateLimiterSampler(most, random);
            return (now, lines, bytes) -> {
                long weight = right.weigh(now, lines, bytes);
                return weight == 0 ? 0 : mistake.applyAsLong(weight);
            };
        });
    }

    private static TrialTarget rate(String name, String says, String breaks, Rating rating) {
        return fault(name, says).breaks(breaks).mayBreak(OF_INTERVALS).of(rated(rating));
    }

    private static Parts rated(Rating rating) {
        return new Parts() {
            @Override
            public DataRate dataRate(int recordsPerSecond, SplittableRandom random) {
                return rating.of(recordsPerSecond, random);
            }
        };
    }

    /** Makes the sample of a session. */
    private interface Rating {
        DataRate of(int most, SplittableRandom random);
    }

    private static final class FilteredUnlimited extends OfSomeJobs {
        FilteredUnlimited() {
            super(OfSomeJobs::isFiltered);
        }

        @Override
        public DataRate dataRate(int recordsPerSecond, SplittableRandom random) {
            return isOne() ? (now, lines, bytes) -> 1 : super.dataRate(recordsPerSecond, random);
        }
    }

    /** Counts second by second; beyond the maximum one in so many is delivered, or none at all. */
    private static final class Counted implements DataRate {
        private final int most;
        private final int oneIn;
        private long second;
        private int count;

        Counted(int most, int oneIn) {
            this.most = most;
            this.oneIn = oneIn;
        }

        @Override
        public long weigh(Instant now, int backlogLines, long backlogBytes) {
            if (now.getEpochSecond() != second) {
                second = now.getEpochSecond();
                count = 0;
            }
            if (++count <= most) {
                return 1;
            }
            return oneIn > 0 && count % oneIn == 0 ? 2 : 0;
        }
    }

    /** Counts a zone's jobs until it is reset. */
    private static final class ThirdAtHalf implements Parts {
        private final ThreadLocal<Integer> number = ThreadLocal.withInitial(() -> 0);
        private final Map<String, Integer> jobs = new ConcurrentHashMap<>();

        @Override
        public SessionRegistry sessions(Collection<String> zoneIds, Settings settings, Timers realTime) {
            return new PassingSessions(Parts.super.sessions(zoneIds, settings, realTime)) {
                @Override
                public Job create(String zoneId, JobRequest request) {
                    number.set(jobs.merge(zoneId, 1, Integer::sum));
                    return super.create(zoneId, request);
                }

                @Override
                public void reset(String zoneId) {
                    jobs.remove(zoneId);
                    super.reset(zoneId);
                }
            };
        }

        @Override
        public DataRate dataRate(int recordsPerSecond, SplittableRandom random) {
            return Parts.super.dataRate(
                    number.get() < 3 ? recordsPerSecond : Math.max(1, recordsPerSecond / 2), random);
        }
    }

    /** Takes so many records in of a burst: of what comes without a pause. */
    private static final class BurstsCut extends PassingSessions {
        private static final int MOST = 2_000;
        private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

        private final Map<String, Burst> bursts = new ConcurrentHashMap<>();

        BurstsCut(SessionRegistry right) {
            super(right);
        }

        @Override
        public void publish(String zoneId, List<LogRecord> records) {
            long now = System.nanoTime();
            var burst = bursts.getOrDefault(zoneId, new Burst(now, 0));
            int before = now - burst.end() < PAUSE_NANOS ? burst.records() : 0;
            super.publish(zoneId, records.subList(0, Math.max(0, Math.min(MOST - before, records.size()))));
            bursts.put(zoneId, new Burst(System.nanoTime(), before + records.size()));
        }

        /** The last that has come, and when that was. */
        private record Burst(long end, int records) {}
    }

    /** Goes on with a weight that was above 1. */
    private static final class Lasting implements DataRate {
        private final DataRate right;
        private final Duration time;
        private Instant until = Instant.MIN;

        Lasting(DataRate right, Duration time) {
            this.right = right;
            this.time = time;
        }

        @Override
        public long weigh(Instant now, int backlogLines, long backlogBytes) {
            long weight = right.weigh(now, backlogLines, backlogBytes);
            if (weight > 1) {
                until = now.plus(time);
            }
            return weight == 1 && now.isBefore(until) ? 2 : weight;
        }
    }

    /** Beyond the maximum in a window of four seconds one in two is delivered. */
    private static final class Windowed implements DataRate {
        private static final long WINDOW_SECONDS = 4;
        private final int most;
        private Instant begun = Instant.MIN;
        private int count;

        Windowed(int most) {
            this.most = most;
        }

        @Override
        public long weigh(Instant now, int backlogLines, long backlogBytes) {
            if (begun.equals(Instant.MIN) || !now.isBefore(begun.plusSeconds(WINDOW_SECONDS))) {
                begun = now;
                count = 0;
            }
            count++;
            return count <= most ? 1 : count % 2 == 0 ? 2 : 0;
        }
    }

    /** Knows of which zones' sessions more was asked than they deliver. A session is made on one thread. */
    private static final class Remembered implements Parts {
        private static final int FEW = 20;
        private final ThreadLocal<String> zone = ThreadLocal.withInitial(() -> "");
        private final Set<String> overloaded = ConcurrentHashMap.newKeySet();

        @Override
        public SessionRegistry sessions(Collection<String> zoneIds, Settings settings, Timers realTime) {
            return new PassingSessions(Parts.super.sessions(zoneIds, settings, realTime)) {
                @Override
                public Job create(String zoneId, JobRequest request) {
                    zone.set(zoneId);
                    return super.create(zoneId, request);
                }

                @Override
                public void reset(String zoneId) {
                    overloaded.remove(zoneId);
                    super.reset(zoneId);
                }
            };
        }

        @Override
        public DataRate dataRate(int recordsPerSecond, SplittableRandom random) {
            var right = Parts.super.dataRate(recordsPerSecond, random);
            var own = zone.get();
            boolean remembers = overloaded.contains(own);
            var weighed = new AtomicInteger();
            return (now, lines, bytes) -> {
                long weight = right.weigh(now, lines, bytes);
                if (weight > 1) {
                    overloaded.add(own);
                }
                return remembers && weighed.incrementAndGet() <= FEW ? 2 * weight : weight;
            };
        }
    }

    private static final class LaterUnlimited extends ConnectionsCounted {
        @Override
        public DataRate dataRate(int recordsPerSecond, SplittableRandom random) {
            var right = super.dataRate(recordsPerSecond, random);
            var own = zoneOfTheNewest();
            return (now, lines, bytes) -> isConnectedToAgain(own) ? 1 : right.weigh(now, lines, bytes);
        }
    }
}
