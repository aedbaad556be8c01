package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Settings;
import org.instantlogs.server.session.Watch;
import org.instantlogs.server.time.Timers;
import org.jspecify.annotations.Nullable;

/** Sessions that are too many, too few, or tied to those of other zones. */
final class SessionFaults {
    private static final String TWO = "IL-LIMIT-01.never-lets-two-sessions-receive";
    private static final String ELSEWHERE = "IL-LIMIT-04.goes-on-whatever-happens-in-another-zone";
    private static final String[] BOTH = {
        "IL-LIMIT-01", "IL-LIMIT-12", "IL-JOB-14", "IL-LIMIT-06", "IL-LIMIT-08", "IL-LIMIT-09"
    };

    private SessionFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault(
                                "simultaneous-creations-side-by-side",
                                "creations at the same moment do not see each other's session")
                        .breaks("IL-LIMIT-01.never-lets-simultaneous-creations-all-receive")
                        .mayBreak(BOTH)
                        .of(new SideBySide()),
                fault(
                                "old-address-joins-the-newer-session",
                                "the address of a session that has ended leads to the next")
                        .breaks(
                                "IL-LIMIT-01.the-address-of-a-replaced-session-does-not-stream",
                                "IL-LIMIT-05.nothing-brings-it-back[event=create]",
                                "IL-LIMIT-08.nothing-brings-it-back[event=create]")
                        .mayBreak(Rules.ANY)
                        .of(new Joining()),
                fault(
                                "no-session-after-a-stalled-reader",
                                "a zone whose reader has stalled until the limit gets no other")
                        .breaks("IL-LIMIT-03.grants-a-new-session-after-a-reader-that-read-nothing")
                        .mayBreak("IL-LIMIT-03", "IL-LIMIT-10")
                        .of(new NoMoreAfterAStall()),
                fault("older-goes-on", "an older session goes on beside the newer one while somebody listens to it")
                        .breaks(TWO + "[listener=attached]", "IL-LIMIT-01.never-lets-sessions-of-two-logins-receive")
                        .mayBreak(BOTH)
                        .of(TwoSessions.where(true)),
                fault("older-address-goes-on", "an older session that nobody listens to goes on beside the newer one")
                        .breaks(
                                TWO + "[listener=closed]",
                                TWO + "[listener=dropped]",
                                TWO + "[listener=never-connected]")
                        .mayBreak(BOTH)
                        .of(TwoSessions.where(false)),
                fault("session-for-each-filter", "a session goes on beside a newer one of another filter")
                        .breaks("IL-LIMIT-01.never-lets-sessions-of-different-jobs-receive[other=filter]")
                        .mayBreak(BOTH)
                        .of(new OtherFilterBeside()),
                fault("idle-when-one-of-two-leaves", "the idle time begins when one of two readers leaves the other")
                        .breaks("IL-LIMIT-06.goes-on-when-one-of-two-readers-has-left")
                        .mayBreak("IL-LIMIT-09", "IL-LIMIT-13")
                        .of(new IdleWithoutOne()),
                fault("old-session-goes-on", "a session of ten minutes or more goes on beside the newer one")
                        .breaks("IL-LIMIT-01.never-lets-two-sessions-receive-after-half-the-session-time")
                        .mayBreak(BOTH)
                        .of(new OldGoesOn()),
                fault("fourth-session-beside-the-third", "from a zone's fourth job on the older session goes on")
                        .breaks("IL-LIMIT-01.never-lets-a-second-and-a-third-session-receive")
                        .mayBreak(BOTH)
                        .of(new FourthBeside()),
                fault(
                                "overtaken-creation-ends-nothing",
                                "a creation ends the session that was there when its head came, not when its body was read")
                        .breaks("IL-LIMIT-01.never-lets-overlapping-creations-both-receive")
                        .of(new OverlappingCreations()),
                fault("one-session-for-all-zones", "a new session in one zone ends those of all others")
                        .breaks(ELSEWHERE + "[other=streams]")
                        .mayBreak(Rules.ANY)
                        .of(new TiedZones(TiedZones.On.CREATION)),
                fault(
                                "creation-ends-unheard-neighbours",
                                "a new session in one zone ends those of others that nobody listens to")
                        .breaks("IL-LIMIT-04.keeps-a-job-nobody-listens-to-whatever-happens-in-another-zone*")
                        .mayBreak(Rules.ANY)
                        .of(new TiedZones(TiedZones.On.CREATION_BESIDE_UNHEARD)),
                fault("farewell-ends-all-zones", "when a listener leaves, the sessions of all zones end")
                        .breaks("IL-LIMIT-04")
                        .mayBreak(Rules.ANY)
                        .of(new TiedZones(TiedZones.On.FAREWELL)),
                fault("refusal-ends-all-zones", "a request for a job that is refused ends the sessions of all zones")
                        .breaks(ELSEWHERE + "[other=is-refused]")
                        .mayBreak(Rules.ANY)
                        .of(new TiedZones(TiedZones.On.REFUSAL)),
                fault("session-time-ends-all-zones", "one timer counts the session time of all zones")
                        .breaks("IL-LIMIT-04.outlives-the-session-time-of-another-zone")
                        .mayBreak(Rules.ANY)
                        .of(new TiedTimers(true)),
                fault("idle-limit-ends-all-zones", "one timer counts the idle time of all zones")
                        .breaks("IL-LIMIT-04.outlives-the-idle-limit-of-another-zone")
                        .mayBreak(Rules.ANY)
                        .of(new TiedTimers(false)),
                fault("busy-zone-starves-others", "after a burst in one zone the next records of others are dropped")
                        .breaks("IL-LIMIT-04.streams-beside-a-busy-zone")
                        .mayBreak(Rules.ANY)
                        .of(PassingSessions.parts(right -> new PassingSessions(right) {
                            private volatile String busy = "";

                            @Override
                            public void publish(String zoneId, List<LogRecord> records) {
                                boolean starved = !busy.isEmpty() && !busy.equals(zoneId);
                                busy = records.size() >= 100 ? zoneId : "";
                                if (!starved) {
                                    super.publish(zoneId, records);
                                }
                            }
                        })),
                fault("stalled-reader-blocks-others", "while a reader has a megabyte waiting, nobody gets a record")
                        .breaks("IL-LIMIT-04.streams-beside-a-reader-that-reads-nothing")
                        .mayBreak(Rules.ANY)
                        .of(new Blocked()),
                fault("no-session-after-the-session-time", "a zone whose session has come to its time gets no other")
                        .breaks("IL-LIMIT-03.grants-a-new-session-after-the-session-time")
                        .of(new NoMore(true)),
                fault(
                                "no-session-after-the-idle-limit",
                                "a zone whose session has come to the idle limit gets no other")
                        .breaks("IL-LIMIT-03.grants-a-new-session-after-the-idle-limit")
                        .mayBreak("IL-LIMIT-06", "IL-LIMIT-03", "IL-HTTP-06")
                        .of(new NoMore(false)),
                fault(
                                "third-session-in-a-row-dead",
                                "a session that replaces one that has replaced another gives no records")
                        .breaks("IL-LIMIT-03.grants-a-new-session-in-place-of-a-replaced-one")
                        .mayBreak("IL-JOB-29", "IL-LIMIT-12")
                        .of(new ThirdDead()),
                fault(
                                "ended-address-comes-back",
                                "who connects to the address of a session that has ended begins it anew")
                        .breaks("IL-LIMIT-05.no-record-arrives-after-the-session-time", "IL-LIMIT-08")
                        .mayBreak("IL-LIMIT-05", "IL-LIMIT-07", "IL-LIMIT-10", "IL-LIMIT-01", "IL-LIMIT-08")
                        .of(new BackAgain()));
    }

    /** Lets nobody have a record while one reader is far behind. */
    private static final class Blocked extends ZoneParts {
        private static final long MUCH_BYTES = 1 << 20;
        private final Map<Reader, Boolean> readers = new ConcurrentHashMap<>();

        @Override
        SessionRegistry sessions(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public Attachment attach(String secret, Reader reader) throws AttachRefused {
                    readers.put(reader, true);
                    var attachment = super.attach(secret, reader);
                    return () -> {
                        readers.remove(reader);
                        attachment.detach();
                    };
                }

                @Override
                public void publish(String zoneId, List<LogRecord> records) {
                    if (readers.keySet().stream().noneMatch(reader -> reader.backlogBytes() > MUCH_BYTES)) {
                        super.publish(zoneId, records);
                    }
                }
            };
        }
    }

    /** One timer for the sessions of all zones. */
    private static final class TiedTimers extends ZoneParts {
        private final boolean ofSessionTime;

        TiedTimers(boolean ofSessionTime) {
            this.ofSessionTime = ofSessionTime;
        }

        @Override
        SessionRegistry sessions(SessionRegistry right) {
            return right;
        }

        @Override
        public Watch sessionWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
            return super.sessionWatch(clock, lock, limit, ofSessionTime ? all(lock, reached) : reached);
        }

        @Override
        public Watch idleWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
            return super.idleWatch(clock, lock, limit, ofSessionTime ? reached : all(lock, reached));
        }

        private Runnable all(Lock lock, Runnable reached) {
            return () -> {
                reached.run();
                TiedZones.withoutLock(lock, () -> zoneIds().forEach(zone -> all().reset(zone)));
            };
        }
    }

    /** Keeps a session that is ten minutes old. */
    private static final class OldGoesOn extends TwoSessions {
        private static final Duration OLD = Duration.ofMinutes(10);
        private final Map<String, Instant> old = new ConcurrentHashMap<>();
        private volatile @Nullable SessionRegistry all;

        @Override
        public SessionRegistry sessions(Collection<String> zoneIds, Settings settings, Timers realTime) {
            var both = new PassingSessions(super.sessions(zoneIds, settings, realTime)) {
                @Override
                public Job create(String zoneId, JobRequest request) {
                    var job = super.create(zoneId, request);
                    old.put(zoneId, clock(zoneId).instant().plus(OLD));
                    return job;
                }
            };
            all = both;
            return both;
        }

        @Override
        boolean keepsTheOlder(String zoneId, boolean isListenedTo) {
            var now = Objects.requireNonNull(all).clock(zoneId).instant();
            return !now.isBefore(old.getOrDefault(zoneId, Instant.MAX));
        }
    }

    /** Keeps the session of another filter. */
    private static final class OtherFilterBeside extends TwoSessions {
        private final ThreadLocal<String> asked = ThreadLocal.withInitial(() -> "");
        private final Map<String, String> filters = new ConcurrentHashMap<>();

        @Override
        public JobReader jobReader() {
            var right = super.jobReader();
            return body -> {
                Json.object(body).ifPresent(job -> asked.set(job.path("filter").asText()));
                return right.read(body);
            };
        }

        @Override
        boolean keepsTheOlder(String zoneId, boolean isListenedTo) {
            return !asked.get().equals(filters.getOrDefault(zoneId, asked.get()));
        }

        @Override
        void created(String zoneId, Job job) {
            filters.put(zoneId, job.filter());
        }

        @Override
        void forgotten(String zoneId) {
            filters.remove(zoneId);
        }
    }

    /** Takes a session that has lost one of its readers for one without any. */
    private static final class IdleWithoutOne extends TwoReaders {
        private final Map<String, Runnable> idleTimes = new ConcurrentHashMap<>();

        @Override
        public Watch idleWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
            idleTimes.put(zoneOf(clock), () -> new Restarting(clock, lock, limit, reached).restart());
            return super.idleWatch(clock, lock, limit, reached);
        }

        @Override
        void leftToOthers(String zoneId) {
            idleTimes.getOrDefault(zoneId, () -> {}).run();
        }
    }

    /** Keeps the third session of a zone, which has been reset then or never. */
    private static final class FourthBeside extends TwoSessions {
        private final Map<String, Integer> replaced = new ConcurrentHashMap<>();

        @Override
        void forgotten(String zoneId) {
            replaced.remove(zoneId);
        }

        @Override
        boolean keepsTheOlder(String zoneId, boolean isListenedTo) {
            return replaced.merge(zoneId, 1, Integer::sum) >= 3;
        }
    }

    /** The third of sessions that replace each other gives no records. */
    private static final class ThirdDead extends ZoneParts {
        private final Map<String, Integer> inARow = new ConcurrentHashMap<>();
        private final List<String> dead = new ArrayList<>();

        @Override
        SessionRegistry sessions(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public synchronized Job create(String zoneId, JobRequest request) {
                    boolean replaces = !list(zoneId).isEmpty();
                    int number = replaces ? inARow.merge(zoneId, 1, Integer::sum) : 0;
                    inARow.put(zoneId, number);
                    var job = super.create(zoneId, request);
                    if (number >= 2) {
                        dead.add(job.sessionId());
                    }
                    return job;
                }

                @Override
                public synchronized Attachment attach(String secret, Reader reader) throws AttachRefused {
                    return super.attach(secret, dead.contains(secret) ? silent(reader) : reader);
                }
            };
        }

        private static Reader silent(Reader reader) {
            return new PassingReader(reader) {
                @Override
                public void deliver(List<byte[]> lines) {}
            };
        }
    }

    /** Leads an address that was once given out to the session that its zone has now. */
    private static final class Joining extends ZoneParts {
        private final Map<String, String> newest = new ConcurrentHashMap<>();

        @Override
        SessionRegistry sessions(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public Job create(String zoneId, JobRequest request) {
                    var job = super.create(zoneId, request);
                    newest.put(zoneId, job.sessionId());
                    return job;
                }

                @Override
                public Attachment attach(String secret, Reader reader) throws AttachRefused {
                    var zone = zoneOfSecret(secret);
                    boolean ended = hasSession(zone) && !secret.equals(newest.get(zone));
                    return super.attach(ended ? newest.getOrDefault(zone, secret) : secret, reader);
                }
            };
        }
    }

    /** Refuses a zone another session when one has ended while its reader read nothing. */
    private static final class NoMoreAfterAStall extends ZonesRefused {
        @Override
        public Watch idleWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
            var zone = zoneOf(clock);
            var attached = new AtomicBoolean();
            return new PassingWatch(super.idleWatch(clock, lock, limit, () -> {
                if (attached.get()) {
                    refuseFromNowOn(zone);
                }
                reached.run();
            })) {
                @Override
                public void attached(Reader reader) {
                    attached.set(true);
                    super.attached(reader);
                }

                @Override
                public void detached() {
                    attached.set(false);
                    super.detached();
                }
            };
        }
    }

    /** Keeps a session that is younger than a moment. */
    private static final class SideBySide extends TwoSessions {
        private static final long MOMENT_NANOS = Duration.ofMillis(60).toNanos();
        private final Map<String, Long> made = new ConcurrentHashMap<>();

        @Override
        void created(String zoneId, Job job) {
            made.put(zoneId, System.nanoTime());
        }

        @Override
        boolean keepsTheOlder(String zoneId, boolean isListenedTo) {
            return !isListenedTo && System.nanoTime() - made.getOrDefault(zoneId, 0L) < MOMENT_NANOS;
        }
    }
}
