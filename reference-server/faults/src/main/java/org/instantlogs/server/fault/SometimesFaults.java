package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.filter.Predicates;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.sample.Sampler;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.ClientSample;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;

/** Mistakes that show with some jobs, records or connections only: with a filter, far down, the second time, at the tenth. */
final class SometimesFaults {
    private static final String AGENT = "ClientRequestUserAgent";
    private static final int DEEP = 8;
    private static final int TOO_MANY_ERRORS = 10;

    private SometimesFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("filtered-session-without-end", "a session whose job has a filter has no maximum time")
                        .breaks("IL-LIMIT-05.a-session-is-over-whatever-its-job[job=with-a-filter]")
                        .mayBreak("IL-LIMIT-05", "IL-LIMIT-07")
                        .of(new LimitsByJob(
                                OfSomeJobs::isFiltered, limit -> limit.multipliedBy(1_000), UnaryOperator.identity())),
                fault("filtered-idle-limit-doubled", "the idle limit of a job with a filter is twice as long")
                        .breaks("IL-LIMIT-08.a-job-is-over-after-the-idle-limit-whatever-it-is[job=with-a-filter]")
                        .mayBreak("IL-LIMIT-08", "IL-LIMIT-10")
                        .of(new LimitsByJob(
                                OfSomeJobs::isFiltered, UnaryOperator.identity(), limit -> limit.multipliedBy(2))),
                fault("filtered-idle-limit-halved", "the idle limit of a job with a filter is half as long")
                        .breaks("IL-LIMIT-09.streams-again-after-a-gap-whatever-the-job[job=with-a-filter]")
                        .mayBreak("IL-LIMIT-09", "IL-LIMIT-13")
                        .of(new LimitsByJob(
                                OfSomeJobs::isFiltered, UnaryOperator.identity(), limit -> limit.dividedBy(2))),
                fault("deep-groups-hold", "what is nested deeper than eight levels holds of every record")
                        .breaks("IL-FILTER-20.heeds-what-is-nested-deeper-or-refuses-it")
                        .mayBreak("IL-FILTER-20", "IL-JOB-25")
                        .of(FilterEdits.filters(right -> text -> right.compile(
                                Json.read(text).map(SometimesFaults::cutDown).orElse(text)))),
                fault(
                                "body-bytes-are-all-bytes",
                                "where a response has no EdgeResponseBodyBytes its EdgeResponseBytes stand in for them")
                        .breaks("IL-NDJSON-15.a-field-alone-without-a-value-is-empty")
                        .of(LineChange.members((record, line) -> {
                                    if (line.has("EdgeResponseBodyBytes")
                                            && !Records.has(record, "EdgeResponseBodyBytes")
                                            && Records.has(record, "EdgeResponseBytes")) {
                                        line.set("EdgeResponseBodyBytes", Values.of(record, "EdgeResponseBytes"));
                                    }
                                })
                                .parts()),
                fault("agents-case-folded", "`eq` of a user agent disregards case")
                        .breaks("IL-FILTER-16.compares-every-text-field-exactly")
                        .mayBreak("IL-FILTER-16")
                        .of(FilterEdits.predicates((key, operator, value) -> key.asText()
                                                .equals(AGENT)
                                        && operator.asText().equals("eq")
                                ? record -> Values.of(record, AGENT).asText().equalsIgnoreCase(value.asText())
                                : Predicates.BY_TYPE.compile(key, operator, value))),
                fault("no-pong-in-a-later-connection", "pings are answered in a session's first connection")
                        .breaks("IL-STREAM-08.answers-a-ping-in-a-later-connection")
                        .mayBreak("IL-STREAM-08")
                        .of(new PongsOnce()),
                fault("tenth-refusal-ends-the-session", "the tenth request that is refused ends the zone's session")
                        .breaks("IL-JOB-24.leaves-a-running-stream-as-it-was-after-many")
                        .mayBreak("IL-JOB-24")
                        .of(new TooManyErrors()),
                fault("sample-lets-two-pass", "the first two records of a session pass its sample")
                        .breaks("IL-SAMPLE-02.counts-from-the-very-first-record")
                        .mayBreak("IL-SAMPLE-02", "IL-SAMPLE-03", "IL-SAMPLE-04", "IL-JOB-20")
                        .of(sample((n, random) -> {
                            var sampler = new Sampler(n, random);
                            var seen = new AtomicInteger();
                            return (record, now) -> seen.getAndIncrement() < 2 || sampler.keepsNext();
                        })),
                fault("sample-of-sixteen-bits", "N is kept in 16 bits")
                        .breaks("IL-SAMPLE-02.delivers-next-to-nothing-at-a-large-sample[n=65537]")
                        .mayBreak("IL-SAMPLE-02", "IL-JOB-20")
                        .of(sample((n, random) -> {
                            var sampler = new Sampler(Math.max(1, n & 0xFFFF), random);
                            return (record, now) -> sampler.keepsNext();
                        })),
                fault("too-many-lifts-the-filter", "a handshake that is refused with 429 lifts the session's filter")
                        .breaks("IL-HTTP-07.a-429-leaves-a-running-session-as-it-was")
                        .mayBreak("IL-HTTP-07")
                        .of(new LiftedFilter(LiftedFilter.By.TOO_MANY_HANDSHAKES)),
                fault("too-many-silences", "a handshake that is refused with 429 ends what the zone's session delivers")
                        .breaks("IL-HTTP-07.a-429-leaves-a-running-session-as-it-was", "IL-HTTP-07.a-429-ends-no*")
                        .mayBreak("IL-HTTP-07", "IL-LIMIT-09")
                        .of(new Silenced()));
    }

    private static Parts sample(Sampling sampling) {
        return new Parts() {
            @Override
            public ClientSample clientSample(long n, SplittableRandom random) {
                return sampling.of(n, random);
            }
        };
    }

    private interface Sampling {
        ClientSample of(long n, SplittableRandom random);
    }

    private static String cutDown(JsonNode filter) {
        cutDown(filter.path("where"), 1);
        return filter.toString();
    }

    private static void cutDown(JsonNode node, int level) {
        for (String group : List.of("and", "or")) {
            if (node.path(group) instanceof ArrayNode members) {
                for (int i = 0; i < members.size(); i++) {
                    if (level == DEEP
                            && (members.get(i).has("and") || members.get(i).has("or"))) {
                        members.set(
                                i,
                                members.objectNode()
                                        .put("key", "RayID")
                                        .put("operator", "neq")
                                        .put("value", "none"));
                    } else {
                        cutDown(members.get(i), level + 1);
                    }
                }
            }
        }
    }

    private static final class PongsOnce extends ZoneParts {
        private final Set<String> connected = ConcurrentHashMap.newKeySet();

        @Override
        public void accepted(ServerWebSocket socket) {
            super.accepted(socket);
            if (!connected.add(socket.path())) {
                FrameFault.at(socket, new FrameFault() {
                    @Override
                    boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
                        return frame instanceof PingWebSocketFrame;
                    }
                });
            }
        }
    }

    private static final class TooManyErrors extends SessionsKept {
        private final Map<String, Integer> refused = new ConcurrentHashMap<>();

        @Override
        public LastWord lastWord() {
            return (request, answer) -> {
                if (Answers.isBodyRefusal(request, answer)) {
                    Answers.zone(request).ifPresent(zone -> {
                        if (refused.merge(zone, 1, Integer::sum) % TOO_MANY_ERRORS == 0) {
                            inZone(zone, sessions()::reset);
                        }
                    });
                }
                return answer;
            };
        }
    }

    private static final class Silenced extends ZoneParts {
        private final Set<String> silenced = ConcurrentHashMap.newKeySet();

        @Override
        SessionRegistry sessions(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public Attachment attach(String secret, Reader reader) throws AttachRefused {
                    try {
                        var attachment = super.attach(secret, reader);
                        silenced.remove(zoneOfSecret(secret));
                        return attachment;
                    } catch (AttachRefused refused) {
                        if (refused.why() == AttachRefused.Cause.TOO_MANY) {
                            silenced.add(zoneOfSecret(secret));
                        }
                        throw refused;
                    }
                }

                @Override
                public void publish(String zoneId, List<LogRecord> records) {
                    if (!silenced.contains(zoneId)) {
                        super.publish(zoneId, records);
                    }
                }
            };
        }
    }
}
