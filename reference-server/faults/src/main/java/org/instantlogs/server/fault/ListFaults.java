package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;

/** Mistakes in the list of a zone's sessions, and in what to ask for it does. */
final class ListFaults {
    private ListFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("list-of-a-login", "the list that is asked for with a token is empty")
                        .breaks("IL-JOB-28.lists-the-session-to-either-login")
                        .mayBreak("IL-JOB-28")
                        .of(Answers.answers(
                                (request, answer) -> Answers.isList(request, answer)
                                        && request.headers().contains("Authorization"),
                                answer -> Answers.edited(answer, envelope -> envelope.putArray("result")))),
                fault("list-is-an-object", "the list's result is the one session, no array")
                        .breaks("IL-JOB-28")
                        .of(Answers.lists(envelope -> {
                            var result = envelope.path("result").path(0);
                            envelope.set("result", result.isMissingNode() ? envelope.objectNode() : result);
                        })),
                fault("list-of-nothing-is-null", "the list's result is null where there is no session")
                        .breaks("IL-JOB-28.answers-an-array-before-any-session")
                        .of(Answers.lists(envelope -> {
                            if (envelope.path("result").isEmpty()) {
                                envelope.putNull("result");
                            }
                        })),
                fault("list-is-always-empty", "the list never holds a session")
                        .breaks("IL-JOB-28.lists-the-zones-session")
                        .of(Answers.lists(envelope -> envelope.putArray("result"))),
                fault("list-is-bare", "the list is an array without an envelope")
                        .breaks("IL-JOB-28")
                        .of(Answers.answers(
                                Answers::isList,
                                answer -> Answers.withBody(
                                        answer,
                                        Json.read(answer.body()).orElseThrow().path("result")))),
                fault("list-is-500", "the list is answered 500")
                        .breaks("IL-JOB-28")
                        .mayBreak("IL-JOB-25")
                        .of(Answers.answers(Answers::isList, answer -> Answers.withStatus(answer, 500))),
                fault("list-ends-the-session", "to list a zone's session ends it")
                        .breaks("IL-JOB-28.leaves-the-session-streaming")
                        .mayBreak("IL-JOB-28", "IL-HTTP-07", "IL-LIMIT-06", "IL-LIMIT-09", "IL-JOB-24")
                        .of(new ListEnds()),
                fault("list-of-all-zones", "the list of a zone holds the sessions of all")
                        .breaks("IL-JOB-28.lists-each-zone-apart")
                        .mayBreak("IL-JOB-28", "IL-JOB-24")
                        .of(new ListOfAll()),
                fault("list-keeps-what-has-ended", "a session stays in the list when it has ended by a limit")
                        .breaks(
                                "IL-JOB-28.lists-no-session-beyond-its-time",
                                "IL-JOB-28.lists-no-session-that-nobody-listens-to")
                        .of(PassingSessions.parts(ListKeeps::new)),
                fault("list-keeps-the-first-session", "the list goes on to show a zone's first session")
                        .breaks("IL-JOB-28.lists-one-session-after-several-jobs")
                        .mayBreak("IL-JOB-28", "IL-JOB-24")
                        .of(PassingSessions.parts(FirstListed::new)),
                fault("list-shows-the-address", "each entry of the list has its `destination_conf`")
                        .breaks("IL-JOB-29")
                        .of(new ListShows("destination_conf", false)),
                fault("list-shows-the-address-elsewhere", "each entry of the list has its address as `url`")
                        .breaks("IL-JOB-29")
                        .of(new ListShows("url", false)),
                fault("list-shows-the-address-listened-to", "the list has `destination_conf` while somebody listens")
                        .breaks("IL-JOB-29")
                        .of(new ListShows("destination_conf", true)));
    }

    private static final class ListEnds extends SessionsKept {
        @Override
        public LastWord lastWord() {
            return (request, answer) -> {
                if (Answers.isList(request, answer)) {
                    Answers.zone(request).ifPresent(zone -> inZone(zone, sessions()::reset));
                }
                return answer;
            };
        }
    }

    /** Shows the session that a zone had first since its reset, as long as it has one. */
    private static final class FirstListed extends PassingSessions {
        private final Map<String, Job> first = new ConcurrentHashMap<>();

        FirstListed(SessionRegistry right) {
            super(right);
        }

        @Override
        public Job create(String zoneId, JobRequest request) {
            var job = super.create(zoneId, request);
            first.putIfAbsent(zoneId, job);
            return job;
        }

        @Override
        public List<Job> list(String zoneId) {
            var now = super.list(zoneId);
            return now.isEmpty() ? now : List.of(first.getOrDefault(zoneId, now.get(0)));
        }

        @Override
        public void reset(String zoneId) {
            super.reset(zoneId);
            first.remove(zoneId);
        }
    }

    private static final class ListKeeps extends PassingSessions {
        private final Map<String, Job> newest = new ConcurrentHashMap<>();

        ListKeeps(SessionRegistry right) {
            super(right);
        }

        @Override
        public Job create(String zoneId, JobRequest request) {
            var job = super.create(zoneId, request);
            newest.put(zoneId, job);
            return job;
        }

        @Override
        public List<Job> list(String zoneId) {
            return Optional.ofNullable(newest.get(zoneId)).stream().toList();
        }

        @Override
        public void reset(String zoneId) {
            super.reset(zoneId);
            newest.remove(zoneId);
        }
    }

    private static final class ListOfAll extends SessionsKept {
        private final Set<String> seen = ConcurrentHashMap.newKeySet();

        @Override
        SessionRegistry made(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public List<Job> list(String zoneId) {
                    seen.add(zoneId);
                    return seen.stream()
                            .flatMap(zone -> super.list(zone).stream())
                            .toList();
                }

                @Override
                public Job create(String zoneId, JobRequest request) {
                    seen.add(zoneId);
                    return super.create(zoneId, request);
                }
            };
        }
    }

    private static final class ListShows extends SessionsKept {
        private final String member;
        private final boolean whileListenedTo;
        private final Map<String, String> addresses = new ConcurrentHashMap<>();
        private final Set<String> listenedTo = ConcurrentHashMap.newKeySet();

        ListShows(String member, boolean whileListenedTo) {
            this.member = member;
            this.whileListenedTo = whileListenedTo;
        }

        @Override
        SessionRegistry made(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public Attachment attach(String secret, Reader reader) throws AttachRefused {
                    var attachment = super.attach(secret, reader);
                    listenedTo.add(secret);
                    return attachment;
                }
            };
        }

        @Override
        public LastWord lastWord() {
            return (request, answer) -> {
                var zone = Answers.zone(request).orElse("");
                return Answers.isCreation(request, answer) || Answers.isList(request, answer)
                        ? Answers.edited(answer, envelope -> keepOrShow(zone, envelope))
                        : answer;
            };
        }

        private void keepOrShow(String zone, ObjectNode envelope) {
            if (envelope.get("result") instanceof ArrayNode entries) {
                for (var entry : entries) {
                    if (!whileListenedTo
                            || listenedTo.contains(entry.path("session_id").asText())) {
                        ((ObjectNode) entry).put(member, addresses.get(zone));
                    }
                }
            } else {
                addresses.put(
                        zone, envelope.path("result").path("destination_conf").asText());
            }
        }
    }
}
