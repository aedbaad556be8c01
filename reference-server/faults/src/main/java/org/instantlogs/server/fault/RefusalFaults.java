package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.http.Answer;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRefused;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;

/** Mistakes in how a request is refused, and in what a refused one does all the same. */
final class RefusalFaults {
    private RefusalFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("error-code-is-text", "the code of an error is a text")
                        .breaks("IL-JOB-23")
                        .of(Answers.refusals(envelope -> errors(envelope)
                                .put("code", errors(envelope).path("code").asText()))),
                fault("error-without-code", "an error has no code")
                        .breaks("IL-JOB-23")
                        .of(Answers.refusals(envelope -> errors(envelope).remove("code"))),
                fault("error-without-words", "the message of an error is empty")
                        .breaks("IL-JOB-23", "IL-JOB-22")
                        .mayBreak("IL-FILTER-29")
                        .of(Answers.refusals(envelope -> errors(envelope).put("message", ""))),
                fault("errors-are-texts", "`errors` is a list of texts")
                        .breaks("IL-JOB-23")
                        .mayBreak("IL-JOB-22")
                        .of(Answers.refusals(
                                envelope -> envelope.putArray("errors").add("bad request"))),
                fault("errors-is-empty", "`errors` is empty in a failure of credentials")
                        .breaks("IL-JOB-23.refuses-in-a-failure-envelope[request=*credentials]")
                        .of(Answers.envelopes(Answers::isLoginRefusal, envelope -> envelope.putArray("errors"))),
                fault("half-a-login-without-errors", "`errors` is empty where an e-mail comes without a key")
                        .breaks("IL-JOB-23.refuses-in-a-failure-envelope[request=half-credentials]")
                        .of(Answers.envelopes(
                                (request, answer) -> Answers.code(answer) == 9106
                                        && request.headers().contains("X-Auth-Email"),
                                envelope -> envelope.putArray("errors"))),
                fault("refused-filter-for-the-next-job", "the filter of a refused request goes to the zone's next job")
                        .breaks("IL-JOB-24.leaves-nothing-to-the-next-job[part=filter]")
                        .mayBreak(Rules.ANY)
                        .of(new Kept("filter")),
                fault("refused-sample-for-the-next-job", "the sample of a refused request goes to the zone's next job")
                        .breaks("IL-JOB-24.leaves-nothing-to-the-next-job[part=sample]")
                        .mayBreak(Rules.ANY)
                        .of(new Kept("sample")),
                fault("result-of-a-refusal-is-empty", "`result` of a refusal is an empty object")
                        .breaks("IL-JOB-23")
                        .of(Answers.refusals(envelope -> envelope.putObject("result"))),
                fault("success-of-a-refusal-is-true", "`success` is true whatever came of the request")
                        .breaks("IL-JOB-23", "IL-JOB-19", "IL-JOB-30")
                        .mayBreak("IL-AUTH-03")
                        .of(Answers.refusals(envelope -> envelope.put("success", true))),
                fault("too-large-refused-in-words", "a body that is too large is refused without an envelope")
                        .breaks("IL-JOB-23.refuses-in-a-failure-envelope[request=over-a-mib-of-no-json]")
                        .mayBreak("IL-JOB-26")
                        .of(Answers.answers(
                                (request, answer) -> answer.status() == 413,
                                answer -> new Answer(413, Map.of("Content-Type", "text/plain"), "too large"))),
                fault("session-ends-before-the-body-is-read", "a running session is ended before the body is judged")
                        .breaks("IL-JOB-24")
                        .mayBreak("IL-HTTP-07", "IL-LIMIT-06", "IL-LIMIT-09")
                        .of(resetting(Answers::isBodyRefusal)),
                fault("session-ends-before-the-login", "a running session is ended before the credentials are judged")
                        .breaks("IL-JOB-24.*[request=no-credentials]", "IL-AUTH-03.creates-nothing*")
                        .mayBreak("IL-JOB-24", "IL-AUTH-06", "IL-HTTP-07", "IL-LIMIT-06", "IL-LIMIT-09")
                        .of(resetting(Answers::isLoginRefusal)),
                fault(
                                "session-ends-at-a-bad-filter",
                                "a session nobody listens to is given up for a request with a bad filter")
                        .breaks("IL-JOB-24.leaves-a-job-nobody-listens-to-yet-as-it-was[request=unknown-operator]")
                        .mayBreak("IL-JOB-24", "IL-FILTER-26", "IL-HTTP-07", "IL-LIMIT-06", "IL-LIMIT-09")
                        .of(new GivenUpUnheard()),
                fault(
                                "refused-request-lifts-the-filter",
                                "a refused request takes the filter of the running session away")
                        .breaks("IL-JOB-24.leaves-the-filter*")
                        .mayBreak("IL-JOB-24")
                        .of(new LiftedFilter(LiftedFilter.By.A_REFUSED_REQUEST)),
                fault("refused-sample-in-force", "the sample of a refused request is in force in the running session")
                        .breaks("IL-JOB-24")
                        .mayBreak("IL-HTTP-07", "IL-LIMIT-06", "IL-LIMIT-09")
                        .of(new SampleInForce()),
                fault("refused-job-is-listed", "a job that is refused for its filter has been listed before")
                        .breaks("IL-JOB-24.leaves-a-job-nobody-listens-to-yet-as-it-was[request=unknown-operator]")
                        .of(new RefusedListed()),
                fault("session-ends-at-a-large-body", "a body that is too large ends the zone's session")
                        .breaks("IL-JOB-24.leaves-a-running-stream-as-it-was[request=over-a-mib-of-no-json]")
                        .of(resetting((request, answer) -> answer.status() == 413)));
    }

    private static ObjectNode errors(ObjectNode envelope) {
        return (ObjectNode) envelope.path("errors").path(0);
    }

    /** What is refused that way ends the session of the zone it names. */
    private static SessionsKept resetting(BiPredicate<HttpServerRequest, Answer> which) {
        return new SessionsKept() {
            @Override
            public LastWord lastWord() {
                return (request, answer) -> {
                    if (which.test(request, answer)) {
                        Answers.zone(request).ifPresent(zone -> inZone(zone, sessions()::reset));
                    }
                    return answer;
                };
            }
        };
    }

    private static final class RefusedListed extends SessionsKept {
        private final Map<String, Job> refused = new ConcurrentHashMap<>();

        @Override
        public LastWord lastWord() {
            return Answers.watchingBadFilters(zone -> refused.put(zone, new Job(0, "", "ClientIP", 1, "")));
        }

        @Override
        SessionRegistry made(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public Job create(String zoneId, JobRequest request) {
                    refused.remove(zoneId);
                    return super.create(zoneId, request);
                }

                @Override
                public List<Job> list(String zoneId) {
                    return Stream.concat(super.list(zoneId).stream(), Optional.ofNullable(refused.get(zoneId)).stream())
                            .toList();
                }
            };
        }
    }

    private static final class GivenUpUnheard extends SessionsKept {
        private final Map<String, Boolean> heard = new ConcurrentHashMap<>();
        private final Map<String, String> zones = new ConcurrentHashMap<>();

        @Override
        SessionRegistry made(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public Job create(String zoneId, JobRequest request) {
                    var job = super.create(zoneId, request);
                    heard.remove(zoneId);
                    zones.put(job.sessionId(), zoneId);
                    return job;
                }

                @Override
                public Attachment attach(String secret, Reader reader) throws AttachRefused {
                    var attachment = super.attach(secret, reader);
                    heard.put(zones.getOrDefault(secret, ""), true);
                    return attachment;
                }
            };
        }

        @Override
        public LastWord lastWord() {
            return Answers.watchingBadFilters(zone -> {
                if (!heard.containsKey(zone)) {
                    inZone(zone, sessions()::reset);
                }
            });
        }
    }

    /** A session forgets a refused request only when the next one is created. */
    private static final class SampleInForce extends SessionsKept {
        private final ThreadLocal<Long> asked = ThreadLocal.withInitial(() -> 1L);
        private final Map<String, Long> inForce = new ConcurrentHashMap<>();

        @Override
        public JobReader jobReader() {
            var right = super.jobReader();
            return body -> {
                asked.set(Json.object(body)
                        .map(request -> request.path("sample").asLong(1))
                        .orElse(1L));
                return right.read(body);
            };
        }

        @Override
        public LastWord lastWord() {
            return (request, answer) -> {
                if (Answers.isBodyRefusal(request, answer)) {
                    Answers.zone(request).ifPresent(zone -> inForce.put(zone, asked.get()));
                }
                return answer;
            };
        }

        @Override
        SessionRegistry made(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public Job create(String zoneId, JobRequest request) {
                    inForce.remove(zoneId);
                    return super.create(zoneId, request);
                }

                @Override
                public void publish(String zoneId, List<LogRecord> records) {
                    if (inForce.getOrDefault(zoneId, 1L) <= 1) {
                        super.publish(zoneId, records);
                    }
                }
            };
        }
    }

    /** Keeps a member of a request that was refused for a job that has none of its own. */
    private static final class Kept extends InAZone {
        private final String member;
        private final Map<String, JsonNode> kept = new ConcurrentHashMap<>();

        Kept(String member) {
            this.member = member;
        }

        @Override
        public JobReader jobReader() {
            var right = super.jobReader();
            return body -> {
                var request = Json.object(body);
                try {
                    return right.read(request.filter(one -> !one.has(member) && kept.containsKey(zone()))
                            .map(one -> Json.bytes(one.set(member, kept.remove(zone()))))
                            .orElse(body));
                } catch (JobRefused refused) {
                    request.filter(one -> one.has(member)).ifPresent(one -> kept.put(zone(), one.get(member)));
                    throw refused;
                }
            };
        }
    }
}
