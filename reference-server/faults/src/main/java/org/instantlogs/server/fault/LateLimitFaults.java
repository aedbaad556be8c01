package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Watch;
import org.instantlogs.server.time.Timers;

/** Limits that hold at first, and for most jobs: what goes wrong shows late, after much, or beside something else. */
final class LateLimitFaults {
    private static final String IDLE_OF_A_JOB = "IL-LIMIT-08.a-job-is-over-after-the-idle-limit-whatever-it-is[job=%s]";
    private static final String STALLED = "IL-LIMIT-10.ends-whoever-reads-nothing[who=%s]";

    private LateLimitFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("filtered-session-of-55-minutes", "a session whose job has a filter ends five minutes early")
                        .breaks("IL-LIMIT-06.goes-on-until-the-session-time-whatever-the-job[job=with-a-filter]")
                        .mayBreak("IL-LIMIT-06", "IL-LIMIT-13")
                        .of(new LimitsByJob(
                                OfSomeJobs::isFiltered, limit -> limit.minusMinutes(5), UnaryOperator.identity())),
                fault("sampled-session-without-end", "a session whose job has a sample has no maximum time")
                        .breaks("IL-LIMIT-05.a-session-is-over-whatever-its-job[job=sampled]")
                        .of(new LimitsByJob(OfSomeJobs::isSampled, LateLimitFaults::never, UnaryOperator.identity())),
                fault("sampled-job-without-idle-limit", "a job that has a sample has no idle limit")
                        .breaks(IDLE_OF_A_JOB.formatted("sampled"))
                        .of(new LimitsByJob(OfSomeJobs::isSampled, UnaryOperator.identity(), LateLimitFaults::never)),
                fault("sampled-idle-limit-halved", "the idle limit of a job with a sample is half as long")
                        .breaks("IL-LIMIT-09.streams-again-after-a-gap-whatever-the-job[job=sampled]")
                        .of(new LimitsByJob(
                                OfSomeJobs::isSampled, UnaryOperator.identity(), limit -> limit.dividedBy(2))),
                fault(
                                "no-idle-limit-in-place-of-a-heard-one",
                                "a session that has replaced one that was listened to has no idle limit")
                        .breaks(IDLE_OF_A_JOB.formatted("in-place-of-a-heard-one"))
                        .mayBreak("IL-LIMIT-08", "IL-LIMIT-03", "IL-LIMIT-10")
                        .of(new InPlace()),
                fault("no-idle-limit-after-fifty-records", "a session that has delivered 50 records has no idle limit")
                        .breaks(IDLE_OF_A_JOB.formatted("heard-before"))
                        .mayBreak("IL-LIMIT-08", "IL-LIMIT-10")
                        .of(new Fond()),
                fault("no-idle-limit-from-the-fifth-gap-on", "the idle limit is for the first four gaps in listening")
                        .breaks("IL-LIMIT-08.a-gap-after-several-short-ones-ends-a-job")
                        .of(idle((clock, watch) -> new PassingWatch(watch) {
                            private int gaps;

                            @Override
                            public void detached() {
                                if (++gaps < 5) {
                                    super.detached();
                                } else {
                                    stop();
                                }
                            }
                        })),
                fault(
                                "no-idle-limit-after-twenty-minutes",
                                "the idle limit is for gaps in a session's first 20 minutes")
                        .breaks("IL-LIMIT-08.a-gap-late-in-a-session-ends-it")
                        .mayBreak("IL-LIMIT-08")
                        .of(idle((clock, watch) -> new PassingWatch(watch) {
                            private final Instant late = clock.instant().plus(Duration.ofMinutes(20));

                            @Override
                            public void detached() {
                                if (clock.instant().isBefore(late)) {
                                    super.detached();
                                } else {
                                    stop();
                                }
                            }
                        })),
                fault("tenth-connection-ends-the-session", "the tenth handshake on an address ends its session")
                        .breaks("IL-LIMIT-09.gaps-do-not-add-up")
                        .mayBreak("IL-LIMIT-09", "IL-HTTP-04", "IL-HTTP-06", "IL-STREAM-15")
                        .of(new Connections(10)),
                fault("five-thousand-records-end-the-session", "a session is over when 5,000 records have come")
                        .breaks("IL-LIMIT-06.goes-on-however-many-records-have-come")
                        .mayBreak(Rules.ANY)
                        .of(new Records5000()),
                fault("no-session-after-three-time-outs", "a zone in which three sessions have timed out gets no other")
                        .breaks("IL-LIMIT-03.grants-a-new-session-after-several-time-outs")
                        .mayBreak("IL-LIMIT-03")
                        .of(new TimeOuts()),
                fault("later-reader-may-stall", "who connects again and reads nothing counts as listening")
                        .breaks(STALLED.formatted("later-reader"))
                        .of(new Stalls(false)),
                fault("filtered-reader-may-stall", "who reads nothing of a job with a filter counts as listening")
                        .breaks(STALLED.formatted("reader-of-a-filtered-job"))
                        .of(new Stalls(true)),
                fault("reset-ends-the-session", "a connection that is reset ends its session")
                        .breaks("IL-STREAM-15.streams-again-however-the-connection-was-lost[lost=by-a-reset]")
                        .mayBreak("IL-STREAM-15", "IL-LIMIT-09", "IL-STREAM-12", "IL-LIMIT-10")
                        .of(new Resets()),
                fault("ws-counts-as-listening", "a ws:// handshake is answered 301, and begins the idle time anew")
                        .breaks("IL-LIMIT-08.a-ws-handshake-does-not-count-as-listening")
                        .of(new IdleByZone(RestartedByZone.On.PLAINTEXT)));
    }

    private static Duration never(Duration limit) {
        return limit.multipliedBy(1_000);
    }

    /** Makes a watch over the idle limit of the right one. */
    @FunctionalInterface
    private interface Change {
        Watch of(Timers clock, Watch right);
    }

    private static Parts idle(Change change) {
        return new Parts() {
            @Override
            public Watch idleWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
                return change.of(clock, Parts.super.idleWatch(clock, lock, limit, reached));
            }
        };
    }

    /** A session is made, and its watch, on one thread. */
    private static final class InPlace extends ZoneParts {
        private final Map<String, Integer> listeners = new ConcurrentHashMap<>();
        private final ThreadLocal<Boolean> inPlace = ThreadLocal.withInitial(() -> false);

        @Override
        SessionRegistry sessions(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public Job create(String zoneId, JobRequest request) {
                    inPlace.set(hasSession(zoneId) && listeners.getOrDefault(zoneId, 0) > 0);
                    return super.create(zoneId, request);
                }

                @Override
                public Attachment attach(String secret, Reader reader) throws AttachRefused {
                    var attachment = super.attach(secret, reader);
                    listeners.merge(zoneOfSecret(secret), 1, Integer::sum);
                    return () -> {
                        listeners.merge(zoneOfSecret(secret), -1, Integer::sum);
                        attachment.detach();
                    };
                }
            };
        }

        @Override
        public Watch idleWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
            return super.idleWatch(clock, lock, inPlace.get() ? never(limit) : limit, reached);
        }
    }

    /** Counts what a zone's session has delivered. */
    private static final class Fond extends ZoneParts {
        private static final int MANY = 50;
        private final Map<String, Integer> delivered = new ConcurrentHashMap<>();

        @Override
        SessionRegistry sessions(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public Attachment attach(String secret, Reader reader) throws AttachRefused {
                    return super.attach(secret, new PassingReader(reader) {
                        @Override
                        public void deliver(List<byte[]> lines) {
                            delivered.merge(zoneOfSecret(secret), lines.size(), Integer::sum);
                            super.deliver(lines);
                        }
                    });
                }
            };
        }

        @Override
        public Watch idleWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
            var zone = zoneOf(clock);
            delivered.remove(zone);
            return new PassingWatch(super.idleWatch(clock, lock, limit, reached)) {
                @Override
                public void detached() {
                    if (delivered.getOrDefault(zone, 0) < MANY) {
                        super.detached();
                    } else {
                        stop();
                    }
                }
            };
        }
    }

    /** Ends a session when so many have connected to it. */
    private static final class Connections extends ZoneParts {
        private final int most;
        private final Map<String, Integer> connections = new ConcurrentHashMap<>();

        Connections(int most) {
            this.most = most;
        }

        @Override
        SessionRegistry sessions(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public Attachment attach(String secret, Reader reader) throws AttachRefused {
                    if (connections.merge(secret, 1, Integer::sum) >= most) {
                        super.reset(zoneOfSecret(secret));
                    }
                    return super.attach(secret, reader);
                }
            };
        }
    }

    /** Ends a session when so many records have come since it was made. */
    private static final class Records5000 extends ZoneParts {
        private static final int MOST = 5_000;
        private final Map<String, Integer> seen = new ConcurrentHashMap<>();

        @Override
        SessionRegistry sessions(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public Job create(String zoneId, JobRequest request) {
                    seen.remove(zoneId);
                    return super.create(zoneId, request);
                }

                @Override
                public void publish(String zoneId, List<LogRecord> records) {
                    super.publish(zoneId, records);
                    if (seen.merge(zoneId, records.size(), Integer::sum) >= MOST) {
                        super.reset(zoneId);
                    }
                }
            };
        }
    }

    /** Refuses a zone another session when three have timed out in a row, with no reset between them. */
    private static final class TimeOuts extends ZoneParts {
        private static final int MOST = 3;
        private final Map<String, Integer> timeOuts = new ConcurrentHashMap<>();

        @Override
        SessionRegistry sessions(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public void reset(String zoneId) {
                    timeOuts.remove(zoneId);
                    super.reset(zoneId);
                }
            };
        }

        @Override
        public Watch sessionWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
            return super.sessionWatch(clock, lock, limit, counting(clock, reached));
        }

        @Override
        public Watch idleWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
            return super.idleWatch(clock, lock, limit, counting(clock, reached));
        }

        private Runnable counting(Timers clock, Runnable reached) {
            var zone = zoneOf(clock);
            return () -> {
                timeOuts.merge(zone, 1, Integer::sum);
                reached.run();
            };
        }

        @Override
        public Handler<HttpServerRequest> requests(Handler<HttpServerRequest> right) {
            return new NoMore.Refusing(zone -> timeOuts.getOrDefault(zone, 0) >= MOST, right);
        }
    }

    /** Takes some readers for listeners, whatever they read. */
    private static final class Stalls extends OfSomeJobs {
        private final boolean whereFiltered;

        Stalls(boolean whereFiltered) {
            super(OfSomeJobs::isFiltered);
            this.whereFiltered = whereFiltered;
        }

        @Override
        public Watch idleWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
            boolean filtered = isOne();
            return new PassingWatch(super.idleWatch(clock, lock, limit, reached)) {
                private int listeners;

                @Override
                public void attached(Reader reader) {
                    listeners++;
                    super.attached(isTrusted() ? trusted(reader) : reader);
                }

                private boolean isTrusted() {
                    return whereFiltered ? filtered : listeners > 1;
                }

                @Override
                public void beginStep(boolean listening) {
                    super.beginStep(listening || isTrusted());
                }
            };
        }

        private static Reader trusted(Reader reader) {
            return new PassingReader(reader) {
                @Override
                public CompletionStage<Boolean> isListening() {
                    return CompletableFuture.completedFuture(true);
                }
            };
        }
    }

    /** Ends the session of a connection that breaks by an error of TCP's. */
    private static final class Resets extends ZoneParts {
        @Override
        SessionRegistry sessions(SessionRegistry right) {
            return right;
        }

        @Override
        public void accepted(ServerWebSocket socket) {
            super.accepted(socket);
            var zone = zoneOf(socket);
            FrameFault.at(socket, new FrameFault() {
                @Override
                @SuppressWarnings("deprecation") // Netty's own class has the method, and no other for it
                public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) throws Exception {
                    if (cause instanceof java.io.IOException) {
                        all().reset(zone);
                    }
                    super.exceptionCaught(ctx, cause);
                }
            });
        }
    }
}
