package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Lock;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.Watch;
import org.instantlogs.server.time.Timers;

/** Idle limits that are too short or too long, or count what they should not. */
final class IdleFaults {
    private static final String OVER = "IL-LIMIT-08.a-job-nobody-listens-to-is-over-after-the-idle-limit";
    private static final String GAP = "IL-LIMIT-09.streams-again-after-a-gap-shorter-than-the-idle-limit";

    private IdleFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("idle-ten-seconds-early", "the idle limit ends a session ten seconds early")
                        .breaks("IL-LIMIT-09")
                        .of(limit(limit -> limit.minusSeconds(10))),
                fault("idle-ten-seconds-late", "the idle limit ends a session ten seconds late")
                        .breaks("IL-LIMIT-08")
                        .mayBreak("IL-LIMIT-10", "IL-LIMIT-03", "IL-JOB-28")
                        .of(limit(limit -> limit.plusSeconds(10))),
                fault("no-idle-limit", "a session that nobody listens to goes on")
                        .breaks("IL-LIMIT-08")
                        .mayBreak("IL-LIMIT-10", "IL-LIMIT-03", "IL-JOB-28")
                        .of(limit(limit -> limit.multipliedBy(1_000))),
                fault("left-alone-for-ever-if-never-heard", "a job that nobody has ever connected to does not end")
                        .breaks(OVER + "[listener=never-connected]")
                        .mayBreak("IL-LIMIT-03", "IL-LIMIT-08", "IL-LIMIT-09", "IL-LIMIT-10", "IL-JOB-28")
                        .of(watch((clock, lock, limit, reached) -> new IdleWatches.FromFirstListener(
                                () -> Parts.RIGHT.idleWatch(clock, lock, limit, reached)))),
                fault(
                                "idle-from-creation-only",
                                "the idle limit is for jobs that nobody has connected to, and no others")
                        .breaks(OVER + "[listener=closed]", OVER + "[listener=dropped]")
                        .mayBreak("IL-LIMIT-03", "IL-LIMIT-08", "IL-LIMIT-10", "IL-JOB-28")
                        .of(watch((clock, lock, limit, reached) ->
                                new PassingWatch(Parts.RIGHT.idleWatch(clock, lock, limit, reached)) {
                                    @Override
                                    public void attached(Reader reader) {
                                        stop();
                                    }

                                    @Override
                                    public void detached() {}
                                })),
                fault("idle-limit-for-the-first-gap", "once a listener has come back the idle limit is forgotten")
                        .breaks("IL-LIMIT-08.a-later-gap-ends-a-job-as-the-first-does")
                        .mayBreak("IL-LIMIT-10")
                        .of(watch((clock, lock, limit, reached) ->
                                new PassingWatch(Parts.RIGHT.idleWatch(clock, lock, limit, reached)) {
                                    private boolean left;

                                    @Override
                                    public void attached(Reader reader) {
                                        if (left) {
                                            stop();
                                        } else {
                                            super.attached(reader);
                                        }
                                    }

                                    @Override
                                    public void detached() {
                                        if (!left) {
                                            super.detached();
                                        }
                                        left = true;
                                    }
                                })),
                fault("idle-from-the-connection", "idle time counts from when the listener came, not from when he left")
                        .breaks(GAP + "[listener=closed]", GAP + "[listener=dropped]")
                        .mayBreak("IL-LIMIT-09", "IL-LIMIT-13", "IL-LIMIT-06", "IL-LIMIT-04", "IL-LIMIT-10")
                        .of(watch((clock, lock, limit, reached) ->
                                new IdleWatches.FromConnection(clock, limit, reached))),
                fault("gaps-add-up", "the times without a listener are added up")
                        .breaks("IL-LIMIT-09.gaps-do-not-add-up")
                        .mayBreak("IL-LIMIT-09", "IL-LIMIT-10")
                        .of(watch((clock, lock, limit, reached) -> new IdleWatches.Gaps(clock, limit, reached))),
                fault("idle-timer-not-called-off", "who comes back does not stop the idle timer that ran since he left")
                        .breaks("IL-LIMIT-09.a-gap-is-over-when-somebody-listens-again")
                        .mayBreak("IL-LIMIT-09", "IL-LIMIT-10")
                        .of(watch((clock, lock, limit, reached) -> new IdleWatches.Unstoppable(clock, limit, reached))),
                fault("visitors-count-as-listeners", "each record of the zone begins the idle time anew")
                        .breaks("IL-LIMIT-08.requests-of-the-zone-do-not-count-as-listening")
                        .mayBreak("IL-LIMIT-08", "IL-LIMIT-10")
                        .of(new IdleByZone(RestartedByZone.On.RECORD)),
                fault("list-counts-as-listening", "asking for the list of jobs begins the idle time anew")
                        .breaks("IL-LIMIT-08.asking-for-the-list-does-not-count-as-listening")
                        .mayBreak("IL-LIMIT-08", "IL-LIMIT-10")
                        .of(new IdleByZone(RestartedByZone.On.LIST)),
                fault("idle-time-from-the-last-bad-filter", "a request with a bad filter starts the idle time anew")
                        .breaks("IL-LIMIT-08.does-not-count-as-listening[event=refused-filter]")
                        .of(new IdleByZone(RestartedByZone.On.REFUSED_FILTER)),
                fault("silence-is-idle", "a listener who has had no record for the idle limit is ended")
                        .breaks("IL-LIMIT-13")
                        .mayBreak("IL-LIMIT-06", "IL-LIMIT-12", "IL-LIMIT-04")
                        .of(new SilenceIsIdle()),
                fault("lost-connection-ends-the-session", "a session ends with its connection")
                        .breaks(
                                "IL-STREAM-15.streams-again-after-it-was-lost-several-times",
                                "IL-LIMIT-09",
                                "IL-LIMIT-09.streams-whatever-happened-before")
                        .mayBreak("IL-STREAM-15", "IL-LIMIT-09", "IL-LIMIT-07")
                        .of(watch((clock, lock, limit, reached) ->
                                new PassingWatch(Parts.RIGHT.idleWatch(clock, lock, limit, reached)) {
                                    @Override
                                    public void detached() {
                                        super.detached();
                                        reached.run();
                                    }
                                })),
                fault("stalled-reader-stays", "a reader that is attached counts as listening, whatever it reads")
                        .breaks("IL-LIMIT-10")
                        .of(watch((clock, lock, limit, reached) ->
                                new PassingWatch(Parts.RIGHT.idleWatch(clock, lock, limit, reached)) {
                                    @Override
                                    public void attached(Reader reader) {
                                        super.attached(new PassingReader(reader) {
                                            @Override
                                            public CompletionStage<Boolean> isListening() {
                                                return CompletableFuture.completedFuture(true);
                                            }
                                        });
                                    }

                                    @Override
                                    public void beginStep(boolean listening) {
                                        super.beginStep(true);
                                    }
                                })));
    }

    private static Parts limit(UnaryOperator<Duration> change) {
        return watch((clock, lock, limit, reached) -> Parts.RIGHT.idleWatch(clock, lock, change.apply(limit), reached));
    }

    /** Makes watches over the idle limit. */
    @FunctionalInterface
    private interface Watches {
        Watch of(Timers clock, Lock lock, Duration limit, Runnable reached);
    }

    private static Parts watch(Watches watches) {
        return new Parts() {
            @Override
            public Watch idleWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
                return watches.of(clock, lock, limit, reached);
            }
        };
    }
}
