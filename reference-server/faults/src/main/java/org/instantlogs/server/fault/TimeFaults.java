package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.Watch;
import org.instantlogs.server.time.Timers;
import org.jspecify.annotations.Nullable;

/** Session times that are too short or too long. */
final class TimeFaults {
    private TimeFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault(
                                "session-time-from-the-last-message",
                                "a session's time begins anew when its listener says something")
                        .breaks("IL-LIMIT-05.does-not-prolong-a-session[event=message]")
                        .mayBreak("IL-LIMIT-05")
                        .of(new RestartedByZone(RestartedByZone.On.MESSAGE)),
                fault("session-six-seconds-short", "a session ends six seconds early")
                        .breaks("IL-LIMIT-06.goes-on-until-the-session-time")
                        .mayBreak("IL-LIMIT-06")
                        .of(limit(limit -> limit.minusSeconds(6))),
                fault("session-ten-seconds-long", "a session ends ten seconds late")
                        .breaks("IL-LIMIT-05.no-record-arrives-after-the-session-time")
                        .mayBreak("IL-LIMIT-05", "IL-LIMIT-07", "IL-LIMIT-12", "IL-LIMIT-03", "IL-JOB-28")
                        .of(limit(limit -> limit.plusSeconds(10))),
                fault("session-without-end", "a session has no maximum time")
                        .breaks("IL-LIMIT-05.no-record-arrives-after-the-session-time")
                        .mayBreak("IL-LIMIT-05", "IL-LIMIT-07", "IL-LIMIT-12", "IL-LIMIT-03", "IL-JOB-28")
                        .of(limit(limit -> limit.multipliedBy(1_000))),
                fault("session-time-from-the-last-connection", "a session's time begins anew with each connection")
                        .breaks("IL-LIMIT-07")
                        .of(new SessionTime() {
                            @Override
                            Restarting watch(Timers clock, Lock lock, Duration limit, Runnable reached) {
                                return new Restarting(clock, lock, limit, reached) {
                                    @Override
                                    public void attached(Reader reader) {
                                        restart();
                                    }
                                };
                            }
                        }),
                fault("session-time-from-the-last-farewell", "a session's time begins anew when a listener leaves")
                        .breaks("IL-LIMIT-07")
                        .mayBreak("IL-LIMIT-05")
                        .of(new SessionTime() {
                            @Override
                            Restarting watch(Timers clock, Lock lock, Duration limit, Runnable reached) {
                                return new Restarting(clock, lock, limit, reached) {
                                    @Override
                                    public void detached() {
                                        restart();
                                    }
                                };
                            }
                        }),
                fault("session-time-of-listening", "a session's time stands still while nobody listens")
                        .breaks("IL-LIMIT-05.an-unattended-session-is-over-as-well")
                        .mayBreak("IL-LIMIT-07")
                        .of(new SessionTime() {
                            @Override
                            Watch watch(Timers clock, Lock lock, Duration limit, Runnable reached) {
                                return new Listened(clock, limit, reached);
                            }
                        }),
                fault("session-time-less-gaps", "a session's time begins later by each gap in listening")
                        .breaks("IL-LIMIT-07.a-gap-in-listening-does-not-prolong-a-session")
                        .of(new SessionTime() {
                            @Override
                            Watch watch(Timers clock, Lock lock, Duration limit, Runnable reached) {
                                return new LessGaps(clock, limit, reached);
                            }
                        }),
                fault("session-time-from-the-last-record", "a session's time begins anew with each record")
                        .breaks("IL-LIMIT-05.no-record-arrives-after-the-session-time[traffic=busy]")
                        .mayBreak("IL-LIMIT-05", "IL-LIMIT-07", "IL-LIMIT-12", "IL-JOB-28")
                        .of(new RestartedByZone(RestartedByZone.On.RECORD)),
                fault("session-time-from-the-last-list", "a session's time begins anew when its job is listed")
                        .breaks("IL-LIMIT-05.no-record-arrives-after-the-session-time[traffic=busy]")
                        .mayBreak("IL-LIMIT-05")
                        .of(new RestartedByZone(RestartedByZone.On.LIST)),
                fault(
                                "session-time-from-the-last-bad-filter",
                                "a session's time begins anew with a request whose filter is bad")
                        .breaks("IL-LIMIT-05.does-not-prolong-a-session[event=refused-filter]")
                        .of(new RestartedByZone(RestartedByZone.On.REFUSED_FILTER)),
                fault("session-time-from-the-last-ping", "a session's time begins anew when its listener pings")
                        .breaks("IL-LIMIT-05.no-record-arrives-after-the-session-time[traffic=busy]")
                        .mayBreak("IL-LIMIT-05")
                        .of(new RestartedByZone(RestartedByZone.On.PING)),
                fault("session-over-when-quiet", "a session that has had no record for half of its time is over")
                        .breaks("IL-LIMIT-06.goes-on-until-the-session-time[traffic=quiet]")
                        .mayBreak("IL-LIMIT-06", "IL-LIMIT-13", "IL-LIMIT-04")
                        .of(new QuietEnds()),
                fault("limit-looked-at-too-late", "the session's time is looked at after a record is sent")
                        .breaks("IL-LIMIT-05.no-record-arrives-after-the-session-time")
                        .mayBreak("IL-LIMIT-05", "IL-LIMIT-07", "IL-LIMIT-12", "IL-JOB-28")
                        .of(new LookedAtLate()),
                fault("timer-of-before-ends-the-next", "the timer of a session that has ended ends the next one")
                        .breaks("IL-LIMIT-06.a-later-session-has-the-whole-time")
                        .mayBreak("IL-LIMIT-06", "IL-LIMIT-03", "IL-LIMIT-04", "IL-LIMIT-09", "IL-LIMIT-13")
                        .of(new TimersOfBefore(true)),
                fault(
                                "idle-timer-of-before-ends-the-next",
                                "the idle timer of a session that was replaced ends the next one")
                        .breaks("IL-LIMIT-06.a-session-does-not-inherit-the-idle-limit-of-another")
                        .mayBreak("IL-LIMIT-06", "IL-LIMIT-03", "IL-LIMIT-04", "IL-LIMIT-09", "IL-LIMIT-13")
                        .of(new TimersOfBefore(false)));
    }

    private static Parts limit(java.util.function.UnaryOperator<Duration> change) {
        return new Parts() {
            @Override
            public Watch sessionWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
                return Parts.super.sessionWatch(clock, lock, change.apply(limit), reached);
            }
        };
    }

    /** Another watch over a session's time. */
    private abstract static class SessionTime implements Parts {
        abstract Watch watch(Timers clock, Lock lock, Duration limit, Runnable reached);

        @Override
        public Watch sessionWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
            return watch(clock, lock, limit, reached);
        }
    }

    /** Counts only while somebody listens. Guarded by the zone's lock. */
    private static final class Listened implements Watch {
        private final Timers clock;
        private final Runnable reached;
        private Duration left;
        private Instant since;
        private Timers.Cancellable timer = () -> {};

        Listened(Timers clock, Duration limit, Runnable reached) {
            this.clock = clock;
            this.reached = reached;
            this.left = limit;
            this.since = clock.instant();
        }

        @Override
        public void attached(Reader reader) {
            timer.cancel();
            since = clock.instant();
            timer = clock.at(since.plus(left), reached);
        }

        @Override
        public void detached() {
            timer.cancel();
            left = left.minus(Duration.between(since, clock.instant()));
        }

        @Override
        public void stop() {
            timer.cancel();
        }
    }

    /** Comes later by the length of each gap, once that is over. Guarded by the zone's lock. */
    private static final class LessGaps implements Watch {
        private final Timers clock;
        private final Runnable reached;
        private Instant end;
        private @Nullable Instant left;
        private Timers.Cancellable timer;

        LessGaps(Timers clock, Duration limit, Runnable reached) {
            this.clock = clock;
            this.reached = reached;
            this.end = clock.instant().plus(limit);
            this.timer = clock.at(end, reached);
        }

        @Override
        public void attached(Reader reader) {
            if (left != null) {
                end = end.plus(Duration.between(left, clock.instant()));
                left = null;
                timer.cancel();
                timer = clock.at(end, reached);
            }
        }

        @Override
        public void detached() {
            left = clock.instant();
        }

        @Override
        public void stop() {
            timer.cancel();
        }
    }
}
