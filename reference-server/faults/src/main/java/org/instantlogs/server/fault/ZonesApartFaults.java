package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Settings;
import org.instantlogs.server.time.Timers;

/** Sessions that are in each other's way, so that one of two gets nothing where both should, or both where one should. */
final class ZonesApartFaults {
    private static final Attachment NONE = () -> {};
    private static final String ONE = "IL-LIMIT-01.never-lets-two-sessions-receive";

    private ZonesApartFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("later-connections-hear-all-zones", "who connects again gets the records of all zones")
                        .breaks("IL-STREAM-06.holds-nothing-of-another-zone-in-a-later-connection")
                        .mayBreak(Rules.ANY)
                        .of(new HearingAll()),
                fault(
                                "equal-jobs-share-records",
                                "zones whose jobs have the same filter and fields get each other's records")
                        .breaks("IL-STREAM-06.tells-zones-apart-with-equal-filters")
                        .mayBreak(Rules.ANY)
                        .of(new Shared()),
                fault("zones-take-turns", "while a zone has a listener, the zones behind it get no record")
                        .breaks("IL-LIMIT-04")
                        .mayBreak(Rules.ANY)
                        .of(new TakingTurns()),
                fault(
                                "creation-silences-unheard-neighbours",
                                "a new session in one zone takes the records from those of others that nobody listens to yet")
                        .breaks("IL-LIMIT-04.keeps-a-job-nobody-listens-to-whatever-happens-in-another-zone*")
                        .mayBreak(Rules.ANY)
                        .of(PassingSessions.parts(SilentNeighbours::new)),
                fault("second-job-ends-both", "a second job in a zone is refused, and ends the first one's session")
                        .breaks(ONE)
                        .mayBreak(Rules.ANY)
                        .of(new EndedByRefusal()),
                fault("second-job-is-silent", "a session in place of another delivers nothing")
                        .breaks("IL-LIMIT-03.grants-a-new-session-in-place-of-a-replaced-one")
                        .mayBreak(Rules.ANY)
                        .of(PassingSessions.parts(SilentSeconds::new)),
                fault("second-job-is-stillborn", "a second job in a zone ends the first, and its own address is dead")
                        .breaks(ONE)
                        .mayBreak(Rules.ANY)
                        .of(PassingSessions.parts(right -> new PassingSessions(right) {
                            @Override
                            public Job create(String zoneId, JobRequest request) {
                                boolean isSecond = !list(zoneId).isEmpty();
                                var job = super.create(zoneId, request);
                                if (isSecond) {
                                    super.reset(zoneId);
                                }
                                return job;
                            }
                        })));
    }

    private static final class SilentNeighbours extends PassingSessions {
        private final Map<String, String> unheard = new ConcurrentHashMap<>();
        private final Set<String> silent = new ConcurrentSkipListSet<>();

        SilentNeighbours(SessionRegistry right) {
            super(right);
        }

        @Override
        public Job create(String zoneId, JobRequest request) {
            var job = super.create(zoneId, request);
            unheard.remove(zoneId);
            silent.addAll(unheard.values());
            unheard.put(zoneId, job.sessionId());
            return job;
        }

        @Override
        public Attachment attach(String secret, Reader reader) throws AttachRefused {
            unheard.values().remove(secret);
            return silent.contains(secret) ? NONE : super.attach(secret, reader);
        }
    }

    private static final class SilentSeconds extends PassingSessions {
        private final Set<String> seconds = new ConcurrentSkipListSet<>();

        SilentSeconds(SessionRegistry right) {
            super(right);
        }

        @Override
        public Job create(String zoneId, JobRequest request) {
            boolean isSecond = !list(zoneId).isEmpty();
            var job = super.create(zoneId, request);
            if (isSecond) {
                seconds.add(job.sessionId());
            }
            return job;
        }

        @Override
        public Attachment attach(String secret, Reader reader) throws AttachRefused {
            return seconds.contains(secret) ? NONE : super.attach(secret, reader);
        }
    }

    private static final class TakingTurns extends ZoneParts {
        private final Set<String> listenedTo = new ConcurrentSkipListSet<>();

        @Override
        SessionRegistry sessions(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public Attachment attach(String secret, Reader reader) throws AttachRefused {
                    var attachment = super.attach(secret, reader);
                    var zone = zoneOfSecret(secret);
                    listenedTo.add(zone);
                    return () -> {
                        listenedTo.remove(zone);
                        attachment.detach();
                    };
                }

                @Override
                public void publish(String zoneId, List<LogRecord> records) {
                    if (listenedTo.stream().noneMatch(zone -> zone.compareTo(zoneId) < 0)) {
                        super.publish(zoneId, records);
                    }
                }
            };
        }
    }

    private static final class EndedByRefusal extends ZoneParts {
        @Override
        public Handler<HttpServerRequest> requests(Handler<HttpServerRequest> right) {
            return new NoMore.Refusing(this::endsWhatThereIs, right);
        }

        private boolean endsWhatThereIs(String zone) {
            if (!hasSession(zone)) {
                return false;
            }
            all().reset(zone);
            return true;
        }
    }

    /** Knows of each zone the last request for a job with a filter. */
    private static final class Shared extends InAZone {
        private final Map<String, String> filtered = new ConcurrentHashMap<>();

        @Override
        public JobReader jobReader() {
            var right = super.jobReader();
            return body -> {
                if (Json.object(body).filter(OfSomeJobs::isFiltered).isPresent()) {
                    filtered.put(zone(), new String(body, StandardCharsets.UTF_8));
                } else {
                    filtered.remove(zone());
                }
                return right.read(body);
            };
        }

        @Override
        public SessionRegistry sessions(Collection<String> zoneIds, Settings settings, Timers realTime) {
            return new PassingSessions(super.sessions(zoneIds, settings, realTime)) {
                @Override
                public void publish(String zoneId, List<LogRecord> records) {
                    super.publish(zoneId, records);
                    var own = filtered.getOrDefault(zoneId, "");
                    filtered.forEach((other, job) -> {
                        if (!other.equals(zoneId) && job.equals(own)) {
                            super.publish(other, records);
                        }
                    });
                }
            };
        }
    }

    /** Gives the records of all zones to those whose session was connected to before. */
    private static final class HearingAll extends ConnectionsCounted {
        @Override
        SessionRegistry sessions(SessionRegistry right) {
            return new PassingSessions(super.sessions(right)) {
                @Override
                public void publish(String zoneId, List<LogRecord> records) {
                    super.publish(zoneId, records);
                    zoneIds().stream()
                            .filter(other -> !other.equals(zoneId) && isConnectedToAgain(other))
                            .forEach(other -> super.publish(other, records));
                }
            };
        }
    }
}
